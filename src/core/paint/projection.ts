import { type Affine, applyAffine, composeAffine, keepsUpright } from '../geometry/affine.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Brush } from './brush.ts';

/** From received numbers straight to CSS pixels of the canvas, made once a frame. */
export interface Projection {
  readonly matrix: Affine;
  readonly upright: boolean;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
}

/** Ordered corners on the screen. One is made at a time and filled again and again: drawing allocates nothing per box. */
export interface ScreenBox {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export function project(frame: Affine, viewport: Viewport, pixelRatio: number): Projection {
  const view = snapped(viewport, pixelRatio);
  const matrix = composeAffine(frame, { a: view.scale, b: 0, c: 0, d: view.scale, e: view.x, f: view.y });
  return { matrix, upright: keepsUpright(matrix), pixelRatio };
}

/** The same view, moved by less than a device pixel onto the grid: at 100 % each image pixel is then a screen pixel. */
export function snapped(viewport: Viewport, pixelRatio: number): Viewport {
  return { ...viewport, x: onGrid(viewport.x, pixelRatio), y: onGrid(viewport.y, pixelRatio) };
}

/** The upright box round a region, edges on the device grid. */
export function screenBox(at: Projection, received: Float64Array, row: number, into: ScreenBox): ScreenBox {
  const { a, b, c, d, e, f } = at.matrix;
  const i = row * 4;
  const x1 = received[i] ?? NaN;
  const y1 = received[i + 1] ?? NaN;
  const x2 = received[i + 2] ?? NaN;
  const y2 = received[i + 3] ?? NaN;
  const left = Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2) + e;
  const right = Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2) + e;
  const top = Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2) + f;
  const bottom = Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2) + f;
  into.x1 = onGrid(left, at.pixelRatio);
  into.y1 = onGrid(top, at.pixelRatio);
  into.x2 = onGrid(right, at.pixelRatio);
  into.y2 = onGrid(bottom, at.pixelRatio);
  return into;
}

/**
 * Adds a region's outline to the path. `inset` in CSS pixels: half the line width puts the whole line inside the box,
 * on whole device pixels, so that it is crisp; negative puts it outside.
 */
export function traceRegion(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  row: number,
  box: ScreenBox,
  inset: number,
): void {
  if (at.upright) {
    // A box smaller than the line keeps its place and is a dot.
    const width = Math.max(box.x2 - box.x1 - 2 * inset, 1 / at.pixelRatio);
    const height = Math.max(box.y2 - box.y1 - 2 * inset, 1 / at.pixelRatio);
    brush.rect(box.x1 + inset, box.y1 + inset, width, height);
    return;
  }
  const i = row * 4;
  const x1 = received[i] ?? NaN;
  const y1 = received[i + 1] ?? NaN;
  const x2 = received[i + 2] ?? NaN;
  const y2 = received[i + 3] ?? NaN;
  for (let corner = 0; corner < 4; corner += 1) {
    const x = corner === 0 || corner === 3 ? x1 : x2;
    const y = corner < 2 ? y1 : y2;
    const point = applyAffine(at.matrix, x, y);
    if (corner === 0) brush.moveTo(point.x, point.y);
    else brush.lineTo(point.x, point.y);
  }
  brush.closePath();
}

/** `width` CSS pixels as whole device pixels, at least one. */
export function crispWidth(width: number, pixelRatio: number): number {
  return Math.max(1, Math.round(width * pixelRatio)) / pixelRatio;
}

export function onGrid(value: number, pixelRatio: number): number {
  return Math.round(value * pixelRatio) / pixelRatio;
}
