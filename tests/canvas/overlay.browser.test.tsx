import Konva from 'konva/lib/Core.js';
import { afterEach, expect, test, vi } from 'vitest';
import { NOTHING_SELECTED, selectItems } from '../../src/core/inspection/selection.ts';
import { useView } from '../../src/state/view-store.ts';
import { aGrid, anInspection } from '../core/geometry/an-inspection.ts';
import { quietCanvas, settled, show } from './a-canvas.tsx';

quietCanvas();
afterEach(() => void vi.restoreAllMocks());

/** More boxes than are painted in every frame. */
const MANY = anInspection(aGrid(60, 50, 16, 9, 4));
const FEW = anInspection(aGrid(20, 20, 16, 9, 4));

test('panning over thousands of regions moves what was painted, and looks as painted anew', async () => {
  const { screen } = await show(MANY);
  // Brings the minimap, which has a canvas of its own.
  useView.getState().panBy(60, 20);
  await rested();
  const putting = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  const stroking = vi.spyOn(CanvasRenderingContext2D.prototype, 'stroke');
  const making = vi.spyOn(document, 'createElement');
  const resizing = vi.spyOn(HTMLCanvasElement.prototype, 'width', 'set');
  for (let step = 0; step < 12; step += 1) {
    useView.getState().panBy(7, -3);
    await settled();
  }
  expect(putting).not.toHaveBeenCalled();
  expect(stroking).not.toHaveBeenCalled();
  expect(making.mock.calls.filter(([name]) => name === 'canvas')).toEqual([]);
  expect(resizing).not.toHaveBeenCalled();
  vi.restoreAllMocks();

  const moved = pixels();
  const { viewport } = useView.getState();
  await screen.unmount();
  await show(MANY);
  useView.setState({ viewport });
  await rested();
  expect(differing(pixels(), moved)).toBe(0);
});

test('zooming stretches what there is, and it is crisp again when the zoom rests', async () => {
  await show(MANY);
  await rested();
  useView.getState().zoomBy(1.1);
  await settled();
  const meanwhile = pixels();
  await rested();
  const crisp = pixels();
  expect(differing(meanwhile, crisp)).toBeGreaterThan(1000);
  expect(meanwhile.some((value) => value !== 0)).toBe(true);
});

test('a search, a theme or a choice paints anew at once; another answer leaves nothing of the one before', async () => {
  const { screen } = await show(MANY);
  await rested();
  const before = pixels();
  useView.getState().toggle('order');
  await rested();
  expect(differing(pixels(), before)).toBeGreaterThan(100);
  useView.getState().toggle('order');
  await rested();
  expect(differing(pixels(), before)).toBe(0);
  await screen.unmount();
  await show(anInspection([]));
  await rested();
  expect(pixels().every((value) => value === 0)).toBe(true);
});

test('all of thousands selected are painted once and moved with the picture', async () => {
  await show(MANY);
  useView.getState().select(selectItems([...Array(3000).keys()], 7));
  await rested();
  const putting = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
  useView.getState().panBy(20, 10);
  await settled();
  expect(putting).not.toHaveBeenCalled();
  putting.mockRestore();
  expect(pixels(2).some((value) => value !== 0)).toBe(true);
  useView.getState().setBlink(true);
  await settled();
  expect(pixels(1).every((value) => value === 0)).toBe(true);
  expect(pixels(2).every((value) => value === 0)).toBe(true);
});

test('a few regions are painted in every frame, straight onto the layer', async () => {
  await show(FEW);
  await rested();
  const drawing = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage');
  useView.getState().panBy(5, 5);
  await settled();
  expect(drawing).not.toHaveBeenCalled();
  drawing.mockRestore();
});

test('every canvas that was painted beside the page is freed with it', async () => {
  const made: HTMLCanvasElement[] = [];
  const making = vi.spyOn(document, 'createElement');
  const { screen } = await show(MANY);
  await rested();
  useView.getState().panBy(400, 300);
  await rested();
  for (const { value } of making.mock.results) if (value instanceof HTMLCanvasElement) made.push(value);
  const beside = made.filter((canvas) => !canvas.isConnected && canvas.width > 300);
  expect(beside.length).toBeGreaterThan(0);
  await screen.unmount();
  making.mockRestore();
  for (const canvas of beside) expect(canvas.width * canvas.height).toBe(0);
});

test('what thousands selected or found were painted on is freed when nothing is selected or found any more', async () => {
  const making = vi.spyOn(document, 'createElement');
  const held = () =>
    making.mock.results
      .flatMap(({ value }) => (value instanceof HTMLCanvasElement && !value.isConnected ? [value] : []))
      .filter(({ width, height }) => width > 300 && height > 200).length;
  const { search } = await show(MANY);
  await rested();
  const before = held();

  useView.getState().select(selectItems([...Array(3000).keys()], 7));
  await rested();
  expect(held()).toBeGreaterThan(before);
  useView.getState().select(NOTHING_SELECTED);
  await rested();
  expect(held()).toBe(before);

  const found = async (matches: Uint32Array | null) => {
    await search(matches);
    await rested();
    return held();
  };
  const many = Uint32Array.from({ length: 3000 }, (_, at) => at);
  // The regions are painted anew beside what they were painted on, which stays.
  await found(many);
  const cleared = await found(null);
  expect(await found(many)).toBe(cleared + 1);
  expect(await found(null)).toBe(cleared);
  expect(await found(many)).toBe(cleared + 1);
  expect(await found(Uint32Array.of(1, 2, 3))).toBe(cleared);
});

/** Longer than a zoom takes to count as finished, and the frames after it. */
async function rested(): Promise<void> {
  await settled();
  await new Promise((done) => setTimeout(done, 150));
  for (let frame = 0; frame < 4; frame += 1) await settled();
}

function pixels(layer = 1): Uint8ClampedArray {
  const canvas = Konva.stages[0]?.getLayers()[layer]?.getNativeCanvasElement();
  const context = canvas?.getContext('2d');
  if (!canvas || !context) throw new Error('The stage has no such layer.');
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

function differing(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  expect(one.length).toBe(other.length);
  return one.reduce((count, value, at) => count + (value === other[at] ? 0 : 1), 0);
}
