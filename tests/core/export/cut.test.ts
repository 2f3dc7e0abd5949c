import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfCut, cutOf, MAX_PADDING } from '../../../src/core/export/cut.ts';

const IMAGE = { width: 697, height: 441 };

describe('cutting', () => {
  it.each([
    ['whole numbers stay', { x1: 6, y1: 8, x2: 97, y2: 41 }, 0, { x1: 6, y1: 8, x2: 97, y2: 41 }],
    ['fractions widen', { x1: 6.2, y1: 8.9, x2: 97.1, y2: 41.5 }, 0, { x1: 6, y1: 8, x2: 98, y2: 42 }],
    ['padding on every side', { x1: 6, y1: 8, x2: 97, y2: 41 }, 4, { x1: 2, y1: 4, x2: 101, y2: 45 }],
    ['padding ends at the image', { x1: 6, y1: 8, x2: 690, y2: 441 }, 20, { x1: 0, y1: 0, x2: 697, y2: 441 }],
    ['what lies outside is left out', { x1: -50, y1: -1, x2: 10, y2: 1e9 }, 0, { x1: 0, y1: 0, x2: 10, y2: 441 }],
    ['nothing inside, nothing cut', { x1: 697, y1: 0, x2: 800, y2: 10 }, 0, null],
    ['a line has no area', { x1: 10, y1: 5, x2: 10, y2: 50 }, 0, null],
    ['not a number has no area', { x1: NaN, y1: NaN, x2: NaN, y2: NaN }, 3, null],
    ['a padding that is no number is none', { x1: 1, y1: 1, x2: 2, y2: 2 }, NaN, { x1: 1, y1: 1, x2: 2, y2: 2 }],
  ])('%s', (_, rect, padding, cut) => {
    expect(cutOf(rect, padding, IMAGE)).toEqual(cut);
  });

  it('always lies inside the image, has area, and covers what of the region lies inside', () => {
    const side = fc.double({ min: -2_000, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, fc.integer({ min: -5, max: MAX_PADDING }), (a, b, c, d, padding) => {
        const rect = { x1: Math.min(a, b), y1: Math.min(c, d), x2: Math.max(a, b), y2: Math.max(c, d) };
        const cut = cutOf(rect, padding, IMAGE);
        if (!cut) return;
        const { x, y, width, height } = boxOfCut(cut);
        expect([x, y, width, height].every(Number.isInteger)).toBe(true);
        expect(x >= 0 && y >= 0 && width > 0 && height > 0).toBe(true);
        expect(x + width <= IMAGE.width && y + height <= IMAGE.height).toBe(true);
        expect(cut.x1).toBeLessThanOrEqual(Math.max(rect.x1, 0));
        expect(cut.x2).toBeGreaterThanOrEqual(Math.min(rect.x2, IMAGE.width));
        expect(cut.y1).toBeLessThanOrEqual(Math.max(rect.y1, 0));
        expect(cut.y2).toBeGreaterThanOrEqual(Math.min(rect.y2, IMAGE.height));
      }),
    );
  });
});
