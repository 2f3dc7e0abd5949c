import { expect, test } from 'vitest';
import { NOTHING_SELECTED } from '../../../src/core/inspection/selection.ts';
import { paintHighlight } from '../../../src/core/paint/highlight.ts';
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

test('short steps are a faint hairline without arrows, a stroke for every 200, and clear only round the region one looks at', () => {
  const inspection = anInspection(aGrid(50, 100, 10, 5, 2));
  const view = aFittedView(inspection, { order: true });
  const brush = new RecordingBrush();
  const without = new RecordingBrush();
  paintRegions(brush, inspection, view);
  paintRegions(without, inspection, { ...view, order: false });
  expect(brush.count('stroke') - without.count('stroke')).toBe(25);
  expect(brush.drawn.some((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order)).toBe(false);

  const highlight = new RecordingBrush();
  paintHighlight(highlight, inspection, { ...view, selection: NOTHING_SELECTED, hover: 60, labels: false });
  const near = highlight.drawn.filter((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order);
  // From eight before it to eight after it.
  expect(near.flatMap((one) => one.points)).toHaveLength(17);
});

test('where all steps are drawn clearly, the region one looks at adds none', () => {
  const inspection = anInspection(aGrid(5, 5, 60, 40, 40));
  const highlight = new RecordingBrush();
  const view = aView(inspection, { order: true });
  paintHighlight(highlight, inspection, { ...view, selection: NOTHING_SELECTED, hover: 7, labels: false });
  expect(highlight.drawn.some((one) => one.strokeStyle === PALETTE.order)).toBe(false);
});
