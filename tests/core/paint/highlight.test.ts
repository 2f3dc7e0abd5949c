import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { NOTHING_SELECTED, type Selection, selectItems, selectOnly } from '../../../src/core/inspection/selection.ts';
import { paintHighlight } from '../../../src/core/paint/highlight.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const INSPECTION = anInspection(aGrid(3, 1, 60, 40, 40));

function paint(selection: Selection, hover: number | null, inspection: Inspection = INSPECTION, labels = true) {
  const brush = new RecordingBrush();
  paintHighlight(brush, inspection, { ...aView(inspection), selection, hover, labels, order: false });
  return brush;
}

const halos = (brush: RecordingBrush) =>
  brush.drawn.filter((one) => one.strokeStyle === PALETTE.halo && one.what === 'stroke');
const corners = (brush: RecordingBrush) =>
  brush.drawn.filter((one) => one.fillStyle === PALETTE.cornerFill && one.what === 'fill');

test('nothing pointed at, nothing chosen: nothing is drawn', () => {
  expect(paint(NOTHING_SELECTED, null).drawn).toEqual([]);
});

test('the hovered one has a halo and its number, but no corner marks', () => {
  const brush = paint(NOTHING_SELECTED, 1);
  expect(halos(brush)).toHaveLength(1);
  expect(corners(brush)).toEqual([]);
  expect(brush.texts().map((one) => one.text)).toEqual(['2']);
});

test('selected ones have four corner marks each, and only the active one a halo and its number', () => {
  const brush = paint(selectItems([0, 2], 2), null);
  expect(corners(brush).flatMap((one) => one.boxes)).toHaveLength(8);
  expect(halos(brush)).toHaveLength(1);
  expect(brush.texts().map((one) => one.text)).toEqual(['3']);
});

test('numbers are left out while they are switched off', () => {
  expect(paint(selectOnly(1), 0, INSPECTION, false).texts()).toEqual([]);
});

test('texts without a box, refused entries and items of an answer before are passed over', () => {
  const refused: Box = [NaN, NaN, NaN, NaN];
  const inspection = anInspection([refused, [0, 0, 50, 50]], { texts: ['a', 'b', 'loose'] });
  expect(paint(selectItems([0, 2, 900], 900), 0, inspection).drawn).toEqual([]);
});

test('with 5,000 selected the cost is a stroke for every 200', () => {
  const inspection = anInspection(aGrid(100, 50, 8, 8, 2));
  const all = selectItems(
    Array.from({ length: 5000 }, (_, item) => item),
    null,
  );
  expect(paint(all, null, inspection).count('stroke')).toBe(25);
});

test('at the upper edge of the stage the number is still on it', () => {
  const [number] = paint(NOTHING_SELECTED, 0).texts();
  expect(number?.at.y).toBeGreaterThanOrEqual(0);
});

test('the number of the active region stands where its label stands, so that it is seen once', () => {
  const view = aView(INSPECTION, { labels: true });
  const labels = new RecordingBrush();
  paintRegions(labels, INSPECTION, view);
  const highlight = new RecordingBrush();
  paintHighlight(highlight, INSPECTION, { ...view, selection: selectOnly(1), hover: null, labels: true });
  const label = labels.texts().find((one) => one.text === '2');
  expect(label).toBeDefined();
  const [number] = highlight.texts();
  expect(number?.at.x).toBe(label?.at.x);
  expect(number?.at.y).toBe(label?.at.y);
});
