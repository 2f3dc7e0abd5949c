import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { toImage } from '../../src/core/geometry/viewport.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { isSelected, selectedItems, selectOnly } from '../../src/core/inspection/selection.ts';
import { usePointer } from '../../src/state/pointer-store.ts';
import { useView } from '../../src/state/view-store.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { INSPECTION, placeOf, quietCanvas, show } from './a-canvas.tsx';
import { drag, hand } from './hand.ts';

quietCanvas();

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

test('resting on a region names it below its box and tells the status bar where the pointer is', async () => {
  const { element } = await show();
  const mouse = hand(element);
  mouse.move(placeOf(element, 70, 70));
  const name = page.getByText('Region 3: word');
  await expect.element(name).toBeVisible();
  expect(name.element().getBoundingClientRect().top).toBeGreaterThan(placeOf(element, 60, 90).y);
  await vi.waitFor(() => expect(usePointer.getState().position?.x).toBeCloseTo(70, 0));
  mouse.leave();
  expect(usePointer.getState().position).toBeNull();
  await expect.element(name).not.toBeInTheDocument();
});

const canvas = (inspection: Inspection, matches: Uint32Array | null) => (
  <div style={{ width: 660, height: 460 }}>
    <RegionCanvas inspection={inspection} image={null} matches={matches} theme="light" />
  </div>
);

test('the status bar forgets where the pointer was when another picture lies under it, and not while one searches', async () => {
  const { element, screen } = await show();
  await screen.rerender(canvas(INSPECTION, null));
  const mouse = hand(element.isConnected ? element : page.getByRole('group', { name: 'Image with regions' }).element());
  mouse.move({ x: 200, y: 200 });
  await vi.waitFor(() => expect(usePointer.getState().position).not.toBeNull());
  await screen.rerender(canvas(INSPECTION, Uint32Array.of(2)));
  expect(usePointer.getState().position).not.toBeNull();
  await screen.rerender(canvas(anInspection([[0, 0, 9_000, 7_000]]), null));
  expect(usePointer.getState().position).toBeNull();
});

test('the name goes at a press, at the wheel, and stays away from what is chosen', async () => {
  const { element } = await show();
  const mouse = hand(element);
  const name = page.getByText('Region 3: word');
  const spot = placeOf(element, 70, 70);
  mouse.move(spot);
  await expect.element(name).toBeVisible();
  mouse.wheel(spot, { deltaY: -10 });
  await expect.element(name).not.toBeInTheDocument();
  mouse.move({ x: spot.x + 1, y: spot.y });
  await expect.element(name).toBeVisible();
  mouse.click(spot);
  expect(useView.getState().selection.active).toBe(2);
  await expect.element(name).not.toBeInTheDocument();
  mouse.move(spot);
  await new Promise((done) => setTimeout(done, 600));
  await expect.element(name).not.toBeInTheDocument();
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

test('the minimap goes to the opposite corner while the region one looks at would lie under it', async () => {
  await show();
  // The middle of region 4 is then near the lower right corner of the stage.
  useView.setState({ viewport: { scale: 3, x: 600 - 450 * 3, y: 420 - 320 * 3 } });
  const minimap = page.getByTestId('minimap');
  await expect.element(minimap).toHaveAttribute('data-corner', 'bottom-right');
  const before = minimap.element().getBoundingClientRect();
  useView.getState().select(selectOnly(3));
  await expect.element(minimap).toHaveAttribute('data-corner', 'top-left');
  expect(minimap.element().getBoundingClientRect().right).toBeLessThan(before.left);
  useView.getState().select(selectOnly(2));
  await expect.element(minimap).toHaveAttribute('data-corner', 'bottom-right');
});
