import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCrops, MOST_CROPS, tooManyCrops } from '../../../src/core/export/crop-count.ts';
import { planCrops } from '../../../src/core/export/crop-plan.ts';
import { allItems } from '../../../src/core/inspection/listed.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';

const SIZE = { width: 60, height: 40 };
const CHOICES = { format: 'png', pattern: '', imageName: null } as const;

it('counts exactly what a plan would cut, in any frame and with any padding', () => {
  const side = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(0, 40, 60, NaN, -0.5, 59.5));
  const part = fc.oneof(fc.constantFrom(0, 1, -1, 2, 0.5), fc.double({ min: -3, max: 3, noNaN: true }));
  const frames = fc.record({ a: part, b: part, c: part, d: part, e: side, f: side });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(side, side, side, side), { minLength: 1, maxLength: 12 }),
      frames,
      fc.integer({ min: -1, max: 30 }),
      fc.constantFrom('bounding box' as const, 'straightened' as const),
      (boxes: Box[], frame, padding, slanted) => {
        const inspection = anInspection(boxes, { imageSize: SIZE, frame });
        const rows = allItems(boxes.length);
        const planned = [...planCrops(inspection, rows, { ...CHOICES, padding, slanted }).rows];
        const cut = planned.filter(({ file }) => file !== null);
        expect(countCrops(inspection, rows, padding, slanted)).toEqual({
          crops: cut.length,
          withoutFile: boxes.length - cut.length,
          firstRow: cut[0]?.row ?? -1,
        });
      },
    ),
    { numRuns: 500 },
  );
});

it('without an image nothing is cut', () => {
  const inspection = anInspection([[0, 0, 5, 5]]);
  expect(countCrops(inspection, allItems(1), 4)).toEqual({ crops: 0, withoutFile: 1, firstRow: -1 });
});

it('says how many are too many, and what to do', () => {
  expect(tooManyCrops(MOST_CROPS)).toBeNull();
  expect(tooManyCrops(1_000_000)).toContain('1,000,000 crops are more than one ZIP can hold here: 100,000 at most.');
});
