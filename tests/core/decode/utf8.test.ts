import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBadUtf8, readUtf8 } from '../../../src/core/decode/utf8.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const isUtf8 = (given: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(given);
    return true;
  } catch {
    return false;
  }
};

describe('reading UTF-8', () => {
  it('passes NUL, right-to-left text, emoji and direction marks through unchanged', () => {
    const text = 'a\0b שלום \u202eabc\u202c 👩‍👩‍👧 Größe';
    expect(readUtf8(new TextEncoder().encode(text), 'data')).toEqual({ text, problems: [] });
  });

  it('names the offset of the first bad byte, and shows the rest', () => {
    const { text, problems } = readUtf8(bytes(0x47, 0x72, 0xf6, 0xdf, 0x65), 'data');
    expect(text).toBe('Gr\uFFFD\uFFFDe');
    expect(problems[0]?.what).toContain('byte 2 is F6');
  });

  it.each([
    ['an overlong form', [0x41, 0xc0, 0xaf], 1],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 0],
    ['more than U+10FFFF', [0x41, 0x42, 0xf4, 0x90, 0x80, 0x80], 2],
    ['a sequence cut at the end', [0x41, 0xe2, 0x82], 1],
    ['a trailing byte alone', [0x80], 0],
  ])('finds %s', (_name, given, offset) => {
    expect(firstBadUtf8(bytes(...given))).toBe(offset);
  });

  it('agrees with the decoder of the engine about what is UTF-8', () => {
    const nearUtf8 = fc
      .tuple(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.uint8Array({ maxLength: 5 }),
        fc.string({ unit: 'binary', maxLength: 8 }),
      )
      .map(([before, middle, after]) => Uint8Array.from([...Buffer.from(before), ...middle, ...Buffer.from(after)]));
    fc.assert(
      fc.property(nearUtf8, (given) => {
        const offset = firstBadUtf8(given);
        expect(isUtf8(given)).toBe(offset < 0);
        expect(isUtf8(given.subarray(0, Math.max(offset, 0)))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('reads UTF-16 by its byte order mark, and says so', () => {
    const { text, problems } = readUtf8(bytes(0xff, 0xfe, 0x48, 0x00, 0x69, 0x00), 'data');
    expect(text).toBe('Hi');
    expect(problems[0]?.what).toContain('is UTF-16, not UTF-8');
  });
});
