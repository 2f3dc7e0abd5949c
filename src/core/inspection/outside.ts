import type { Size } from '../geometry/space.ts';

/**
 * Per row 1 when its box leaves the image in part or whole; an edge on the border is inside. All 0 without an image.
 * Refused rows (NaN) have no place, so they are never outside. `boxes` as from `imageBoxes`.
 */
export function outsideFlags(boxes: Float64Array, size: Size | null): Uint8Array<ArrayBuffer> {
  const outside = new Uint8Array(boxes.length / 4);
  if (!size) return outside;
  for (let row = 0; row < outside.length; row += 1) {
    const at = row * 4;
    const beforeStart = (boxes[at] ?? NaN) < 0 || (boxes[at + 1] ?? NaN) < 0;
    const pastEnd = (boxes[at + 2] ?? NaN) > size.width || (boxes[at + 3] ?? NaN) > size.height;
    if (beforeStart || pastEnd) outside[row] = 1;
  }
  return outside;
}
