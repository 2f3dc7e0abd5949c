import type { Affine } from '../geometry/affine.ts';

/** Four corners in a row, x before y, in order round the shape. */
export type Quad = Float64Array;

/** Where a received box lies under `at`, grown by `grow` pixels of the target on every side. Filled into `quad`. */
export function mapBox(quad: Quad, at: Affine, box: Float64Array, from: number, grow: number): Quad {
  const growX = grow === 0 ? 0 : grow / Math.hypot(at.a, at.b);
  const growY = grow === 0 ? 0 : grow / Math.hypot(at.c, at.d);
  const x1 = Math.min(box[from] ?? NaN, box[from + 2] ?? NaN) - growX;
  const y1 = Math.min(box[from + 1] ?? NaN, box[from + 3] ?? NaN) - growY;
  const x2 = Math.max(box[from] ?? NaN, box[from + 2] ?? NaN) + growX;
  const y2 = Math.max(box[from + 1] ?? NaN, box[from + 3] ?? NaN) + growY;
  put(quad, 0, at, x1, y1);
  put(quad, 2, at, x2, y1);
  put(quad, 4, at, x2, y2);
  put(quad, 6, at, x1, y2);
  return quad;
}

/** Least or greatest of the corners; `axis` 0 is x, 1 is y. NaN when a corner is none. */
export function leastOf(quad: Quad, axis: 0 | 1): number {
  return Math.min(quad[axis] ?? NaN, quad[axis + 2] ?? NaN, quad[axis + 4] ?? NaN, quad[axis + 6] ?? NaN);
}

export function mostOf(quad: Quad, axis: 0 | 1): number {
  return Math.max(quad[axis] ?? NaN, quad[axis + 2] ?? NaN, quad[axis + 4] ?? NaN, quad[axis + 6] ?? NaN);
}

/** The part of the level line at `y` that lies in the quad, into `span`: left and right; false when there is none. */
export function spanAt(quad: Quad, y: number, span: Float64Array): boolean {
  let left = Infinity;
  let right = -Infinity;
  for (let at = 0; at < 8; at += 2) {
    const x1 = quad[at] ?? NaN;
    const y1 = quad[at + 1] ?? NaN;
    const x2 = quad[(at + 2) % 8] ?? NaN;
    const y2 = quad[(at + 3) % 8] ?? NaN;
    if (!(Math.min(y1, y2) <= y && y <= Math.max(y1, y2))) continue;
    const x = y1 === y2 ? x1 : x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    const other = y1 === y2 ? x2 : x;
    left = Math.min(left, x, other);
    right = Math.max(right, x, other);
  }
  span[0] = left;
  span[1] = right;
  return left <= right;
}

function put(quad: Quad, index: number, { a, b, c, d, e, f }: Affine, x: number, y: number): void {
  quad[index] = a * x + c * y + e;
  quad[index + 1] = b * x + d * y + f;
}
