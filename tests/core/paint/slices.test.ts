import { beforeAll, expect, test } from 'vitest';
import { regionIndexOf } from '../../../src/core/geometry/region-index.ts';
import { fit } from '../../../src/core/geometry/viewport.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { alphaOf } from '../../../src/core/paint/colour.ts';
import { paintHighlight } from '../../../src/core/paint/highlight.ts';
import { markerSlices } from '../../../src/core/paint/marker.ts';
import { minimapSlices } from '../../../src/core/paint/minimap.ts';
import { isDear, paintRegions, type RegionsView } from '../../../src/core/paint/regions.ts';
import { selectionSlices } from '../../../src/core/paint/selected.ts';
import { regionSlices } from '../../../src/core/paint/slices.ts';
import { rowsInSight } from '../../../src/core/paint/view.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aSheet, finished, RecordingTarget } from './a-sheet.ts';
import { aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const PAGE = { width: 3000, height: 4000 };
const STAGE = { width: 1280, height: 900 };

/** A page of words, as the bench has it. */
function words(count: number): Inspection {
  const columns = Math.ceil(Math.sqrt((count * PAGE.width) / PAGE.height / 3));
  const [cell, line] = [PAGE.width / columns, PAGE.height / Math.ceil(count / columns)];
  return anInspection(
    Array.from({ length: count }, (_, i): Box => {
      const [x, y] = [(i % columns) * cell, Math.floor(i / columns) * line];
      return [x, y, x + cell * (0.6 + ((i * 7) % 4) / 10), y + line * 0.8];
    }),
  );
}

const pages = new Map<number, Inspection>();
beforeAll(() => {
  for (const count of [1_000, 10_000, 50_000, 1_000_000]) pages.set(count, words(count));
}, 120_000);

function page(count: number): Inspection {
  const found = pages.get(count);
  if (!found) throw new Error(`There is no page of ${count} words.`);
  return found;
}

const VIEWS = {
  fit: fit({ x1: 0, y1: 0, x2: PAGE.width, y2: PAGE.height }, STAGE),
  reading: { scale: 1, x: (STAGE.width - PAGE.width) / 2, y: (STAGE.height - PAGE.height) / 2 },
};

function slice(inspection: Inspection, view: RegionsView) {
  const target = new RecordingTarget(view.stage.width, view.stage.height);
  return { target, ...finished(regionSlices(target, inspection, view, rowsInSight(view).slice())) };
}

/** What may be asked of the canvas: the regression gate of drawing. A view that is not dear is painted in every frame. */
test.each([
  { count: 1_000, where: 'fit', dear: false, strokes: 10, steps: 1 },
  { count: 1_000, where: 'reading', dear: false, strokes: 4, steps: 1 },
  { count: 10_000, where: 'fit', dear: true, strokes: 0, steps: 1 },
  { count: 10_000, where: 'reading', dear: false, strokes: 20, steps: 1 },
  { count: 50_000, where: 'fit', dear: true, strokes: 0, steps: 2 },
  { count: 50_000, where: 'reading', dear: true, strokes: 0, steps: 5 },
  { count: 1_000_000, where: 'fit', dear: true, strokes: 0, steps: 30 },
  { count: 1_000_000, where: 'reading', dear: true, strokes: 0, steps: 6 },
] as const)(
  '$count words at $where: $strokes strokes, $steps steps at most',
  ({ count, where, dear, strokes, steps }) => {
    const inspection = page(count);
    const view = aView(inspection, { viewport: VIEWS[where], stage: STAGE, labels: true });
    expect(isDear(view)).toBe(dear);
    const brush = new RecordingBrush();
    if (!dear) paintRegions(brush, inspection, view);
    const made = dear ? slice(inspection, view) : null;
    const drawn = made?.target.brush ?? brush;
    expect(drawn.count('stroke')).toBeLessThanOrEqual(strokes);
    expect(made?.target.puts ?? 1).toBe(1);
    expect(made?.steps ?? 1).toBeLessThanOrEqual(steps);
    // Fewer numbers than the stage could hold, whatever there is.
    expect(drawn.count('fillText')).toBeLessThan(4_000);
  },
);

test('no box is lost on the way through pixels: at 1,000,000 no line of the page is empty', () => {
  const inspection = page(1_000_000);
  const { target } = slice(inspection, aView(inspection, { viewport: VIEWS.fit, stage: STAGE }));
  const { pixels, width } = target.sheet;
  const { scale, x, y } = VIEWS.fit;
  let empty = 0;
  for (let row = Math.ceil(y) + 1; row < y + PAGE.height * scale - 2; row += 1) {
    const line = pixels.subarray(row * width + Math.ceil(x), row * width + Math.floor(x + PAGE.width * scale));
    if (line.every((pixel) => alphaOf(pixel) === 0)) empty += 1;
  }
  expect(empty).toBe(0);
});

test('large boxes, texts, order and numbers are drawn as in one go', () => {
  const texts = Array.from({ length: 60 }, (_, i) => `text ${i}`);
  const inspection = anInspection(aGrid(6, 10, 120, 40, 30), { texts });
  const view = aView(inspection, { labels: true, text: true, order: true });
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, view);
  const { target } = slice(inspection, view);
  expect(target.brush.texts().map(({ text, at }) => [text, at])).toEqual(
    brush.texts().map(({ text, at }) => [text, at]),
  );
  expect(linesOf(target.brush)).toEqual(linesOf(brush));
});

