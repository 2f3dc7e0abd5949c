import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AS_RECEIVED } from '../../src/core/geometry/frame-setting.ts';
import type { ImageView } from '../../src/image/image-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { useView } from '../../src/state/view-store.ts';
import { INSPECTION, placeOf, quietCanvas, show, SIZE } from './a-canvas.tsx';
import { aPicture } from './a-picture.ts';
import { drag, hand } from './hand.ts';

quietCanvas();

let image: ImageView;
let close: () => void;

beforeEach(async () => {
  ({ image, close } = await aPicture(SIZE, 'white'));
  useInspections.getState().setImage(image.source);
  useView.getState().setMoving(true);
});

afterEach(() => {
  useInspections.getState().setImage(null);
  close();
});

/** The first canvas of all is laid out a frame after it is there. */
async function showLaidOut(image: ImageView | null) {
  const shown = await show(INSPECTION, image);
  await vi.waitFor(() => expect(useView.getState().stage.width).toBeGreaterThan(0));
  return shown;
}

const frame = () => currentInspection(useInspections.getState()).frame;
/** What the drag of `by` CSS pixels is in the image. */
const inImage = (by: number) => Math.round(by / useView.getState().viewport.scale);

test('a drag moves the regions and not the picture, as one step that Undo takes back', async () => {
  const { element } = await showLaidOut(image);
  const { viewport } = useView.getState();
  drag(element, placeOf(element, 200, 100), { x: 60, y: -30 });
  expect(frame().setting).toEqual({ ...AS_RECEIVED, x: inImage(60), y: inImage(-30) });
  expect(useView.getState().viewport).toEqual(viewport);
  expect(useView.getState().liveFrame).toBeNull();
  useInspections.getState().undoFrame();
  expect(frame().setting).toEqual(AS_RECEIVED);
  expect(frame().before).toEqual([]);
});

test('a corner scales, the opposite corner stays', async () => {
  const { element } = await showLaidOut(image);
  const [from, to] = [placeOf(element, 590, 390), placeOf(element, 300, 200)];
  drag(element, from, { x: to.x - from.x, y: to.y - from.y });
  const { scaleX, scaleY } = frame().setting;
  expect(scaleX).toBeCloseTo(0.5, 1);
  expect(scaleY).toBeCloseTo(scaleX, 6);
});

test('the knob above turns', async () => {
  const { element } = await showLaidOut(image);
  const { x, y } = placeOf(element, 300, 10);
  // The knob would be beyond the rim here or not: look for it on both sides of the edge.
  for (const by of [-30, 30]) {
    drag(element, { x, y: y + by }, { x: 20, y: 0 });
    if (frame().setting.degrees !== 0) break;
    useInspections.getState().setFrame(AS_RECEIVED);
  }
  expect(frame().setting.degrees).toBeGreaterThan(1);
  expect(frame().setting.degrees).toBeLessThanOrEqual(15);
});

test('Escape puts back the drag under way, and letting go changes nothing then; a second one ends moving', async () => {
  const { element } = await showLaidOut(image);
  const mouse = hand(element);
  const from = placeOf(element, 200, 100);
  mouse.down(from);
  mouse.move({ x: from.x + 40, y: from.y });
  expect(useView.getState().liveFrame).not.toBeNull();
  mouse.key('Escape');
  expect(useView.getState()).toMatchObject({ moving: true, liveFrame: null });
  mouse.move({ x: from.x + 80, y: from.y });
  mouse.up({ x: from.x + 80, y: from.y });
  expect(frame()).toEqual({ setting: AS_RECEIVED, before: [], from: null });
  expect(useView.getState().liveFrame).toBeNull();
  mouse.key('Escape');
  expect(useView.getState().moving).toBe(false);
  expect(frame().before).toEqual([]);
});

test('Escape goes back to where moving began, whatever was done and undone, as one step', async () => {
  const began = { ...AS_RECEIVED, x: 7 };
  useInspections.getState().setFrame(began);
  useView.getState().setMoving(false);
  const { element } = await showLaidOut(image);
  useView.getState().setMoving(true);
  const keys = hand(element);
  keys.key('ArrowRight');
  letGo(element, 'ArrowRight');
  drag(element, placeOf(element, 200, 100), { x: 60, y: -30 });
  useInspections.getState().undoFrame();
  keys.key('ArrowDown', { shiftKey: true });
  letGo(element, 'ArrowDown');
  const { setting: moved, before } = frame();
  keys.key('Escape');
  expect(frame().setting).toEqual(began);
  expect(frame().before).toHaveLength(before.length + 1);
  expect(useView.getState().moving).toBe(false);
  useInspections.getState().undoFrame();
  expect(frame().setting).toEqual(moved);
});

const letGo = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));

