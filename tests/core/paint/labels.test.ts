import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '../../../src/core/geometry/rect.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { paintRegions, type RegionsView } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aView, PALETTE } from './a-view.ts';
import { type Drawn, type DrawnBox, RecordingBrush } from './recording-brush.ts';

function paint(inspection: Inspection, also: Partial<RegionsView> = {}) {
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { labels: true, ...also }));
  const grounds = new Set(Object.values(PALETTE.looks).map((look) => look.badge));
  const plates = brush.drawn.filter((one) => one.what === 'fill' && grounds.has(one.fillStyle));
  return { numbers: brush.texts(), plates: plates.flatMap((one) => one.boxes) };
}

const asRect = ({ x, y, width, height }: DrawnBox) => ({ x1: x, y1: y, x2: x + width, y2: y + height });
const read = (numbers: readonly Drawn[]) => numbers.map((one) => one.text);

test('each region carries its number as received, refused entries counted', () => {
  const nothing: Box = [NaN, NaN, NaN, NaN];
  const { numbers } = paint(anInspection([[100, 100, 300, 130], nothing, [100, 200, 300, 230]]));
  expect(read(numbers)).toEqual(['1', '3']);
});

test('numbers stand in the margin beside their line, never on another line', () => {
  const lines = Array.from({ length: 5 }, (_, i): Box => [100, 100 + i * 20, 500, 116 + i * 20]);
  const { plates } = paint(anInspection(lines));
  expect(plates).toHaveLength(5);
  for (const plate of plates) expect(plate.x + plate.width).toBeLessThanOrEqual(100);
});

test('boxes too small on the screen carry no number', () => {
  const { numbers } = paint(anInspection(aGrid(10, 10, 40, 5, 60)));
  expect(numbers).toEqual([]);
});

test('on a page of words so dense that few numbers find a place, none is shown', () => {
  const view = { viewport: { scale: 1, x: 100, y: 100 } };
  expect(paint(anInspection(aGrid(20, 20, 30, 14, 4)), view).numbers).toEqual([]);
  expect(paint(anInspection(aGrid(2, 20, 30, 14, 4)), view).numbers).toHaveLength(21);
});

test('no number covers a line of text, its own or another', () => {
  const place = fc.integer({ min: 0, max: 700 });
  const boxes = fc.array(
    fc
      .tuple(place, place, fc.integer({ min: 5, max: 200 }), fc.integer({ min: 7, max: 48 }))
      .map(([x, y, w, h]): Box => [x, y, x + w, y + h]),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(boxes, (given) => {
      const { plates } = paint(anInspection(given));
      for (const plate of plates) {
        for (const [x1, y1, x2, y2] of given) expect(overlaps(asRect(plate), { x1, y1, x2, y2 })).toBe(false);
      }
    }),
  );
});

test('a large box without room around it carries its number inside', () => {
  const inspection = anInspection(aGrid(4, 4, 200, 100, 0), {});
  const { numbers, plates } = paint(inspection);
  expect(numbers).toHaveLength(16);
  for (const plate of plates) expect(plate.height).toBeLessThan(30);
});

test('numbers never cover each other, and each stays on its plate', () => {
  const place = fc.integer({ min: 0, max: 900 });
  const size = fc.integer({ min: 1, max: 120 });
  const boxes = fc.array(
    fc.tuple(place, place, size, size).map(([x, y, w, h]): Box => [x, y, x + w, y + h]),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(boxes, (given) => {
      const { numbers, plates } = paint(anInspection(given));
      expect(plates).toHaveLength(numbers.length);
      plates.forEach((plate, i) => {
        for (const other of plates.slice(i + 1)) expect(overlaps(asRect(plate), asRect(other))).toBe(false);
      });
      for (const { at } of numbers) {
        const holder = plates.find(
          (plate) =>
            plate.x <= at.x &&
            plate.x + plate.width >= at.x + at.width &&
            plate.y <= at.y &&
            plate.y + plate.height > at.y,
        );
        expect(holder).toBeDefined();
      }
    }),
  );
});

test('panning by any distance changes no number in the middle of the stage', () => {
  const inspection = anInspection(aGrid(12, 12, 34, 16, 9));
  const shown = (x: number) =>
    read(paint(inspection, { viewport: { scale: 1.3, x: 200 + x, y: 150 } }).numbers).toSorted();
  expect(shown(17)).toEqual(shown(0));
  expect(shown(31.5)).toEqual(shown(0));
});

test('while something is searched for only what was found is numbered', () => {
  const lines = Array.from({ length: 4 }, (_, i): Box => [100, 100 + i * 40, 500, 120 + i * 40]);
  expect(read(paint(anInspection(lines), { matches: Uint32Array.from([1, 2]) }).numbers)).toEqual(['2', '3']);
});
