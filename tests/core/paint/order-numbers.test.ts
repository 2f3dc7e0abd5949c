import { expect, test } from 'vitest';
import { NOTHING_SELECTED } from '../../../src/core/inspection/selection.ts';
import { paintHighlight } from '../../../src/core/paint/highlight.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aFittedView, aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const BOXES: Box[] = [
  [0, 0, 60, 40],
  [200, 0, 260, 40],
  [200, 200, 260, 240],
];
const inspection = anInspection(BOXES);

function drawn(way: Uint32Array | null, labels = false): RecordingBrush {
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { order: true, labels, way }));
  return brush;
}
const middle = ({ at }: { at: { x: number; y: number; width: number; height: number } }) => [
  at.x + at.width / 2,
  Math.round(at.y + at.height / 2),
];

test('another order is drawn as its path, with its numbers on the middles of the regions', () => {
  const brush = drawn(Uint32Array.of(2, 0, 1));
  const path = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === PALETTE.order);
  expect(path?.points).toEqual([
    { x: 230, y: 220 },
    { x: 30, y: 20 },
    { x: 230, y: 20 },
  ]);
  expect(brush.texts().map((one) => [one.text, ...middle(one)])).toEqual([
    ['1', 230, 221],
    ['2', 30, 21],
    ['3', 230, 21],
  ]);
});

test('the plates beside the boxes stay the numbers received; as received the path has none of its own', () => {
  const count = (way: Uint32Array | null, labels: boolean) => drawn(way, labels).texts().length;
  expect(count(null, true)).toBe(3);
  expect(count(null, false)).toBe(0);
  const both = drawn(Uint32Array.of(2, 0, 1), true).texts();
  // Region 3 is read first: 3 on its plate, 1 on the path.
  const near = both.filter((one) => one.at.x > 150 && one.at.y > 150).map((one) => one.text);
  expect(near.toSorted()).toEqual(['1', '3']);
});

test('a number that would lie on another is left out', () => {
  const boxes: Box[] = [
    [0, 0, 400, 400],
    [190, 190, 210, 210],
    [300, 300, 340, 340],
  ];
  const nested = anInspection(boxes);
  const brush = new RecordingBrush();
  paintRegions(brush, nested, aView(nested, { order: true, way: Uint32Array.of(1, 0, 2) }));
  expect(brush.texts().map(({ text }) => text)).toEqual(['1', '3']);
});

test('where steps are short, numbers stand round the region one looks at alone, its own among them', () => {
  const page = anInspection(aGrid(50, 100, 10, 5, 2));
  const way = Uint32Array.from({ length: 5_000 }, (_, i) => 4_999 - i);
  const view = aFittedView(page, { order: true, way });
  const brush = new RecordingBrush();
  paintRegions(brush, page, view);
  expect(brush.texts()).toEqual([]);
  const highlight = new RecordingBrush();
  paintHighlight(highlight, page, { ...view, selection: NOTHING_SELECTED, hover: 4_925, labels: false });
  const numbers = highlight.texts().map(({ text }) => Number(text));
  expect(numbers[0]).toBe(75);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(67);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(83);
});
