import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { columnsOf, packedTextBuffers, packedTexts, packTexts } from '../../../src/core/inspection/packed-texts.ts';

/** Any UTF-16 at all: lone surrogates, NUL and direction marks included. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\uD800', '\uDC00\uD800', '\u0000', '\uFEFF', 'a\u0301'),
);
const anyTexts = fc.array(fc.option(anyText, { nil: null }));

describe('packed texts', () => {
  test('give back what was packed, unit by unit; a missing text is not an empty one', () => {
    fc.assert(
      fc.property(anyTexts, (list) => {
        const texts = packedTexts(packTexts(list));
        expect(texts.length).toBe(list.length);
        expect(list.map((_, index) => texts.at(index))).toEqual(list);
      }),
      { numRuns: 1_000 },
    );
  });

  test('answer any index as an array does', () => {
    fc.assert(
      fc.property(
        anyTexts,
        fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0.5, -0.5, NaN, 1e9)),
        (list, at) => {
          expect(packedTexts(packTexts(list)).at(at)).toBe(list.at(at));
        },
      ),
    );
  });

  test('make a long text into a string once, however often it is asked for', () => {
    const long = 'page '.repeat(100_000);
    const texts = packedTexts(packTexts(['a', long, 'b']));
    const make = vi.spyOn(TextDecoder.prototype, 'decode');
    expect(texts.at(1)).toBe(long);
    for (let render = 0; render < 10; render += 1) expect(texts.at(1)?.length).toBe(long.length);
    expect(make).toHaveBeenCalledTimes(1);
    expect([texts.at(0), texts.at(2), texts.at(-2)]).toEqual(['a', 'b', long]);
    make.mockRestore();
    const odd = `\uFEFF\uDC00${long}\uD800`;
    expect(packedTexts(packTexts([odd])).at(0) === odd).toBe(true);
  });

  test('hold a text of a million letters', () => {
    const long = 'ß\uD83D\uDE00x'.repeat(250_000);
    expect(packedTexts(packTexts(['a', long, 'b'])).at(1)).toBe(long);
  });

  test('hand out their own columns, and make those of a plain list', () => {
    const columns = packTexts(['one', null]);
    expect(columnsOf(packedTexts(columns))).toBe(columns);
    expect(columnsOf(['one', null])).toEqual(columns);
  });

  test('survive a transfer, which leaves nothing behind', () => {
    const columns = packTexts(['Größe', null, '']);
    const moved = structuredClone(columns, { transfer: packedTextBuffers(columns) });
    expect(columns.units.length).toBe(0);
    expect([0, 1, 2].map((index) => packedTexts(moved).at(index))).toEqual(['Größe', null, '']);
  });
});
