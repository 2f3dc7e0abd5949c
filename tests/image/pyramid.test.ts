import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CANVAS_PIXELS } from '../../src/core/geometry/limits.ts';
import type { Rect, Size } from '../../src/core/geometry/space.ts';
import type { PixelBox } from '../../src/image/image-source.ts';
import {
  borderedBox,
  finerTiles,
  firstWholeLevel,
  levelFor,
  TILE,
  tileBox,
  tileCount,
  type TileRange,
  tilesOver,
} from '../../src/image/pyramid.ts';

const side = fc.integer({ min: 1, max: 32_767 });
const sizes: fc.Arbitrary<Size> = fc.record({ width: side, height: side });
const levels = fc.integer({ min: 0, max: 3 });
/** Views as they come from a screen: any place, any fraction, also beside the picture. */
const views: fc.Arbitrary<Rect<'image'>> = fc
  .tuple(
    fc.double({ min: -20_000, max: 50_000, noNaN: true }),
    fc.double({ min: -20_000, max: 50_000, noNaN: true }),
    fc.double({ min: 0.01, max: 12_000, noNaN: true }),
    fc.double({ min: 0.01, max: 12_000, noNaN: true }),
  )
  .map(([x, y, w, h]) => ({ x1: x, y1: y, x2: x + w, y2: y + h }));

function boxesOf(stored: Size, range: TileRange): PixelBox[] {
  const boxes: PixelBox[] = [];
  for (let row = range.top; row < range.bottom; row += 1)
    for (let column = range.left; column < range.right; column += 1)
      boxes.push(tileBox(stored, range.level, column, row));
  return boxes;
}

const area = ({ width, height }: Size) => width * height;

/** The part of a box that is seen. */
function seenArea(box: PixelBox, seen: Rect<'image'>): number {
  const width = Math.min(box.x + box.width, seen.x2) - Math.max(box.x, seen.x1);
  const height = Math.min(box.y + box.height, seen.y2) - Math.max(box.y, seen.y1);
  return Math.max(width, 0) * Math.max(height, 0);
}

describe('the tiles of a view', () => {
  test('cover what is seen of the picture, all of it once, and show nothing that is not seen', () => {
    fc.assert(
      fc.property(sizes, levels, views, (stored, level, seen) => {
        const boxes = boxesOf(stored, tilesOver(seen, stored, level));
        const sheet = { x: 0, y: 0, ...stored };
        const covered = boxes.reduce((sum, box) => sum + seenArea(box, seen), 0);
        const wanted = seenArea(sheet, seen);
        expect(Math.abs(covered - wanted)).toBeLessThanOrEqual(1e-6 * Math.max(wanted, 1));
        for (const box of boxes) expect(seenArea(box, seen)).toBeGreaterThan(0);
      }),
    );
  });

  test('of the whole picture have the same pixels as the picture', () => {
    fc.assert(
      fc.property(sizes, levels, (stored, level) => {
        const all = tilesOver({ x1: 0, y1: 0, x2: stored.width, y2: stored.height }, stored, level);
        const boxes = boxesOf(stored, all);
        expect(boxes.reduce((sum, box) => sum + area(box), 0)).toBe(area(stored));
        for (const box of boxes) expect(Math.max(box.width, box.height)).toBeLessThanOrEqual(TILE * 2 ** level);
      }),
    );
  });

  test('of the finer level fill the tile they lie in', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 3 }), fc.nat(), fc.nat(), (stored, level, x, y) => {
        const all = tilesOver({ x1: 0, y1: 0, x2: stored.width, y2: stored.height }, stored, level);
        const column = x % all.right;
        const row = y % all.bottom;
        const box = tileBox(stored, level, column, row);
        const finer = finerTiles(stored, level, column, row);
        const inside = boxesOf(stored, finer);
        expect(finer.level).toBe(level - 1);
        expect(tileCount(finer)).toBeLessThanOrEqual(4);
        expect(inside.reduce((sum, one) => sum + area(one), 0)).toBe(area(box));
        for (const one of inside) expect([one.x >= box.x, one.y >= box.y]).toEqual([true, true]);
      }),
    );
  });

  test('are cut with the pixels round them, as far as there are any', () => {
    const stored = { width: 1300, height: 600 };
    const cut = (level: number, column: number, row: number) =>
      borderedBox(stored, level, tileBox(stored, level, column, row));
    expect(cut(0, 0, 0)).toEqual({ x: 0, y: 0, width: 513, height: 513 });
    expect(cut(0, 1, 1)).toEqual({ x: 511, y: 511, width: 514, height: 89 });
    expect(cut(1, 1, 0)).toEqual({ x: 1022, y: 0, width: 278, height: 600 });
  });
});

describe('levels', () => {
  test('the first that is drawn as one is as large as may be', () => {
    fc.assert(
      fc.property(sizes, (stored) => {
        const fits = (level: number) => {
          const width = Math.ceil(stored.width / 2 ** level);
          const height = Math.ceil(stored.height / 2 ** level);
          return width * height <= MOST_CANVAS_PIXELS && Math.max(width, height) <= 16_384;
        };
        const first = firstWholeLevel(stored);
        expect([fits(first), first > 0 && fits(first - 1)]).toEqual([true, false]);
      }),
    );
    expect([
      firstWholeLevel({ width: 3000, height: 4000 }),
      firstWholeLevel({ width: 12_000, height: 16_000 }),
    ]).toEqual([0, 2]);
  });

  test('the nearest is drawn: neither shrunk nor enlarged by more than √2, until there is no finer one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (scale) => {
        const enlarged = scale * 2 ** levelFor(scale);
        expect(enlarged).toBeGreaterThanOrEqual(Math.SQRT1_2 - 1e-9);
        expect(enlarged).toBeLessThan(Math.SQRT2 + 1e-9);
      }),
    );
    expect([levelFor(1), levelFor(64)]).toEqual([0, 0]);
  });
});
