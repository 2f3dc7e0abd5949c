import { beforeEach, expect, test } from 'vitest';
import { toImage, toScreen } from '../../src/core/geometry/viewport.ts';
import { selectOnly } from '../../src/core/inspection/selection.ts';
import { showItem, zoomToItem } from '../../src/state/show-item.ts';
import { useView } from '../../src/state/view-store.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';

const PAGE = { x1: 0, y1: 0, x2: 1000, y2: 2000 };
const view = () => useView.getState();

beforeEach(() => {
  view().reset();
  useView.setState({ stage: { width: 0, height: 0 } });
  view().setStage({ width: 800, height: 600 });
  view().setContent(PAGE);
});

test('a new picture is shown whole', () => {
  expect(view().fitted).toBe(true);
  const { y } = toScreen({ x: 0, y: 2000 }, view().viewport);
  expect(y).toBeLessThanOrEqual(600);
});

test('the view follows the size of the stage until the person moves it', () => {
  const before = view().viewport.scale;
  view().setStage({ width: 800, height: 1200 });
  expect(view().viewport.scale).toBeGreaterThan(before);
  view().zoomBy(2);
  const chosen = view().viewport.scale;
  view().setStage({ width: 800, height: 700 });
  expect(view().viewport.scale).toBe(chosen);
});

test('the same content again leaves the view alone', () => {
  view().zoomBy(3);
  const before = view().viewport;
  view().setContent({ ...PAGE });
  expect(view().viewport).toBe(before);
});

test('actual size is one to one and keeps the middle', () => {
  const middle = toImage({ x: 400, y: 300 }, view().viewport);
  view().actualSize();
  expect(view().viewport.scale).toBeCloseTo(1, 12);
  const after = toImage({ x: 400, y: 300 }, view().viewport);
  expect(after.x).toBeCloseTo(middle.x, 6);
  expect(after.y).toBeCloseTo(middle.y, 6);
});

test('the picture cannot be thrown off the stage', () => {
  view().panBy(1e6, -1e6);
  const { x } = toScreen({ x: 0, y: 0 }, view().viewport);
  const { y } = toScreen({ x: 0, y: 2000 }, view().viewport);
  expect(x).toBeLessThan(800);
  expect(y).toBeGreaterThan(0);
});

test('pointing at the same region again tells nobody', () => {
  view().setHover(3);
  let told = 0;
  const stop = useView.subscribe(() => (told += 1));
  view().setHover(3);
  view().setHover(4);
  stop();
  expect(told).toBe(1);
});

test('another inspection begins with nothing chosen, and what was switched on stays on', () => {
  view().select(selectOnly(5));
  view().setSearch('word');
  view().toggle('text');
  const on = view().text;
  view().reset();
  expect(view().selection.count).toBe(0);
  expect(view().search).toBe('');
  expect(view().text).toBe(on);
});

test('showing a region that is in sight and large enough moves nothing', () => {
  const before = view().viewport;
  showItem(anInspection([[100, 100, 500, 400]]), 0);
  expect(view().viewport).toBe(before);
});

test('showing a region that would be tiny enlarges it and puts it in the middle', () => {
  const inspection = anInspection([[300, 500, 330, 510]]);
  showItem(inspection, 0);
  const { viewport } = view();
  expect(10 * viewport.scale).toBeGreaterThan(20);
  const middle = toScreen({ x: 315, y: 505 }, viewport);
  expect(middle.x).toBeCloseTo(400, 6);
  expect(middle.y).toBeCloseTo(300, 6);
});

test('showing a region out of sight pans to it at the scale there is', () => {
  view().actualSize();
  const { scale } = view().viewport;
  showItem(anInspection([[100, 1800, 300, 1900]]), 0);
  expect(view().viewport.scale).toBe(scale);
  const { y } = toScreen({ x: 100, y: 1900 }, view().viewport);
  expect(y).toBeLessThanOrEqual(600);
});

test('a long low region is never enlarged beyond the stage', () => {
  showItem(anInspection([[0, 1000, 1000, 1004]]), 0);
  const { viewport } = view();
  expect(toScreen({ x: 0, y: 0 }, viewport).x).toBeGreaterThanOrEqual(0);
  expect(toScreen({ x: 1000, y: 0 }, viewport).x).toBeLessThanOrEqual(800);
});

test('items without a box move nothing', () => {
  const before = view().viewport;
  const inspection = anInspection([[NaN, NaN, NaN, NaN]], { texts: ['a', 'loose'] });
  for (const item of [0, 1, 7, -1]) {
    showItem(inspection, item);
    zoomToItem(inspection, item);
  }
  expect(view().viewport).toBe(before);
});

test('showing a region larger than the view makes the view smaller, until all of it is seen', () => {
  view().actualSize();
  showItem(anInspection([[0, 0, 1000, 1500]]), 0);
  const { viewport } = view();
  expect(viewport.scale).toBeLessThan(1);
  expect(toScreen({ x: 0, y: 0 }, viewport).y).toBeGreaterThanOrEqual(0);
  expect(toScreen({ x: 1000, y: 1500 }, viewport).y).toBeLessThanOrEqual(600);
});

const onScreen = (length: number) => length * view().viewport.scale;

test('zooming to a paragraph fills the stage with it but for a margin', () => {
  zoomToItem(anInspection([[400, 900, 800, 1200]], { texts: ['one line\nand another'] }), 0);
  expect(onScreen(400)).toBeGreaterThan(650);
  expect(onScreen(400)).toBeLessThanOrEqual(800 - 2 * 36);
  expect(onScreen(300)).toBeLessThanOrEqual(600 - 2 * 36 + 1e-6);
});

test('zooming to a word leaves the line round it in sight, with a text and without', () => {
  for (const texts of [['word'], [null]]) {
    view().fit();
    zoomToItem(anInspection([[400, 900, 460, 920]], { texts }), 0);
    expect(onScreen(20)).toBeCloseTo(96, 6);
  }
});

test('a long text without line ends in a high box is a paragraph, not a line', () => {
  zoomToItem(anInspection([[400, 900, 600, 1000]], { texts: ['word '.repeat(40)] }), 0);
  expect(onScreen(100)).toBeGreaterThan(200);
});

test('zooming to a region never makes smaller what is seen whole already', () => {
  view().zoomBy(40);
  const { scale } = view().viewport;
  zoomToItem(anInspection([[400, 900, 440, 915]], { texts: ['word'] }), 0);
  expect(view().viewport.scale).toBe(scale);
  const middle = toScreen({ x: 420, y: 907.5 }, view().viewport);
  expect(middle.x).toBeCloseTo(400, 6);
  expect(middle.y).toBeCloseTo(300, 6);
});
