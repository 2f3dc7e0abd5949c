import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAffine } from '../../../src/core/geometry/affine.ts';
import { IDENTITY_FRAME, isIdentity } from '../../../src/core/inspection/frame.ts';
import { imageRectOf } from '../../../src/core/inspection/inspection.ts';
import { anInspection } from '../geometry/an-inspection.ts';

const number = fc.double({ min: -1000, max: 1000, noNaN: true });

test('the identity leaves every number as received', () => {
  fc.assert(
    fc.property(number, number, (x, y) => {
      expect(applyAffine(IDENTITY_FRAME, x, y)).toEqual({ x: x + 0, y: y + 0 });
    }),
  );
  expect(isIdentity(IDENTITY_FRAME)).toBe(true);
  expect(isIdentity({ ...IDENTITY_FRAME, e: 1 })).toBe(false);
});

test('a quarter turn maps a region to an upright box, in whatever order its corners came', () => {
  const frame = { a: 0, b: 1, c: -1, d: 0, e: 100, f: 0 };
  const inspection = anInspection(
    [
      [10, 20, 30, 50],
      [30, 50, 10, 20],
    ],
    { frame },
  );
  for (const row of [0, 1]) expect(imageRectOf(inspection, row)).toEqual({ x1: 50, y1: 10, x2: 80, y2: 30 });
});

test('a refused row has no box: four times NaN', () => {
  expect(imageRectOf(anInspection([[NaN, NaN, NaN, NaN]]), 0)).toEqual({ x1: NaN, y1: NaN, x2: NaN, y2: NaN });
});
