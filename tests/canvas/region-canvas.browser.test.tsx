import Konva from 'konva/lib/Core.js';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { toImage, toScreen } from '../../src/core/geometry/viewport.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { isSelected, NOTHING_SELECTED, selectedItems, selectOnly } from '../../src/core/inspection/selection.ts';
import type { ImageView } from '../../src/image/image-view.ts';
import { usePointer } from '../../src/state/pointer-store.ts';
import { useView } from '../../src/state/view-store.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { aPicture } from './a-picture.ts';
import { drag, hand } from './hand.ts';

const BOX = { width: 660, height: 460 };
const SIZE = { width: 600, height: 400 };
/** A page, a paragraph on it, a word in the paragraph, and a word elsewhere. */
const INSPECTION = anInspection(
  [
    [10, 10, 590, 390],
    [50, 50, 300, 200],
    [60, 60, 120, 90],
    [400, 300, 500, 340],
  ],
  { texts: ['the whole page', 'a paragraph', 'word', 'elsewhere'], imageSize: SIZE },
);

let errors: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
  useView.getState().reset();
  useView.setState({ viewport: { scale: 1, x: 0, y: 0 }, labels: true, text: false, order: false, blink: false });
});

afterEach(() => {
  const logged = errors.mock.calls;
  errors.mockRestore();
  if (logged.length > 0) throw new Error(`The page logged errors: ${JSON.stringify(logged)}`);
});

async function show(inspection: Inspection = INSPECTION, image: ImageView | null = null) {
  const screen = await render(
    <StrictMode>
      <div style={BOX}>
        <RegionCanvas inspection={inspection} image={image} matches={null} theme="light" />
      </div>
    </StrictMode>,
  );
  const canvas = page.getByRole('group', { name: 'Image with regions' });
  await expect.element(canvas).toBeVisible();
  return { screen, element: canvas.element() };
}

/** A point of the picture as a place in the browser's window. */
function placeOf(element: Element, x: number, y: number) {
  const { left, top } = element.getBoundingClientRect();
  const at = toScreen({ x, y }, useView.getState().viewport);
  // Mouse events carry whole pixels.
  return { x: Math.round(left + at.x), y: Math.round(top + at.y) };
}

test('shows the whole picture at first', async () => {
  await show();
  const { viewport, stage } = useView.getState();
  expect(stage).toEqual({ width: 660, height: 460 });
  const corner = toScreen({ x: 590, y: 390 }, viewport);
  expect(corner.x).toBeLessThan(660);
  expect(corner.y).toBeLessThan(460);
  expect(Konva.stages).toHaveLength(1);
});

test('a click chooses the smallest region under the pointer', async () => {
  const { element } = await show();
  hand(element).click(placeOf(element, 70, 70));
  expect(selectedItems(useView.getState().selection)).toEqual([2]);
});

test('a mouse of the browser itself chooses as well', async () => {
  await page.viewport(700, 500);
  const { element } = await show();
  const { left, top } = element.getBoundingClientRect();
  const place = placeOf(element, 450, 320);
  await page
    .getByRole('group', { name: 'Image with regions' })
    .click({ position: { x: place.x - left, y: place.y - top } });
  expect(selectedItems(useView.getState().selection)).toEqual([3]);
  expect(document.activeElement).toBe(element);
});

test('further clicks on the same spot go through the regions that hold it, and begin again', async () => {
  const { element } = await show();
  const spot = placeOf(element, 70, 70);
  const chosen = [1, 2, 3, 4].map(() => {
    hand(element).click(spot);
    return useView.getState().selection.active;
  });
  expect(chosen).toEqual([2, 1, 0, 2]);
});

test('Ctrl+click adds and removes, Shift+click takes everything between', async () => {
  const { element } = await show();
  hand(element).click(placeOf(element, 70, 70));
  hand(element).click(placeOf(element, 450, 320), { ctrlKey: true });
  expect(selectedItems(useView.getState().selection)).toEqual([2, 3]);
  hand(element).click(placeOf(element, 70, 70), { ctrlKey: true });
  expect(selectedItems(useView.getState().selection)).toEqual([3]);
  hand(element).click(placeOf(element, 250, 150), { shiftKey: true });
  expect(selectedItems(useView.getState().selection)).toEqual([1, 2]);
});

test('a click on empty paper chooses nothing', async () => {
  const { element } = await show();
  useView.getState().select(selectOnly(1));
  hand(element).click(placeOf(element, -20, -20));
  expect(useView.getState().selection.count).toBe(0);
});

