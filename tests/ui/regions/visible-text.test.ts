import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textPieces, visibleLine } from '../../../src/ui/regions/visible-text.ts';

describe('characters that cannot be seen', () => {
  it('are named where they stand', () => {
    expect(textPieces('a\u0000b\u202ec')).toEqual([
      { text: 'a' },
      { text: '\u0000', control: 'U+0000' },
      { text: 'b' },
      { text: '\u202e', control: 'U+202E' },
      { text: 'c' },
    ]);
  });

  it('leave tabs, line ends, joiners and emoji alone', () => {
    const text = 'a\tb\r\nc\n👩‍👩‍👧 می‌خواهم';
    expect(textPieces(text)).toEqual([{ text }]);
    expect(visibleLine(text)).toBe(text);
  });

  it('become pictures in a row of the list', () => {
    expect(visibleLine('a\u0000\u001b[31m\u007f\ud800')).toBe('a\u2400\u241b[31m\u2421\ufffd');
  });
});

/** Any UTF-16 at all, halves of surrogate pairs among it; controls more often than chance would have it. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xa0 }), fc.integer({ min: 0x2000, max: 0x206f }), fc.nat(0xffff)))
  .map((codes) => String.fromCharCode(...codes));

it('lose nothing: the pieces spell the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(
        textPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
      expect(visibleLine(text)).toHaveLength(text.length);
    }),
  );
});
