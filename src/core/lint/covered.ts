import { type Affine, keepsUpright } from '../geometry/affine.ts';
import type { Size } from '../geometry/space.ts';
import { leastOf, mapBox, mostOf, spanAt } from './quad.ts';

/** Of the shorter side of a box: tails of letters and the blur of a scan stick out of it. */
const GROW = 0.2;
/** Pixels of the map. */
const LEAST_GROW = 1.5;

/**
 * One byte a pixel of the map, 1 where a box lies, grown by a little: at most `mostGrow` pixels. Boxes are summed by their
 * corners, so that a million of them that lie on top of each other take no longer than a million small ones.
 */
export function coveredBy({ width, height }: Size, at: Affine, received: Float64Array, mostGrow: number): Uint8Array {
  const row = width + 1;
  const corners = new Int32Array(row * (height + 1));
  const add = (left: number, top: number, right: number, bottom: number) => {
    if (!(left < right && top < bottom)) return;
    corners[top * row + left] = (corners[top * row + left] ?? 0) + 1;
    corners[top * row + right] = (corners[top * row + right] ?? 0) - 1;
    corners[bottom * row + left] = (corners[bottom * row + left] ?? 0) - 1;
    corners[bottom * row + right] = (corners[bottom * row + right] ?? 0) + 1;
  };
  const upright = keepsUpright(at);
  const scale = [Math.hypot(at.a, at.b), Math.hypot(at.c, at.d)] as const;
  const quad = new Float64Array(8);
  const span = new Float64Array(2);
  for (let from = 0; from < received.length; from += 4) {
    const wide = Math.abs((received[from + 2] ?? NaN) - (received[from] ?? NaN)) * scale[0];
    const high = Math.abs((received[from + 3] ?? NaN) - (received[from + 1] ?? NaN)) * scale[1];
    if (!(wide > 0 && high > 0)) continue;
    mapBox(quad, at, received, from, Math.max(LEAST_GROW, Math.min(Math.min(wide, high) * GROW, mostGrow)));
    const top = first(leastOf(quad, 1), height);
    const bottom = last(mostOf(quad, 1), height);
    if (upright) {
      add(first(leastOf(quad, 0), width), top, last(mostOf(quad, 0), width), bottom);
      continue;
    }
    for (let y = top; y < bottom; y += 1)
      if (spanAt(quad, y + 0.5, span)) add(first(span[0] ?? NaN, width), y, last(span[1] ?? NaN, width), y + 1);
  }
  return painted(corners, { width, height });
}

function painted(corners: Int32Array, { width, height }: Size): Uint8Array {
  const covered = new Uint8Array(width * height);
  const above = new Int32Array(width + 1);
  for (let y = 0; y < height; y += 1) {
    let boxes = 0;
    for (let x = 0; x < width; x += 1) {
      boxes += corners[y * (width + 1) + x] ?? 0;
      const all = (above[x] ?? 0) + boxes;
      above[x] = all;
      if (all > 0) covered[y * width + x] = 1;
    }
  }
  return covered;
}

function first(value: number, most: number): number {
  return Math.min(Math.max(Math.floor(value), 0), most);
}

function last(value: number, most: number): number {
  return Math.min(Math.max(Math.ceil(value), 0), most);
}
