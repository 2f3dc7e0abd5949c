import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rectOfRequest, regionsOfRequest } from '../../../src/core/export/rect-of-request.ts';
import { readRequestRegions } from '../../../src/core/intake/request-regions.ts';
import { type Box, anInspection } from '../geometry/an-inspection.ts';

const REFUSED: Box = [NaN, NaN, NaN, NaN];
const side = fc.oneof(fc.integer({ min: -5_000, max: 5_000 }), fc.double({ min: -5_000, max: 5_000, noNaN: true }));

it('is read back as a request of whole pixels that hold every box, each by a pixel too many at most', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(side, side, side, side), { minLength: 1 }), (boxes: Box[]) => {
      const { regions } = anInspection(boxes);
      const rows = boxes.map((_, row) => row);
      const sent: unknown = JSON.parse(regionsOfRequest(regions, rows, null));
      expect(Array.isArray(sent)).toBe(true);
      const { table, order } = readRequestRegions(Array.isArray(sent) ? sent : [], 'regions');
      expect(order).toEqual(rows);
      boxes.forEach(([x1, y1, x2, y2], row) => {
        const [left = NaN, top = NaN, right = NaN, bottom = NaN] = table.received.subarray(row * 4, row * 4 + 4);
        expect([left, top, right, bottom].every(Number.isInteger)).toBe(true);
        const slack = [
          Math.min(x1, x2) - left,
          Math.min(y1, y2) - top,
          right - Math.max(x1, x2),
          bottom - Math.max(y1, y2),
        ];
        expect(slack.every((by) => by >= 0 && by <= 1)).toBe(true);
      });
    }),
  );
});

it('leaves out what is no rectangle, and keeps the order of the request that the rows came from', () => {
  const { regions } = anInspection([[0, 0, 9, 9], REFUSED, [5, 0, 9, 9]]);
  expect(rectOfRequest(regions, 1)).toBeNull();
  const orders = (order: number[] | null) =>
    [...regionsOfRequest(regions, [0, 1, 2], order).matchAll(/"order": (\d+)/g)].map(([, number]) => number);
  expect(orders(null)).toEqual(['0', '1']);
  expect(orders([7, 8, 3])).toEqual(['7', '3']);
});
