import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphaOf, packedColour, withAlpha } from '../../../src/core/paint/colour.ts';
import { paletteOf } from '../../../src/core/paint/palette.ts';
import { penOf } from '../../../src/core/paint/pens.ts';
import { type PixelSheet, tintRect } from '../../../src/core/paint/pixel-sheet.ts';
import { project, screenBox } from '../../../src/core/paint/projection.ts';
import { type Pen, rasterBoxes, type Tally } from '../../../src/core/paint/raster.ts';
import { RowList } from '../../../src/core/paint/row-list.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';
import { PALETTE } from './a-view.ts';
import { aSheet, pixelAt } from './a-sheet.ts';

const PLAIN = { look: 'plain', emphasis: 'normal' } as const;
const STROKE = packedColour(PALETTE.looks.plain.stroke);
const FILL = packedColour(PALETTE.looks.plain.fill);
const SIZE = { width: 80, height: 60 };

function aTally(): Tally {
  return { seen: 0, tall: 0, large: new RowList() };
}

function raster(inspection: Inspection, viewport = { scale: 1, x: 0, y: 0 }, ratio = 1, pen = aPen(ratio)) {
  const sheet = aSheet(SIZE.width, SIZE.height);
  const tally = aTally();
  const { rows, at } = rowsAndProjection(inspection, viewport, ratio);
  rasterBoxes(sheet, at, inspection.regions.received, rows, 0, rows.length, null, 0, pen, 7, tally);
  return { sheet, tally, at };
}

function aPen(ratio: number): Pen {
  return penOf(PLAIN, PALETTE, ratio, 1);
}

function rowsAndProjection(inspection: Inspection, viewport: { scale: number; x: number; y: number }, ratio: number) {
  return { rows: [...inspection.regions.flags.keys()], at: project(inspection.frame, viewport, ratio) };
}

const boxes = fc.array(
  fc
    .tuple(
      fc.integer({ min: -30, max: 90 }),
      fc.integer({ min: -30, max: 70 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 13 }),
    )
    .map(([x, y, w, h]): Box => [x, y, x + w, y + h]),
  { minLength: 1, maxLength: 12 },
);

test('every colour of the palette is understood; channels stand as a picture has them in memory', () => {
  for (const palette of [paletteOf('light'), paletteOf('dark'), paletteOf('dark', true)]) {
    for (const look of Object.values(palette.looks)) {
      for (const colour of [look.stroke, look.fill, look.dimmed])
        expect(alphaOf(packedColour(colour))).toBeGreaterThan(0);
    }
    for (const colour of [palette.marker, palette.mapBox, palette.accent, palette.selectedFill]) packedColour(colour);
  }
  expect([...new Uint8Array(Uint32Array.of(packedColour('#123456')).buffer)]).toEqual([0x12, 0x34, 0x56, 0xff]);
  expect(() => packedColour('hsl(0 0% 0%)')).toThrow('hsl(0 0% 0%)');
});

test('pixels are those that a path along the same grid would have: a line inside the box, a fill within, nothing outside', () => {
  fc.assert(
    fc.property(
      boxes,
      fc.constantFrom(1, 1.5, 2),
      fc.double({ min: 0.6, max: 1.4, noNaN: true }),
      (given, ratio, scale) => {
        const inspection = anInspection(given);
        const { sheet, at } = raster(inspection, { scale, x: 3.3, y: -2.7 }, ratio, {
          ...aPen(ratio),
          tintUpTo: 0,
          detailFrom: Infinity,
        });
        const line = aPen(ratio).line;
        const wanted = aSheet(SIZE.width, SIZE.height);
        const edges = given.map((_, row) => {
          const box = screenBox(at, inspection.regions.received, row, { x1: 0, y1: 0, x2: 0, y2: 0 });
          const [x1, y1, x2, y2] = [box.x1, box.y1, box.x2, box.y2].map((edge) => Math.round(edge * ratio));
          return {
            x1: x1 ?? 0,
            y1: y1 ?? 0,
            x2: Math.max(x2 ?? 0, (x1 ?? 0) + line + 1),
            y2: Math.max(y2 ?? 0, (y1 ?? 0) + line + 1),
          };
        });
        for (let y = 0; y < SIZE.height; y += 1) {
          for (let x = 0; x < SIZE.width; x += 1) {
            const on = edges.filter((e) => x >= e.x1 && x < e.x2 && y >= e.y1 && y < e.y2);
            const onLine = on.some((e) => x < e.x1 + line || x >= e.x2 - line || y < e.y1 + line || y >= e.y2 - line);
            wanted.pixels[y * SIZE.width + x] = onLine ? STROKE : on.length > 0 ? FILL : 0;
          }
        }
        expect(sheet.pixels).toEqual(wanted.pixels);
      },
    ),
  );
});

