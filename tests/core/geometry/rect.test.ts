import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, encloses, grown, intersection, overlaps } from '../../../src/core/geometry/rect.ts';
import type { ImageRect } from '../../../src/core/geometry/space.ts';

const BOX: ImageRect = { x1: 10, y1: 20, x2: 30, y2: 40 };
const whole = fc.integer({ min: -50, max: 50 });
const size = fc.integer({ min: 1, max: 40 });
const rects = fc
  .tuple(whole, whole, size, size)
  .map(([x, y, w, h]): ImageRect => ({ x1: x, y1: y, x2: x + w, y2: y + h }));

test('left and top edges are inside, right and bottom edges are outside', () => {
  expect(contains(BOX, { x: 10, y: 20 })).toBe(true);
  expect(contains(BOX, { x: 30, y: 25 })).toBe(false);
  expect(contains(BOX, { x: 15, y: 40 })).toBe(false);
});

test('boxes that only touch do not overlap and share nothing', () => {
  const beside: ImageRect = { x1: 30, y1: 20, x2: 50, y2: 40 };
  expect(overlaps(BOX, beside)).toBe(false);
  expect(intersection(BOX, beside)).toBeNull();
});

test('what two boxes share is what lies in both', () => {
  fc.assert(
    fc.property(rects, rects, whole, whole, (one, other, x, y) => {
      const shared = intersection(one, other);
      const inBoth = contains(one, { x, y }) && contains(other, { x, y });
      expect(shared !== null && contains(shared, { x, y })).toBe(inBoth);
      expect(shared !== null).toBe(overlaps(one, other));
    }),
  );
});

test('a grown box encloses the box it grew from', () => {
  fc.assert(
    fc.property(rects, size, (rect, by) => {
      expect(encloses(grown(rect, by), rect)).toBe(true);
      expect(encloses(rect, grown(rect, by))).toBe(false);
    }),
  );
});