test('texts are measured a few at a time, and boxes may be shown before them', () => {
  const texts = Array.from({ length: 2_000 }, (_, i) => `word ${i}`);
  const inspection = anInspection(aGrid(40, 50, 28, 14, 4), { texts });
  const view = aView(inspection, { stage: { width: 1300, height: 920 }, text: true });
  const { steps, presentable, target } = slice(inspection, view);
  expect(steps).toBeGreaterThan(10);
  expect(presentable).toBeGreaterThan(0);
  expect(presentable).toBeLessThanOrEqual(2);
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, view);
  expect(target.brush.count('fillText')).toBe(brush.count('fillText'));
});

test('in a view that is painted at once a first look at many texts is spread over frames as well', () => {
  const inspection = anInspection(aGrid(10, 10, 60, 20, 4), { texts: Array.from({ length: 100 }, (_, i) => `a${i}`) });
  const view = aView(inspection, { text: true });
  const paint = () => {
    const brush = new RecordingBrush();
    return { more: paintRegions(brush, inspection, view, { left: 40 }), count: brush.count('fillText') };
  };
  expect([paint(), paint(), paint()]).toEqual([
    { more: true, count: 40 },
    { more: true, count: 80 },
    { more: false, count: 100 },
  ]);
});

test('under a turned frame everything goes through paths', () => {
  const frame = { a: Math.cos(0.2), b: Math.sin(0.2), c: -Math.sin(0.2), d: Math.cos(0.2), e: 300, f: 0 };
  const inspection = anInspection(aGrid(60, 50, 8, 6, 2), { frame });
  const { target } = slice(inspection, aView(inspection));
  expect(target.puts).toBe(0);
  expect(target.brush.count('stroke')).toBeGreaterThan(0);
});

test('with all of 1,000,000 selected nothing is drawn box by box, and the pixels of the selection are made in steps', () => {
  const inspection = page(1_000_000);
  const bits = new Uint32Array(1_000_000 / 32).fill(0xffffffff);
  const selection = { bits, count: 1_000_000, active: 500_000, anchor: 0 };
  const view = aView(inspection, { viewport: VIEWS.fit, stage: STAGE });
  const brush = new RecordingBrush();
  let many = 0;
  const drawMany = () => (many += 1);
  paintHighlight(brush, inspection, { ...view, selection, hover: null, labels: true, order: false, drawMany });
  expect(many).toBe(1);
  // The halo of the active one: band, casing, line.
  expect(brush.count('stroke')).toBe(3);
  const target = new RecordingTarget(STAGE.width, STAGE.height);
  const { steps } = finished(selectionSlices(target, inspection, view, selection, regionIndexOf(inspection).rows));
  expect(target.brush.drawn).toEqual([]);
  expect(steps).toBeGreaterThan(5);
  expect(target.sheet.pixels.some((pixel) => pixel !== 0)).toBe(true);
});

test('of a large selection only what is in sight is drawn, box by box where it is a few', () => {
  const inspection = page(50_000);
  const bits = new Uint32Array(Math.ceil(50_000 / 32)).fill(0xffffffff);
  const view = aView(inspection, { viewport: { scale: 8, x: -8000, y: -8000 }, stage: STAGE });
  const brush = new RecordingBrush();
  const selection = { bits, count: 50_000, active: null, anchor: null };
  paintHighlight(brush, inspection, { ...view, selection, hover: null, labels: false, order: false });
  const boxes = brush.drawn.filter((one) => one.what === 'fill' && one.fillStyle === view.palette.selectedFill);
  const drawn = boxes.flatMap((one) => one.boxes).length;
  expect(drawn).toBeGreaterThan(10);
  expect(drawn).toBeLessThan(200);
});

