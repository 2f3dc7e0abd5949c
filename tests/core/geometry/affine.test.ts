import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Affine,
  applyAffine,
  composeAffine,
  determinant,
  invertAffine,
  keepsUpright,
  mapRect,
} from '../../../src/core/geometry/affine.ts';

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const factor = fc.double({ min: -3, max: 3, noNaN: true });
const affines: fc.Arbitrary<Affine> = fc.record({
  a: factor,
  b: factor,
  c: factor,
  d: factor,
  e: number,
  f: number,
});
const turnable = affines.filter((by) => Math.abs(determinant(by)) > 0.05);

test('there and back is where one was', () => {
  fc.assert(
    fc.property(turnable, number, number, (by, x, y) => {
      const back = invertAffine(by);
      expect(back).not.toBeNull();
      if (!back) return;
      const there = applyAffine<'image'>(by, x, y);
      const again = applyAffine<'received'>(back, there.x, there.y);
      expect(again.x).toBeCloseTo(x, 5);
      expect(again.y).toBeCloseTo(y, 5);
    }),
  );
});

test('two composed do what one does after the other', () => {
  fc.assert(
    fc.property(affines, affines, number, number, (first, second, x, y) => {
      const half = applyAffine(first, x, y);
      const whole = applyAffine(second, half.x, half.y);
      const atOnce = applyAffine(composeAffine(first, second), x, y);
      expect(atOnce.x).toBeCloseTo(whole.x, 4);
      expect(atOnce.y).toBeCloseTo(whole.y, 4);
    }),
  );
});

test('a flattening has no way back', () => {
  expect(invertAffine({ a: 1, b: 2, c: 2, d: 4, e: 0, f: 0 })).toBeNull();
  expect(invertAffine({ a: 0, b: 0, c: 0, d: 0, e: 5, f: 5 })).toBeNull();
});

test('a mapped box is the tight upright box round its four corners', () => {
  fc.assert(
    fc.property(affines, number, number, number, number, (by, x1, y1, x2, y2) => {
      const corners = [
        [x1, y1],
        [x2, y1],
        [x1, y2],
        [x2, y2],
      ].map(([x = 0, y = 0]) => applyAffine(by, x, y));
      const mapped = mapRect(by, { x1, y1, x2, y2 });
      expect(mapped.x1).toBeCloseTo(Math.min(...corners.map(({ x }) => x)), 6);
      expect(mapped.y1).toBeCloseTo(Math.min(...corners.map(({ y }) => y)), 6);
      expect(mapped.x2).toBeCloseTo(Math.max(...corners.map(({ x }) => x)), 6);
      expect(mapped.y2).toBeCloseTo(Math.max(...corners.map(({ y }) => y)), 6);
    }),
  );
});

test('quarter turns keep boxes upright, other turns do not', () => {
  expect(keepsUpright({ a: 0, b: 1, c: -1, d: 0, e: 9, f: 0 })).toBe(true);
  expect(keepsUpright({ a: -2, b: 0, c: 0, d: 3, e: 0, f: 0 })).toBe(true);
  expect(keepsUpright({ a: 0.8, b: 0.6, c: -0.6, d: 0.8, e: 0, f: 0 })).toBe(false);
});
