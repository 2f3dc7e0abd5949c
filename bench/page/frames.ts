import { frame, takeSpent } from './accounting.ts';

export interface Frames {
  /** Script and raster of a frame in ms: the step, every callback it led to, and the pixels. */
  readonly mean: number;
  readonly worst: number;
  /** Mean ms from one frame to the next: 16.7 is the screen's own rate. What the compositor does shows here only. */
  readonly gap: number;
}

/** A contestant that takes seconds a frame is measured over fewer of them. */
const LONGEST_MS = 8000;
const FEWEST = 12;

/**
 * Runs `step` in frame after frame as a hand would. What it draws in its own callback of the next frame counts, and reading
 * a pixel back makes the browser rasterise all that it had only noted down.
 */
export async function frames(
  count: number,
  step: (at: number) => void,
  canvases: () => Iterable<HTMLCanvasElement>,
): Promise<Frames> {
  const costs: number[] = [];
  await frame();
  takeSpent();
  const began = performance.now();
  while (costs.length < count && (costs.length < FEWEST || performance.now() - began < LONGEST_MS)) {
    const started = performance.now();
    step(costs.length);
    const stepped = performance.now() - started;
    await frame();
    const drawn = performance.now();
    rasterised(canvases());
    costs.push(stepped + takeSpent() + performance.now() - drawn);
  }
  const gap = (performance.now() - began) / costs.length;
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  return { mean, worst: Math.max(...costs), gap };
}

/** Runs `start`, and then frames until nothing more is drawn. `first`: script and raster until the first frame that shows it. */
export async function shownBy(
  start: () => void,
  canvases: () => Iterable<HTMLCanvasElement>,
): Promise<{ readonly first: number; readonly settled: number }> {
  await frame();
  takeSpent();
  const began = performance.now();
  start();
  const started = performance.now() - began;
  await frame();
  const drawn = performance.now();
  rasterised(canvases());
  const first = started + takeSpent() + performance.now() - drawn;
  return { first, settled: (await settled(canvases)) - began };
}

/** When the last thing was drawn, as `performance.now()` has it: some frames without work later, or after long enough. */
export async function settled(canvases: () => Iterable<HTMLCanvasElement>): Promise<number> {
  const began = performance.now();
  let busyUntil = began;
  takeSpent();
  for (let still = 0; still < 12 && performance.now() - began < 20_000; still += 1) {
    await frame();
    if (takeSpent() < 0.3) continue;
    still = 0;
    rasterised(canvases());
    busyUntil = performance.now();
  }
  return busyUntil;
}

/** Asked of every canvas of a contestant, so that raster counts as well as script. */
export function rasterised(canvases: Iterable<HTMLCanvasElement>): void {
  for (const canvas of canvases) {
    if (canvas.width === 0 || canvas.height === 0) continue;
    const plain = canvas.getContext('2d');
    if (plain) plain.getImageData(0, 0, 1, 1);
    else readWebgl(canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
  }
}

function readWebgl(context: WebGLRenderingContext | WebGL2RenderingContext | null): void {
  context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
}
