import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioWithin } from '../../src/canvas/use-pixel-ratio.ts';
import { MOST_CANVAS_PIXELS } from '../../src/core/geometry/limits.ts';

test('no canvas has more pixels than browsers allow, however large and dense the window is', () => {
  const side = fc.integer({ min: 1, max: 9000 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(1, 1.25, 2, 3), (width, height, density) => {
      const ratio = ratioWithin(density, { width, height });
      expect(ratio).toBeLessThanOrEqual(density);
      expect(width * height * ratio * ratio).toBeLessThanOrEqual(MOST_CANVAS_PIXELS);
    }),
  );
});

test('an ordinary window has the density of its screen', () => {
  expect(ratioWithin(2, { width: 1920, height: 1080 })).toBe(2);
  expect(ratioWithin(1.25, { width: 2560, height: 1440 })).toBe(1.25);
});