test('arrow keys move by a pixel, with Shift by ten, as one step until the last arrow is let go; Enter ends', async () => {
  const { element } = await showLaidOut(image);
  const keys = hand(element);
  keys.key('ArrowRight');
  keys.key('ArrowRight');
  keys.key('ArrowUp', { shiftKey: true });
  // Shift is let go of, and one of two arrows, while the other is still held.
  letGo(element, 'Shift');
  letGo(element, 'ArrowRight');
  keys.key('ArrowUp');
  expect(frame().before).toEqual([]);
  letGo(element, 'ArrowUp');
  expect(frame().setting).toEqual({ ...AS_RECEIVED, x: 2, y: -11 });
  expect(frame().before).toEqual([{ setting: AS_RECEIVED, rawPixels: false }]);
  keys.key('Enter');
  expect(useView.getState().moving).toBe(false);
  expect(frame().setting.x).toBe(2);
});

test('begun by a key, the arrows go to the canvas at once, and the end gives the focus back to the button', async () => {
  useView.getState().setMoving(false);
  const { element } = await showLaidOut(image);
  const button = document.body.appendChild(document.createElement('button'));
  button.textContent = 'Drag the regions';
  button.addEventListener('click', () => useView.getState().setMoving(true));
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(element);
  await userEvent.keyboard('{ArrowRight}');
  expect(frame().setting.x).toBe(1);
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(button);
  expect(frame().setting).toEqual(AS_RECEIVED);
  button.remove();
});

test('the hint lets the hand through to what lies under it, but for its button', async () => {
  await showLaidOut(image);
  const words = page.getByRole('status').element();
  const { left, top, width, height } = words.getBoundingClientRect();
  const under = document.elementFromPoint(left + width / 2, top + height / 2);
  expect(words.contains(under)).toBe(false);
  await page.getByRole('button', { name: 'Done' }).click();
  expect(useView.getState().moving).toBe(false);
});

test('the middle button, Space and the wheel still move the picture', async () => {
  const { element } = await showLaidOut(image);
  const mouse = hand(element);
  const from = placeOf(element, 200, 100);
  const before = useView.getState().viewport;
  mouse.down(from, { button: 1 });
  mouse.move({ x: from.x + 40, y: from.y });
  mouse.up(from);
  expect(useView.getState().viewport.x).toBeCloseTo(before.x + 40, 6);
  mouse.key(' ');
  drag(element, from, { x: 25, y: 0 });
  expect(useView.getState().viewport.x).toBeCloseTo(before.x + 65, 6);
  expect(frame().setting).toEqual(AS_RECEIVED);
});

test('a second finger keeps what the first did and zooms', async () => {
  const { element } = await showLaidOut(image);
  const finger = hand(element);
  const touch = { pointerType: 'touch', pointerId: 11 };
  const other = { pointerType: 'touch', pointerId: 12 };
  const from = placeOf(element, 200, 100);
  finger.down(from, touch);
  finger.move({ x: from.x + 30, y: from.y }, touch);
  finger.down({ x: from.x + 100, y: from.y }, other);
  const { x } = frame().setting;
  expect(x).toBe(inImage(30));
  const { scale } = useView.getState().viewport;
  finger.move({ x: from.x + 200, y: from.y }, other);
  expect(useView.getState().viewport.scale).toBeGreaterThan(scale);
  finger.up(from, touch);
  finger.up(from, other);
  expect(frame().setting.x).toBe(x);
});

test('a click chooses nothing while moving, and the way out is said and shown', async () => {
  const { element } = await showLaidOut(image);
  hand(element).click(placeOf(element, 70, 70));
  expect(useView.getState().selection.count).toBe(0);
  await expect.element(page.getByRole('status')).toHaveTextContent(/Escape/);
  await page.getByRole('button', { name: 'Done' }).click();
  expect(useView.getState().moving).toBe(false);
});

test('without an image there is nothing to move against: a drag pans', async () => {
  const { element } = await showLaidOut(null);
  const before = useView.getState().viewport.x;
  drag(element, placeOf(element, 200, 100), { x: 40, y: 0 });
  expect(useView.getState().viewport.x).toBeCloseTo(before + 40, 6);
  expect(frame().setting).toEqual(AS_RECEIVED);
});

test('a hand that moves few regions tells the page now and then on the way', async () => {
  const { element } = await showLaidOut(image);
  const told = vi.fn<() => void>();
  const stop = useInspections.subscribe(told);
  const mouse = hand(element);
  const from = placeOf(element, 200, 100);
  mouse.down(from);
  for (let step = 1; step <= 20; step += 1) {
    mouse.move({ x: from.x + step * 3, y: from.y });
    await new Promise((done) => setTimeout(done, 20));
  }
  const onTheWay = told.mock.calls.length;
  mouse.up({ x: from.x + 60, y: from.y });
  stop();
  expect(onTheWay).toBeGreaterThan(0);
  expect(onTheWay).toBeLessThan(20);
  expect(frame().setting.x).toBe(inImage(60));
});
