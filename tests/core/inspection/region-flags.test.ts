import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it('finds duplicates among a hundred thousand different rows', () => {
    const rects = Array.from({ length: 100_000 }, (_, at) => [at, at / 7, at * 4_294_967_296, 1]);
    const table = tableOf([...rects, rects[77_777] ?? []]);
    expect(table.flags.reduce((sum, flags) => sum + (flags > 0 ? 1 : 0), 0)).toBe(
      1 + rects.filter(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => x1 > x2 || y1 > y2 || x1 === x2 || y1 === y2).length,
    );
    expect(hasFlag(table, 100_000, 'duplicate')).toBe(true);
  });
});