test('a piece of the page is the same pixels whether it is painted alone or as a part of more', () => {
  const shift = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(boxes, shift, shift, (given, dx, dy) => {
      const inspection = anInspection(given);
      const whole = raster(inspection, { scale: 0.71, x: 0.2, y: 0.4 }).sheet;
      const moved = raster(inspection, { scale: 0.71, x: 0.2 + dx, y: 0.4 + dy }).sheet;
      const differing: number[] = [];
      for (let y = Math.max(dy, 0); y < SIZE.height + Math.min(dy, 0); y += 1) {
        for (let x = Math.max(dx, 0); x < SIZE.width + Math.min(dx, 0); x += 1) {
          if (pixelAt(moved, x, y) !== pixelAt(whole, x - dx, y - dy)) differing.push(x, y);
        }
      }
      expect(differing).toEqual([]);
    }),
  );
});

test('rows painted in any pieces give the same picture', () => {
  fc.assert(
    fc.property(boxes, fc.nat(12), (given, cut) => {
      const inspection = anInspection(given);
      const { rows, at } = rowsAndProjection(inspection, { scale: 0.5, x: 0, y: 0 }, 1);
      const { received } = inspection.regions;
      const [once, pieces] = [aSheet(80, 60), aSheet(80, 60)];
      const end = Math.min(cut, rows.length);
      rasterBoxes(once, at, received, rows, 0, rows.length, null, 0, aPen(1), 7, aTally());
      rasterBoxes(pieces, at, received, rows, 0, end, null, 0, aPen(1), 7, aTally());
      rasterBoxes(pieces, at, received, rows, end, rows.length, null, 0, aPen(1), 7, aTally());
      expect(pieces.pixels).toEqual(once.pixels);
    }),
  );
});

test('boxes with room for details are listed for the brush and not written', () => {
  const { sheet, tally } = raster(
    anInspection([
      [2, 2, 30, 30],
      [40, 2, 70, 12],
      [200, 200, 300, 300],
    ]),
  );
  expect([...tally.large.rows]).toEqual([0]);
  expect(tally.seen).toBe(2);
  expect(pixelAt(sheet, 2, 2)).toBe(0);
  expect(pixelAt(sheet, 40, 2)).toBe(STROKE);
});

test('refused entries and numbers beyond all measure leave no mark and no error', () => {
  const { sheet, tally } = raster(
    anInspection([
      [NaN, NaN, NaN, NaN],
      [1e300, 1e300, 2e300, 2e300],
      [-1e12, 10, 1e12, 16],
    ]),
  );
  expect(tally.seen).toBe(1);
  expect(pixelAt(sheet, 79, 10)).toBe(STROKE);
  expect(pixelAt(sheet, 40, 12)).toBe(FILL);
});

test('a page of words too small for outlines is a grey value that follows their density, lighter than a line', () => {
  const words = Array.from({ length: 60 * 40 }, (_, i): Box => {
    const [x, y] = [(i % 60) * 10, Math.floor(i / 60) * 10];
    return [x, y, x + 8, y + 5];
  });
  const { sheet } = raster(anInspection(words), { scale: 0.1, x: 0, y: 0 });
  const whole = meanAlpha(sheet, 60, 40);
  expect(whole).toBeGreaterThan(20);
  expect(Math.max(...sheet.pixels.map(alphaOf))).toBeLessThan(alphaOf(STROKE));
  const half = raster(anInspection(words.filter((_, i) => i % 2 === 0)), { scale: 0.1, x: 0, y: 0 });
  expect(meanAlpha(half.sheet, 60, 40)).toBeCloseTo(whole / 2, -1);
});

test('what a small box adds is what it covers, spread over the pixels that it touches', () => {
  const part = fc.double({ min: 0.4, max: 2.4, noNaN: true });
  const place = fc.double({ min: 1, max: 4, noNaN: true });
  fc.assert(
    fc.property(place, place, part, part, (x, y, width, height) => {
      const sheet = aSheet(10, 10);
      const colour = withAlpha(STROKE, 200);
      tintRect(sheet, x, y, x + width, y + height, colour, 0);
      const alphas = [...sheet.pixels].map(alphaOf);
      const touched = alphas.filter((alpha) => alpha > 0).length;
      const sum = alphas.reduce((all, alpha) => all + alpha, 0);
      expect(Math.abs(sum - width * height * 200)).toBeLessThanOrEqual(touched + 16);
      expect(Math.max(...alphas)).toBeLessThanOrEqual(200);
    }),
  );
});

test('a few boxes that stand out stay solid dots however small; thousands of them become a tint', () => {
  const found = { look: 'plain', emphasis: 'matched' } as const;
  expect(penOf(found, PALETTE, 1, 40).tintUpTo).toBe(0);
  expect(penOf(found, PALETTE, 1, 400_000).tintUpTo).toBeGreaterThan(0);
  const { sheet } = raster(
    anInspection([[100, 100, 103, 102]]),
    { scale: 0.1, x: 0, y: 0 },
    1,
    penOf(found, PALETTE, 1, 1),
  );
  expect(pixelAt(sheet, 10, 10)).toBe(STROKE);
});

function meanAlpha({ pixels, width }: PixelSheet, columns: number, rows: number): number {
  let sum = 0;
  for (let y = 0; y < rows; y += 1) for (let x = 0; x < columns; x += 1) sum += alphaOf(pixels[y * width + x] ?? 0);
  return sum / (columns * rows);
}
