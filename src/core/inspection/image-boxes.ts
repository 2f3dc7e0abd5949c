import type { Frame } from './frame.ts';
import type { RegionTable } from './region-table.ts';

/**
 * The upright boxes of all rows in image pixels: 4 * count, x1, y1, x2, y2 with x1 <= x2 and y1 <= y2, not clamped; NaN for
 * refused rows. `imageRectOf` for many rows at once, without an object per row.
 */
export function imageBoxes({ count, received }: RegionTable, { a, b, c, d, e, f }: Frame): Float64Array<ArrayBuffer> {
  const boxes = new Float64Array(count * 4);
  for (let at = 0; at < boxes.length; at += 4) {
    const x1 = received[at] ?? NaN;
    const y1 = received[at + 1] ?? NaN;
    const x2 = received[at + 2] ?? NaN;
    const y2 = received[at + 3] ?? NaN;
    // Each term of an axis takes its extremes by itself, so these are the extremes over all four corners.
    boxes[at] = Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2) + e;
    boxes[at + 1] = Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2) + f;
    boxes[at + 2] = Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2) + e;
    boxes[at + 3] = Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2) + f;
  }
  return boxes;
}
