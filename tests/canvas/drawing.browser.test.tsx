import Konva from 'konva/lib/Core.js';
import { expect, test, vi } from 'vitest';
import { toScreen } from '../../src/core/geometry/viewport.ts';
import { NOTHING_SELECTED, selectOnly } from '../../src/core/inspection/selection.ts';
import { useView } from '../../src/state/view-store.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { INSPECTION, placeOf, quietCanvas, settled, show, SIZE } from './a-canvas.tsx';
import { aPicture } from './a-picture.ts';
import { hand } from './hand.ts';

quietCanvas();

test('shows the whole picture at first', async () => {
  await show();
  const { viewport, stage } = useView.getState();
  expect(stage).toEqual({ width: 660, height: 460 });
  const corner = toScreen({ x: 590, y: 390 }, viewport);
  expect(corner.x).toBeLessThan(660);
  expect(corner.y).toBeLessThan(460);
  expect(Konva.stages).toHaveLength(1);
});

test('draws the picture, its regions, and nothing but the picture while blinked', async () => {
  const { image, close } = await aPicture(SIZE, 'rgb(200, 120, 40)');
  const { element } = await show(INSPECTION, image);
  await settled();
  const inside = placeOf(element, 450, 320);
  expect(colourAt(0, inside, element)).toEqual([200, 120, 40, 255]);
  expect(colourAt(1, inside, element)[3]).toBeGreaterThan(0);
  useView.getState().setBlink(true);
  await settled();
  expect(colourAt(1, inside, element)).toEqual([0, 0, 0, 0]);
  expect(colourAt(0, inside, element)).toEqual([200, 120, 40, 255]);
  close();
});

test('what the search found is dyed as with a marker pen: paper takes the colour, print stays black', async () => {
  const found = Uint32Array.from([3]);
  const page = await aPicture(SIZE, 'rgb(255, 255, 255)');
  const first = await show(INSPECTION, page.image, found);
  await settled();
  const [red = 0, , blue = 0] = colourAt(0, placeOf(first.element, 450, 320), first.element);
  expect(red - blue).toBeGreaterThan(100);
  useView.getState().setBlink(true);
  await settled();
  expect(colourAt(0, placeOf(first.element, 450, 320), first.element)).toEqual([255, 255, 255, 255]);
  useView.getState().setBlink(false);
  await first.screen.unmount();
  page.close();

  const print = await aPicture(SIZE, 'rgb(0, 0, 0)');
  const { element } = await show(INSPECTION, print.image, found);
  await settled();
  expect(colourAt(0, placeOf(element, 450, 320), element)).toEqual([0, 0, 0, 255]);
  print.close();
});

test('lives through an image that is closed while it is still shown', async () => {
  const { image, close } = await aPicture(SIZE, 'rgb(200, 120, 40)');
  await show(INSPECTION, image);
  close();
  useView.getState().panBy(10, 10);
  await settled();
  expect(Konva.stages).toHaveLength(1);
});

test('shows an image without regions, and nothing at all, without complaint', async () => {
  const { image, close } = await aPicture(SIZE, 'rgb(1, 2, 3)');
  const { screen, element } = await show(anInspection([], { imageSize: SIZE }), image);
  hand(element).click(placeOf(element, 50, 50));
  hand(element).key('ArrowRight', { shiftKey: true });
  expect(useView.getState().selection).toEqual(NOTHING_SELECTED);
  await screen.unmount();
  await show(anInspection([]));
  await settled();
  close();
});

test('moving the mouse over regions repaints the highlights and leaves all other layers alone', async () => {
  const { element } = await show();
  await settled();
  const [image, regions, highlight] = Konva.stages[0]?.getLayers() ?? [];
  const drawn = { image: 0, regions: 0, highlight: 0 };
  image?.on('draw', () => (drawn.image += 1));
  regions?.on('draw', () => (drawn.regions += 1));
  highlight?.on('draw', () => (drawn.highlight += 1));
  hand(element).move(placeOf(element, 70, 70));
  await settled();
  hand(element).move(placeOf(element, 450, 320));
  await settled();
  expect(drawn).toEqual({ image: 0, regions: 0, highlight: 2 });
});

test('a choice and a zoom in one go are drawn from below, so that the highlight knows where the labels stand', async () => {
  await show();
  await settled();
  const [, regions, highlight] = Konva.stages[0]?.getLayers() ?? [];
  const drawn: string[] = [];
  regions?.on('draw', () => drawn.push('regions'));
  highlight?.on('draw', () => drawn.push('highlight'));
  useView.getState().select(selectOnly(2));
  useView.getState().zoomBy(2);
  await settled();
  expect(drawn).toEqual(['regions', 'highlight']);
});

test('leaves nothing behind', async () => {
  const observing = vi.spyOn(ResizeObserver.prototype, 'observe');
  const disconnecting = vi.spyOn(ResizeObserver.prototype, 'disconnect');
  const { screen, element } = await show();
  useView.getState().zoomBy(4);
  await screen.unmount();
  await settled();
  expect(Konva.stages).toHaveLength(0);
  expect(observing.mock.calls.length).toBeGreaterThan(0);
  expect(disconnecting.mock.calls.length).toBe(observing.mock.calls.length);
  const before = useView.getState();
  hand(element).wheel({ x: 10, y: 10 }, { deltaY: 100 });
  hand(element).click({ x: 10, y: 10 });
  expect(useView.getState()).toBe(before);
  observing.mockRestore();
  disconnecting.mockRestore();
});

function colourAt(layer: number, place: { x: number; y: number }, element: Element): number[] {
  const canvas = element.querySelectorAll('canvas')[layer];
  const context = canvas?.getContext('2d');
  if (!canvas || !context) throw new Error(`There is no layer ${layer}.`);
  const { left, top, width } = element.getBoundingClientRect();
  const ratio = canvas.width / width;
  const x = Math.round((place.x - left) * ratio);
  const y = Math.round((place.y - top) * ratio);
  return [...context.getImageData(x, y, 1, 1).data];
}
