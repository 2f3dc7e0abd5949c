import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_COORDINATE } from '../../../src/core/decode/coordinate.ts';
import { hasFlag, receivedRect } from '../../../src/core/inspection/region-table.ts';
import { readRequestRegions } from '../../../src/core/intake/request-regions.ts';

const region = (x1: number, y1: number, x2: number, y2: number) => ({
  rect: { topLeftX: x1, topLeftY: y1, bottomRightX: x2, bottomRightY: y2 },
});

describe("the regions of a person's own request", () => {
  it('come back as they were written, with their order', () => {
    const pixels = fc.integer({ min: -LARGEST_COORDINATE, max: LARGEST_COORDINATE });
    const written = fc.array(fc.record({ corners: fc.tuple(pixels, pixels, pixels, pixels), order: fc.integer() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(written, (all) => {
        const { table, order } = readRequestRegions(
          all.map(({ corners, order }) => ({ ...region(...corners), order })),
          'regions',
        );
        expect(all.map((_, row) => Object.values(receivedRect(table, row)))).toEqual(all.map(({ corners }) => corners));
        expect(order).toEqual(all.map(({ order }) => order));
      }),
    );
  });

  it('have an order only when one of them has', () => {
    expect(readRequestRegions([region(0, 0, 1, 1), region(1, 1, 2, 2)], 'regions').order).toBeNull();
    expect(readRequestRegions([region(0, 0, 1, 1), { ...region(1, 1, 2, 2), order: 4 }], 'regions').order).toEqual([
      0, 4,
    ]);
  });

  it('keep the number of one that is no rectangle, and say why', () => {
    const regions = [
      region(0, 0, 1, 1),
      { rect: { topLeftX: 1, topLeftY: 2, bottomRightX: 3 } },
      null,
      { rect: { ...region(0, 0, 1, 1).rect, topLeftX: 'x' } },
    ];
    const { table, problems, regionProblems } = readRequestRegions(regions, 'regions');
    expect(table.count).toBe(4);
    expect(hasFlag(table, 1, 'refused')).toBe(true);
    expect(problems.map(({ where, what }) => `${where} ${what}`)).toEqual([
      'regions[1] has no rect.bottomRightY',
      'regions[2] is null, needs rect with topLeftX, topLeftY, bottomRightX, bottomRightY',
      'regions[3] rect.topLeftX is "x", which is not a number',
    ]);
    expect([...regionProblems.keys()]).toEqual([1, 2, 3]);
  });

  it('are flagged like received ones', () => {
    const { table } = readRequestRegions([region(9, 9, 1, 1), region(9, 9, 1, 1)], 'regions');
    expect([hasFlag(table, 0, 'swapped'), hasFlag(table, 1, 'duplicate')]).toEqual([true, true]);
  });
});
