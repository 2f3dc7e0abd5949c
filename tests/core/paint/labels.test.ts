import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '../../../src/core/geometry/rect.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { BadgeList } from '../../../src/core/paint/badge-list.ts';
import {
  addInk,
  areTooFew,
  isWorthNumbering,
  NUMBERED_FROM,
  placeNumbers,
  startPlacing,
} from '../../../src/core/paint/labels.ts';
import { Occupied } from '../../../src/core/paint/occupied.ts';
import { project } from '../../../src/core/paint/projection.ts';
import { paintRegions, type RegionsView } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aView, PALETTE } from './a-view.ts';
import { type Drawn, type DrawnBox, LETTER, RecordingBrush } from './recording-brush.ts';

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

test('numbers that are not even tried would not have been shown', () => {
  const side = fc.integer({ min: 4, max: 30 });
  fc.assert(
    fc.property(side, side, fc.integer({ min: 0, max: 12 }), (width, height, gap) => {
      const stage = { width: 300, height: 200 };
      const columns = Math.ceil(stage.width / (width + gap));
      const inspection = anInspection(aGrid(columns, Math.ceil(stage.height / (height + gap)), width, height, gap));
      const view = aView(inspection, { stage });
      const { rows } = view.index;
      const tall = height >= NUMBERED_FROM ? rows.length : 0;
      if (isWorthNumbering(rows.length, tall, LETTER, stage)) return;
      const brush = new RecordingBrush();
      const at = project(inspection.frame, view.viewport, 1);
      const { received } = inspection.regions;
      const occupied = new Occupied();
      startPlacing(occupied, view);
      addInk(occupied, at, received, rows, 0, rows.length);
      placeNumbers(occupied, brush, view, at, received, rows, 0, rows.length, new Uint8Array(rows.length).fill(3));
      expect(areTooFew(view.badges.count, rows.length)).toBe(true);
    }),
  );
});

test('a page of 50,000 words is known to be too dense from their number alone, a page of 300 is tried', () => {
  const stage = { width: 1280, height: 900 };
  expect(isWorthNumbering(50_000, 50_000, LETTER, stage)).toBe(false);
  expect(isWorthNumbering(300, 300, LETTER, stage)).toBe(true);
  expect(isWorthNumbering(300, 40, LETTER, stage)).toBe(false);
});

test('a number is found where it stands after the picture was moved, until the list is filled anew', () => {
  const painted = new BadgeList();
  painted.add(7, { x: 10, y: 20, width: 30, height: 11 }, 0);
  const shown = new BadgeList();
  shown.borrow(painted, -4, 6);
  expect(shown.find(7)).toEqual({ x: 6, y: 26, width: 30, height: 11 });
  expect(shown.find(8)).toBeNull();
  shown.clear();
  expect(shown.find(7)).toBeNull();
});
