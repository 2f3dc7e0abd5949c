import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OverlaySituation, planOverlay, REST } from '../../../src/core/paint/overlay-policy.ts';
import {
  covers,
  marginWithin,
  type Sheet,
  sheetOf,
  stretched,
  viewOf,
  withMargin,
} from '../../../src/core/paint/sheet.ts';

const sheet = (x1: number, y1: number, width: number, height: number, scale = 1): Sheet => ({
  scale,
  x1,
  y1,
  x2: x1 + width,
  y2: y1 + height,
});
const NEEDED = sheet(0, 0, 1000, 800);
const NOW: OverlaySituation = {
  shown: sheet(-200, -200, 1400, 1200),
  stale: false,
  making: null,
  needed: NEEDED,
  near: sheet(-50, -50, 1100, 900),
  rested: Infinity,
};

test('what is painted and covers the view with some margin is left as it is', () => {
  expect(planOverlay(NOW)).toBe('done');
});

test('the next piece is begun before the margin is used up, and finished once it is begun', () => {
  const late = { ...NOW, shown: sheet(-20, -200, 1400, 1200) };
  expect(planOverlay(late)).toBe('begin');
  expect(planOverlay({ ...late, making: sheet(-200, -200, 1400, 1200) })).toBe('go on');
  // Panned on meanwhile: still of use.
  expect(planOverlay({ ...late, making: sheet(300, -200, 1400, 1200) })).toBe('go on');
  // A jump to the other end of the page: of none.
  expect(planOverlay({ ...late, making: sheet(5000, 5000, 1400, 1200) })).toBe('begin');
});

test('nothing painted, or something of before: it is painted at once', () => {
  expect(planOverlay({ ...NOW, shown: null })).toBe('begin');
  expect(planOverlay({ ...NOW, stale: true })).toBe('begin');
});

test('while the zoom goes on what is there is stretched, and painted anew when it rests', () => {
  const zooming = { ...NOW, needed: sheet(100, 100, 1000, 800, 1.2), rested: 10 };
  expect(planOverlay(zooming)).toBe('wait');
  expect(planOverlay({ ...zooming, rested: REST })).toBe('begin');
});

test('a zoom that leaves a part of the stage empty or very blurred does not wait', () => {
  expect(planOverlay({ ...NOW, needed: sheet(-300, -300, 1000, 800, 0.5), rested: 10 })).toBe('begin');
  expect(planOverlay({ ...NOW, needed: sheet(100, 100, 1000, 800, 2.5), rested: 10 })).toBe('begin');
});

test('a zoom without rest still shows something new now and then: what was begun is finished unless it is far off', () => {
  const making = sheet(-200, -200, 1400, 1200, 1.1);
  expect(planOverlay({ ...NOW, making, needed: sheet(100, 100, 1000, 800, 1.3), rested: 0 })).toBe('go on');
  expect(planOverlay({ ...NOW, making, needed: sheet(100, 100, 1000, 800, 3), rested: 0 })).toBe('begin');
});

test('a view moved by whole device pixels is a sheet moved by as many, and a sheet is the view that it was made of', () => {
  const ratio = fc.constantFrom(1, 1.25, 2);
  const offset = fc.double({ min: -5000, max: 5000, noNaN: true });
  const steps = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(ratio, offset, offset, steps, (pixelRatio, x, y, step) => {
      const stage = { width: 640, height: 480 };
      const before = sheetOf({ scale: 0.37, x, y }, stage, pixelRatio);
      const after = sheetOf({ scale: 0.37, x: x + step / pixelRatio, y }, stage, pixelRatio);
      // Half a pixel may be rounded either way.
      expect(Math.abs(before.x1 - after.x1 - step)).toBeLessThanOrEqual(1);
      const { viewport, stage: size } = viewOf(before, pixelRatio);
      expect(sheetOf(viewport, size, pixelRatio).x1).toBe(before.x1);
      expect(sheetOf(viewport, size, pixelRatio).y1).toBe(before.y1);
    }),
  );
});

test('the margin never makes a canvas larger than browsers allow, and is what is wished where there is room', () => {
  const side = fc.integer({ min: 1, max: 4000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const margin = marginWithin(sheet(0, 0, width, height), 256, 16_777_216);
      expect((width + 2 * margin) * (height + 2 * margin)).toBeLessThanOrEqual(Math.max(16_777_216, width * height));
    }),
  );
  expect(marginWithin(sheet(0, 0, 1280, 900), 256, 16_777_216)).toBe(256);
});

test('nothing is painted where there can be no mark; a fresh piece is never due for the next one', () => {
  const number = fc.integer({ min: -3000, max: 3000 });
  const length = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(number, number, length, length, fc.double({ min: 0.05, max: 8, noNaN: true }), (x, y, w, h, scale) => {
      const marks = { x1: x, y1: y, x2: x + w, y2: y + h };
      const seen = sheet(0, 0, 1280, 900, scale);
      const [piece, near] = [withMargin(seen, 256, marks, 64), withMargin(seen, 96, marks, 64)];
      if (!piece || !near) return;
      expect(piece.x1).toBeGreaterThanOrEqual(Math.floor(x * scale - 64));
      expect(piece.x2).toBeLessThanOrEqual(Math.ceil((x + w) * scale + 64));
      expect(covers(piece, near)).toBe(true);
    }),
  );
  expect(withMargin(sheet(0, 0, 100, 100), 10, { x1: 5000, y1: 0, x2: 5100, y2: 10 }, 64)).toBeNull();
});

test('stretching keeps image points where they are', () => {
  expect(stretched(sheet(100, 50, 200, 100, 2), 3)).toEqual({ scale: 3, x1: 150, y1: 75, x2: 450, y2: 225 });
});
