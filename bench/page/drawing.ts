import { frames, shownBy } from './frames.ts';
import type { Measured, Task } from './task.ts';
import { STAGE } from './word-page.ts';

/** A way to draw the word page, ready but for its first picture. */
export interface Drawer {
  readonly show: () => void;
  readonly canvases: () => Iterable<HTMLCanvasElement>;
  readonly fit: () => void;
  /** One image pixel on one CSS pixel, the middle of the page in the middle of the stage. */
  readonly reading: () => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly zoomBy: (factor: number, x: number, y: number) => void;
  /** Draws numbers or leaves them off; only for those who can. */
  readonly numbers?: (on: boolean) => void;
}

/** CSS pixels a frame and frames one way: a quick drag of the hand, farther than any margin that was drawn ahead. */
const AT_FIT = { x: 7, y: 3, leg: 75 };
const AT_READING = { x: 5, y: 12, leg: 110 };
const ZOOM_LEG = 20;

/** First paint, long pans at two sizes, zooming, hovering, and what it all holds in memory. */
export async function measureDrawing(
  prepare: () => Promise<Drawer>,
  { frames: long, heapMb }: Task,
): Promise<Measured> {
  const before = await heapMb();
  const drawer = await prepare();
  const { canvases } = drawer;
  const shown = await shownBy(drawer.show, canvases);
  const short = Math.ceil(long / 3);
  const pan = (count: number, path: typeof AT_FIT) => frames(count, (at) => drawer.panBy(...moved(path, at)), canvases);

  const idle = await frames(short, () => {}, canvases);
  drawer.numbers?.(false);
  const fit = await pan(long, AT_FIT);
  drawer.fit();
  const hover = await frames(40, (at) => point(430 + at * 10, 90 + ((at * 211) % 700)), canvases);
  const zoom = await frames(
    short,
    (at) => drawer.zoomBy(Math.floor(at / ZOOM_LEG) % 2 === 0 ? 1.06 : 1 / 1.06, STAGE.width / 2, STAGE.height / 2),
    canvases,
  );
  drawer.reading();
  const reading = await pan(long, AT_READING);
  const numbered = await withNumbers();
  const heap = (await heapMb()) - before;
  return {
    'first paint': shown.first,
    settled: shown.settled,
    idle: idle.mean,
    fit: fit.mean,
    'fit, worst': fit.worst,
    'fit, gap': fit.gap,
    reading: reading.mean,
    'reading, worst': reading.worst,
    'reading, gap': reading.gap,
    zoom: zoom.mean,
    'zoom, worst': zoom.worst,
    'zoom, gap': zoom.gap,
    hover: hover.mean,
    'hover, worst': hover.worst,
    'heap MB': heap,
    ...numbered,
  };

  async function withNumbers(): Promise<Measured> {
    if (!drawer.numbers) return {};
    drawer.numbers(true);
    const reading = await pan(short, AT_READING);
    drawer.fit();
    const fit = await pan(short, AT_FIT);
    return { 'reading, numbers': reading.mean, 'fit, numbers': fit.mean };
  }
}

/** To and fro about where it started. */
function moved({ x, y, leg }: typeof AT_FIT, at: number): [number, number] {
  const way = Math.floor((at + leg / 2) / leg) % 2 === 0 ? 1 : -1;
  return [x * way, y * way];
}

/** The pointer moves there, over whatever is there. */
function point(clientX: number, clientY: number): void {
  const over = document.elementFromPoint(clientX, clientY);
  const where = { clientX, clientY, bubbles: true, composed: true };
  over?.dispatchEvent(
    new PointerEvent('pointermove', { ...where, pointerId: 1, pointerType: 'mouse', isPrimary: true }),
  );
  over?.dispatchEvent(new MouseEvent('mousemove', where));
}

/** Where a contestant draws: the corner of the page, as large as the stage. */
export function hold(): HTMLDivElement {
  const holder = document.createElement('div');
  Object.assign(holder.style, { width: `${STAGE.width}px`, height: `${STAGE.height}px`, overflow: 'hidden' });
  document.body.append(holder);
  return holder;
}