test('a drag moves the picture with the pointer and chooses nothing', async () => {
  const { element } = await show();
  const before = useView.getState().viewport;
  drag(element, placeOf(element, 70, 70), { x: 60, y: -25 });
  const after = useView.getState().viewport;
  expect(after.x - before.x).toBeCloseTo(60, 6);
  expect(after.y - before.y).toBeCloseTo(-25, 6);
  expect(after.scale).toBe(before.scale);
  expect(useView.getState().selection.count).toBe(0);
});

test('a hand that trembles while it clicks still chooses', async () => {
  const { element } = await show();
  const before = useView.getState().viewport;
  drag(element, placeOf(element, 70, 70), { x: 2, y: 1 });
  expect(isSelected(useView.getState().selection, 2)).toBe(true);
  expect(useView.getState().viewport).toEqual(before);
});

test('the wheel zooms and keeps the point under the pointer, and the page does not scroll', async () => {
  const { element } = await show();
  const spot = placeOf(element, 123, 77);
  const { left, top } = element.getBoundingClientRect();
  const at = { x: spot.x - left, y: spot.y - top };
  const before = useView.getState().viewport;
  const wheel = hand(element).wheel(spot, { deltaY: -120 });
  const { viewport } = useView.getState();
  expect(viewport.scale).toBeGreaterThan(before.scale);
  expect(toImage(at, viewport).x).toBeCloseTo(toImage(at, before).x, 6);
  expect(toImage(at, viewport).y).toBeCloseTo(toImage(at, before).y, 6);
  expect(wheel.defaultPrevented).toBe(true);
});

test('two fingers that part enlarge the picture round their middle', async () => {
  const { element } = await show();
  const { scale } = useView.getState().viewport;
  const one = placeOf(element, 200, 200);
  const other = placeOf(element, 300, 200);
  const fingers = hand(element);
  fingers.down(one, { pointerId: 11, pointerType: 'touch' });
  fingers.down(other, { pointerId: 12, pointerType: 'touch' });
  fingers.move({ x: one.x - 50, y: one.y }, { pointerId: 11, pointerType: 'touch' });
  fingers.move({ x: other.x + 50, y: other.y }, { pointerId: 12, pointerType: 'touch' });
  fingers.up(one, { pointerId: 11, pointerType: 'touch' });
  fingers.up(other, { pointerId: 12, pointerType: 'touch' });
  const grown = useView.getState().viewport.scale / scale;
  expect(grown).toBeCloseTo((other.x - one.x + 100) / (other.x - one.x), 6);
});

test('a double click zooms to the region that the first click chose', async () => {
  const { element } = await show();
  const { scale } = useView.getState().viewport;
  hand(element).doubleClick(placeOf(element, 70, 70));
  expect(useView.getState().selection.active).toBe(2);
  expect(useView.getState().viewport.scale).toBeGreaterThan(scale * 2);
});

test('pointing at a region names it beside the pointer and tells the status bar where the pointer is', async () => {
  const { element } = await show();
  hand(element).move(placeOf(element, 70, 70));
  await expect.element(page.getByText('Region 3: word')).toBeVisible();
  await vi.waitFor(() => expect(usePointer.getState().position?.x).toBeCloseTo(70, 0));
  hand(element).leave();
  expect(usePointer.getState().position).toBeNull();
  await expect.element(page.getByText('Region 3: word')).not.toBeInTheDocument();
});

test('Shift and an arrow key choose the nearest region that way, Enter zooms to it, arrows pan', async () => {
  const { element } = await show();
  useView.getState().select(selectOnly(2));
  hand(element).key('ArrowRight', { shiftKey: true });
  expect(useView.getState().selection.active).not.toBe(2);
  useView.getState().select(selectOnly(2));
  const { scale } = useView.getState().viewport;
  hand(element).key('Enter');
  expect(useView.getState().viewport.scale).toBeGreaterThan(scale);
  const before = useView.getState().viewport.x;
  hand(element).key('ArrowRight');
  expect(useView.getState().viewport.x).toBeLessThan(before);
});

test('the minimap comes when something is out of sight, and a press on it goes there', async () => {
  await show();
  await expect.element(page.getByTestId('minimap')).not.toBeInTheDocument();
  useView.getState().zoomBy(6, { x: 0, y: 0 });
  const minimap = page.getByTestId('minimap');
  await expect.element(minimap).toBeVisible();
  const before = useView.getState().viewport;
  const { left, top, width, height } = minimap.element().getBoundingClientRect();
  hand(minimap.element()).down({ x: left + width * 0.8, y: top + height * 0.8 });
  expect(useView.getState().viewport.x).toBeLessThan(before.x);
  expect(useView.getState().viewport.y).toBeLessThan(before.y);
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

/** Konva draws in the frame after a change. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
}

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
