import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encloses, overlaps } from '../../../src/core/geometry/rect.ts';
import type { ImageRect, Size } from '../../../src/core/geometry/space.ts';
import {
  fit,
  keepInSight,
  MAX_SCALE,
  rectToScreen,
  reveal,
  scaleLimits,
  toImage,
  toScreen,
  type Viewport,
  visibleRect,
  zoomAt,
  zoomToRect,
} from '../../../src/core/geometry/viewport.ts';

const place = fc.double({ min: -5000, max: 5000, noNaN: true });
const views: fc.Arbitrary<Viewport> = fc.record({
  scale: fc.double({ min: 0.01, max: 64, noNaN: true }),
  x: place,
  y: place,
});
const stages: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 3000 }),
});
const length = fc.integer({ min: 1, max: 20_000 });
const rects = fc
  .tuple(place, place, length, length)
  .map(([x, y, w, h]): ImageRect => ({ x1: x, y1: y, x2: x + w, y2: y + h }));

test('a point of the image goes to the screen and comes back', () => {
  fc.assert(
    fc.property(views, place, place, (view, x, y) => {
      const back = toImage(toScreen({ x, y }, view), view);
      expect(back.x).toBeCloseTo(x, 5);
      expect(back.y).toBeCloseTo(y, 5);
    }),
  );
});

test('what the stage shows ends at the edges of the stage', () => {
  fc.assert(
    fc.property(views, stages, (view, stage) => {
      const edges = rectToScreen(visibleRect(view, stage), view);
      expect(edges.x1).toBeCloseTo(0, 5);
      expect(edges.y2).toBeCloseTo(stage.height, 5);
    }),
  );
});

test('fit shows all of it, in the middle', () => {
  fc.assert(
    fc.property(rects, stages, (content, stage) => {
      const on = rectToScreen(content, fit(content, stage));
      expect(encloses({ x1: -0.001, y1: -0.001, x2: stage.width + 0.001, y2: stage.height + 0.001 }, on)).toBe(true);
      expect(on.x1 + on.x2).toBeCloseTo(stage.width, 4);
      expect(on.y1 + on.y2).toBeCloseTo(stage.height, 4);
    }),
  );
});

test('a small picture is not blown up beyond four times by fit, nor a region beyond eight', () => {
  const stage = { width: 1000, height: 1000 };
  const dot: ImageRect = { x1: 0, y1: 0, x2: 2, y2: 2 };
  expect(fit(dot, stage).scale).toBe(4);
  expect(zoomToRect(dot, stage).scale).toBe(8);
});

test('zooming keeps the image point under the pointer', () => {
  const factors = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(views, factors, place, place, (view, factor, x, y) => {
      const before = toImage({ x, y }, view);
      const zoomed = zoomAt(view, factor, { x, y }, { min: 0.001, max: 640 });
      const after = toImage({ x, y }, zoomed);
      expect(after.x).toBeCloseTo(before.x, 3);
      expect(after.y).toBeCloseTo(before.y, 3);
    }),
  );
});

test('the scale stops at its limits, and the picture does not drift there', () => {
  const limits = { min: 0.5, max: 2 };
  const view: Viewport = { scale: 2, x: 10, y: 20 };
  expect(zoomAt(view, 3, { x: 300, y: 400 }, limits)).toEqual(view);
  expect(zoomAt({ ...view, scale: 1 }, 0.1, { x: 0, y: 0 }, limits).scale).toBe(0.5);
  expect(scaleLimits({ x1: 0, y1: 0, x2: 100, y2: 100 }, { width: 500, height: 500 })).toEqual({
    min: 0.1,
    max: MAX_SCALE,
  });
});

test('the picture cannot be lost by panning', () => {
  fc.assert(
    fc.property(views, rects, stages, (view, content, stage) => {
      const on = rectToScreen(content, keepInSight(view, content, stage));
      expect(overlaps(on, { x1: 0, y1: 0, x2: stage.width, y2: stage.height })).toBe(true);
    }),
  );
});

test('a view that shows the picture is left as it is', () => {
  const view: Viewport = { scale: 1, x: 0, y: 0 };
  expect(keepInSight(view, { x1: 0, y1: 0, x2: 100, y2: 100 }, { width: 300, height: 300 })).toBe(view);
});

test('reveal brings a region onto the stage without changing the scale, and leaves what is in sight alone', () => {
  fc.assert(
    fc.property(views, rects, stages, (view, rect, stage) => {
      const shown = reveal(view, rect, stage);
      expect(shown.scale).toBe(view.scale);
      const on = rectToScreen(rect, shown);
      const inside = on.x2 - on.x1 <= stage.width - 64 && on.y2 - on.y1 <= stage.height - 64;
      const all = { x1: -0.01, y1: -0.01, x2: stage.width + 0.01, y2: stage.height + 0.01 };
      expect(inside ? encloses(all, on) : overlaps(all, on)).toBe(true);
      const again = reveal(shown, rect, stage);
      expect(again.x).toBeCloseTo(shown.x, 4);
      expect(again.y).toBeCloseTo(shown.y, 4);
    }),
  );
});
