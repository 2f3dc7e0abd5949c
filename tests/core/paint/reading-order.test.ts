import { expect, test } from 'vitest';
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
  const inspection = anInspection(aGrid(50, 100));
  const brush = new RecordingBrush();
  const without = new RecordingBrush();
  paintRegions(brush, inspection, aFittedView(inspection, { order: true }));
  paintRegions(without, inspection, aFittedView(inspection));
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
