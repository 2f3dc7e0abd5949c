import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING_SELECTED } from '../../../src/core/inspection/selection.ts';
import { paintHighlight } from '../../../src/core/paint/highlight.ts';
import { OrderLine } from '../../../src/core/paint/order-line.ts';
import { project } from '../../../src/core/paint/projection.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aFittedView, aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const BOXES: Box[] = [
  [0, 0, 20, 20],
  [100, 0, 120, 20],
  [NaN, NaN, NaN, NaN],
  [100, 100, 120, 120],
];

test('the path goes through the middles in the order received, past refused entries', () => {
  const inspection = anInspection(BOXES);
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { order: true }));
  const path = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order);
  expect(path?.points).toEqual([
    { x: 10, y: 10 },
    { x: 110, y: 10 },
    { x: 110, y: 110 },
  ]);
});

test('an arrow on each longer step points on', () => {
  const inspection = anInspection(BOXES.slice(0, 2));
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { order: true }));
  const arrow = brush.drawn.find((one) => one.what === 'fill' && one.points.length === 3);
  const [tip, left, right] = arrow?.points ?? [];
  expect(tip?.x).toBeGreaterThan(left?.x ?? Infinity);
  expect(tip?.x).toBeGreaterThan(right?.x ?? Infinity);
});

test('5,000 regions take a stroke for the casing and one for the line per 200 steps', () => {
  const inspection = anInspection(aGrid(50, 100, 20, 4, 5));
  const view = aView(inspection, { stage: { width: 1300, height: 1000 } });
  const brush = new RecordingBrush();
  const without = new RecordingBrush();
  paintRegions(brush, inspection, { ...view, order: true });
  paintRegions(without, inspection, view);
  expect(brush.count('stroke') - without.count('stroke')).toBe(50);
});

test('steps out of sight are not drawn', () => {
  const inspection = anInspection([
    [2000, 0, 2020, 20],
    [2000, 100, 2020, 120],
    [0, 0, 20, 20],
  ]);
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { order: true }));
  const path = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order);
  expect(path?.points).toHaveLength(2);
});

test('short steps are a faint hairline without arrows, words of a line one piece of it, and clear only round the region one looks at', () => {
  const inspection = anInspection(aGrid(50, 100, 10, 5, 2));
  const view = aFittedView(inspection, { order: true });
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, view);
  const faint = brush.drawn.filter((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.orderFaint);
  // A piece for each of the 100 lines and one to the next line: 199, from point to point.
  expect(faint.flatMap((one) => one.points)).toHaveLength(200);
  expect(brush.drawn.some((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order)).toBe(false);

  const highlight = new RecordingBrush();
  paintHighlight(highlight, inspection, { ...view, selection: NOTHING_SELECTED, hover: 60, labels: false });
  const near = highlight.drawn.filter((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order);
  // From eight before it to eight after it.
  expect(near.flatMap((one) => one.points)).toHaveLength(17);
});

test('a way that jumps about in thousands of steps is not drawn: nobody could follow it', () => {
  const boxes = Array.from({ length: 25_000 }, (_, i): Box => {
    const [x, y] = [(i * 7919) % 1200, (i * 104_729) % 800];
    return [x, y, x + 3, y + 3];
  });
  const inspection = anInspection(boxes);
  const line = new OrderLine();
  const view = aView(inspection);
  line.add(project(inspection.frame, view.viewport, 1), inspection.regions.received, view.index.rows, 0, 25_000, {
    width: 1280,
    height: 900,
  });
  const brush = new RecordingBrush();
  line.stroke(brush);
  expect(line.isScrawl).toBe(true);
  expect(brush.drawn).toEqual([]);
});

test('the hairline misses no middle by more than a pixel, whatever the way', () => {
  const place = fc.integer({ min: 0, max: 60 });
  const spots = fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(spots, (given) => {
      const inspection = anInspection(given.map(([x, y]): Box => [x * 2, y, x * 2 + 8, y + 4]));
      const view = aView(inspection);
      const line = new OrderLine();
      const at = project(inspection.frame, view.viewport, 1);
      for (let i = 0; i < given.length; i += 1) {
        line.add(at, inspection.regions.received, Uint32Array.of(i), 0, 1, view.stage);
      }
      const brush = new RecordingBrush();
      line.stroke(brush);
      const points = brush.drawn.flatMap((one) => one.points);
      for (const [x, y] of given) expect(distanceTo(points, x * 2 + 4, y + 2)).toBeLessThanOrEqual(1.001);
      expect(points[0]).toEqual({ x: (given[0]?.[0] ?? 0) * 2 + 4, y: (given[0]?.[1] ?? 0) + 2 });
    }),
  );
});

/** From a point to the nearest piece of a way. */
function distanceTo(points: readonly { x: number; y: number }[], x: number, y: number): number {
  const pieces = points.map((from, i) => {
    const to = points[i + 1] ?? from;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = dx === 0 && dy === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
    const part = Math.min(Math.max(along, 0), 1);
    return Math.hypot(from.x + dx * part - x, from.y + dy * part - y);
  });
  return Math.min(...pieces);
}

test('where all steps are drawn clearly, the region one looks at adds none', () => {
  const inspection = anInspection(aGrid(5, 5, 60, 40, 40));
  const highlight = new RecordingBrush();
  const view = aView(inspection, { order: true });
  paintHighlight(highlight, inspection, { ...view, selection: NOTHING_SELECTED, hover: 7, labels: false });
  expect(highlight.drawn.some((one) => one.strokeStyle === PALETTE.order)).toBe(false);
});