test('the marker of thousands of hits is one put of pixels in its colour', () => {
  const inspection = page(50_000);
  const matches = Uint32Array.from({ length: 25_000 }, (_, i) => i * 2);
  const view = aView(inspection, { viewport: VIEWS.fit, stage: STAGE });
  const target = new RecordingTarget(STAGE.width, STAGE.height);
  finished(markerSlices(target, inspection, view, matches, regionIndexOf(inspection).rows));
  expect(target.puts).toBe(1);
  expect(target.brush.drawn).toEqual([]);
  expect(target.sheet.pixels.some((pixel) => pixel !== 0)).toBe(true);
});

/** The colours and shapes of all lines, in the order drawn, each once. */
function linesOf(brush: RecordingBrush): string[] {
  const lines = brush.drawn.filter((one) => one.what === 'stroke' && one.boxes.length + one.points.length > 0);
  return lines.map(({ strokeStyle, boxes, points }) => JSON.stringify([strokeStyle, boxes, points]));
}

const WHOLE_PAGE: Box = [0, 0, PAGE.width, PAGE.height];

test('200,000 boxes that are all the same are a plain one and a flagged one, once each, and ready in a few steps', () => {
  const inspection = anInspection(Array.from({ length: 200_000 }, () => WHOLE_PAGE));
  for (const viewport of Object.values(VIEWS)) {
    const { target, steps } = slice(inspection, aView(inspection, { viewport, stage: STAGE, labels: true }));
    expect(steps).toBeLessThan(15);
    const fills = target.brush.drawn.filter(({ what, boxes }) => what === 'fill' && boxes.length > 0);
    expect(fills.map(({ boxes, fillStyle }) => [boxes.length, fillStyle])).toEqual([
      [1, PALETTE.looks.plain.fill],
      [1, PALETTE.looks.flagged.fill],
    ]);
    // 200,000 numbers in one place are noise, as they were.
    expect(target.brush.count('fillText')).toBe(0);
  }
});

test('every one of the same boxes can be pointed at, chosen and found', () => {
  const inspection = anInspection(Array.from({ length: 20_000 }, () => WHOLE_PAGE));
  const view = aView(inspection, { viewport: VIEWS.fit, stage: STAGE });
  expect(view.index.at({ x: 5, y: 5 })).toHaveLength(20_000);
  const brush = new RecordingBrush();
  const bits = new Uint32Array(625);
  bits[5] = 1;
  const selection = { bits, count: 1, active: 160, anchor: 160 };
  paintHighlight(brush, inspection, { ...view, selection, hover: 9_000, labels: true, order: false });
  expect(brush.texts().map(({ text }) => text)).toEqual(['9001', '161']);
  expect(brush.drawn.filter((one) => one.fillStyle === PALETTE.selectedFill && one.what === 'fill')).toHaveLength(1);
  // One is found among the dimmed: it is drawn as found, on top of one dimmed box.
  const { target } = slice(inspection, { ...view, matches: Uint32Array.of(160) });
  const outlines = target.brush.drawn.filter(({ what, boxes }) => what === 'stroke' && boxes.length > 0);
  expect(outlines.at(-1)?.strokeStyle).toBe(PALETTE.looks.flagged.stroke);
});

test('selecting and marking the same box 20,000 times, and a map of it, are done in a step or two', () => {
  const inspection = anInspection(Array.from({ length: 20_000 }, () => WHOLE_PAGE));
  const view = aView(inspection, { viewport: VIEWS.fit, stage: STAGE });
  const { rows } = view.index;
  const selection = { bits: new Uint32Array(625).fill(0xffffffff), count: 20_000, active: null, anchor: null };
  const onto = () => new RecordingTarget(STAGE.width, STAGE.height);
  expect(finished(selectionSlices(onto(), inspection, view, selection, rows)).steps).toBeLessThanOrEqual(2);
  expect(finished(markerSlices(onto(), inspection, view, rows, rows)).steps).toBeLessThanOrEqual(3);
  const map = { content: { x1: 0, y1: 0, x2: 3000, y2: 4000 }, size: { width: 132, height: 176 } };
  const look = { ...map, pixelRatio: 1, palette: PALETTE };
  expect(finished(minimapSlices(aSheet(132, 176), inspection, rows, look)).steps).toBeLessThanOrEqual(2);
});

test('boxes as large as the page that are not the same are written a few in a step', () => {
  const pile = Array.from({ length: 3_000 }, (_, i): Box => [i / 10, 0, PAGE.width, PAGE.height]);
  const inspection = anInspection(pile);
  const view = aView(inspection, { viewport: VIEWS.fit, stage: STAGE });
  const target = new RecordingTarget(STAGE.width, STAGE.height);
  const { rows } = view.index;
  // Each dyes half the stage: 2,048 of them in a step stood still for seconds.
  expect(finished(markerSlices(target, inspection, view, rows, rows)).steps).toBeGreaterThan(300);
});
