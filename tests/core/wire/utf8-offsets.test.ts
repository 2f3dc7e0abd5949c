import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteOfIndex, indexOfByte } from '../../../src/core/wire/utf8-offsets.ts';
import { utf8Text } from '../../../src/core/wire/lines.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });

it('every character of a text stands at the byte where it was written, and back', () => {
  fc.assert(
    fc.property(text, (given) => {
      const bytes = new TextEncoder().encode(given);
      let byte = 0;
      let index = 0;
      for (const character of given) {
        expect(byteOfIndex(bytes, index)).toBe(byte);
        expect(indexOfByte(bytes, byte)).toBe(index);
        byte += new TextEncoder().encode(character).length;
        index += character.length;
      }
      expect(byteOfIndex(bytes, index)).toBe(bytes.length);
    }),
  );
});

it('counts broken bytes as a browser shows them', () => {
  const broken = fc.uint8Array({ maxLength: 30 }).map((array) => Uint8Array.from(array));
  const nearly = fc.array(
    fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0xf4),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        broken,
        nearly.map((bytes) => Uint8Array.from(bytes)),
      ),
      (bytes) => {
        const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        expect(indexOfByte(bytes, bytes.length)).toBe(shown.length);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('lines of any text, one behind the other, are the text', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 20 }), (given, perLine) => {
      const bytes = new TextEncoder().encode(given);
      const pane = utf8Text({ length: bytes.length, read: ({ from, to }) => bytes.slice(from, to) }, perLine);
      const lines = Array.from({ length: pane.lines }, (_, line) => pane.lineSpan(line));
      const decoded = lines.map(({ from, to }) =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to)),
      );
      expect(decoded.join('')).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    }),
  );
});
