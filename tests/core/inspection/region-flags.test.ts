import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEW_ROWS } from '../../../src/core/geometry/curve-order.ts';
import { flagRows } from '../../../src/core/inspection/region-flags.ts';
import { createRegionTable, hasFlag, type RegionTable } from '../../../src/core/inspection/region-table.ts';

function tableOf(rects: readonly (readonly number[])[]): RegionTable {
  const table = createRegionTable(rects.length);
  table.received.set(rects.flat());
  flagRows(table);
  return table;
}

describe('flagging regions by their numbers', () => {
  it('knows exactly the rows that repeat an earlier one', () => {
    const few = fc.constantFrom(0, -0, 1, 0.5, 2 ** 40, NaN);
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few, few, few), { maxLength: 40 }), (rects) => {
        const table = tableOf(rects);
        const seen = new Set<string>();
        for (const [row, rect] of rects.entries()) {
          const refused = rect.some(Number.isNaN);
          const key = rect.map((value) => value + 0).join();
          expect(hasFlag(table, row, 'refused')).toBe(refused);
          expect(hasFlag(table, row, 'duplicate')).toBe(!refused && seen.has(key));
          seen.add(key);
        }
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it.each([
    ['in a few places', (n: number) => [n % 7, n % 3, 90 + (n % 2), 91]],
    ['all in the middle', (n: number) => [n % 5_000, n % 5_000, 20_000 - (n % 5_000), 20_000 - (n % 5_000)]],
    ['all but one far away', (n: number) => (n === 3 ? [9e15, 9e15, 9e15 + 8, 9e15 + 8] : [n % 900, 0, 1_000, 1])],
    ['as numbers with decimals', (n: number) => [(n % 8_000) / 7, 0.1, 2_000, 1 / ((n % 8_000) + 1)]],
  ])('knows the same of %s, where rows are put in order first', (_, rect) => {
    const rects = Array.from({ length: FEW_ROWS + 2_000 }, (__, n) => (n % 501 === 9 ? [NaN, 1, 2, 3] : rect(n)));
    const table = tableOf(rects);
    const seen = new Set<string>();
    const expected = rects.map((one) => {
      const key = one.join();
      const repeats = !one.some(Number.isNaN) && seen.has(key);
      seen.add(key);
      return repeats;
    });
    expect(rects.map((__, row) => hasFlag(table, row, 'duplicate'))).toEqual(expected);
  });

  it('finds duplicates among a hundred thousand different rows', () => {
    const rects = Array.from({ length: 100_000 }, (_, at) => [at, at / 7, at * 4_294_967_296, 1]);
    const table = tableOf([...rects, rects[77_777] ?? []]);
    expect(table.flags.reduce((sum, flags) => sum + (flags > 0 ? 1 : 0), 0)).toBe(
      1 + rects.filter(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => x1 > x2 || y1 > y2 || x1 === x2 || y1 === y2).length,
    );
    expect(hasFlag(table, 100_000, 'duplicate')).toBe(true);
  });
});
