import { type Orientation, orientedSize, orientationMatrix } from '../core/geometry/orientation.ts';
import type { Size } from '../core/geometry/space.ts';
import type { PixelBox, Pixels } from './image-source.ts';

/** Turns stored pixels as EXIF asks, by moving whole pixels: no value changes. */
export function turnPixels(pixels: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return pixels;
  const { width, height } = orientedSize(pixels, orientation);
  const from = new Uint32Array(pixels.rgba.buffer, pixels.rgba.byteOffset, pixels.width * pixels.height);
  const to = new Uint32Array(width * height);
  const { a, b, c, d, e, f } = orientationMatrix(pixels, orientation);
  for (let y = 0; y < pixels.height; y += 1) {
    // The middle of a pixel lands in the middle of a pixel; half a pixel off keeps whole numbers whole.
    let target = Math.floor(a * 0.5 + c * (y + 0.5) + e) + Math.floor(b * 0.5 + d * (y + 0.5) + f) * width;
    const step = a + b * width;
    for (let at = y * pixels.width; at < (y + 1) * pixels.width; at += 1) {
      to[target] = from[at] ?? 0;
      target += step;
    }
  }
  return { width, height, rgba: new Uint8ClampedArray(to.buffer) };
}

/** Where a box of the shown picture lies in the stored one. */
export function storedBox(box: PixelBox, stored: Size, orientation: Orientation): PixelBox {
  const { a, b, c, d, e, f } = orientationMatrix(stored, orientation);
  // The matrix only swaps and mirrors axes, so its transpose undoes it.
  const back = (x: number, y: number) => ({ x: a * (x - e) + b * (y - f), y: c * (x - e) + d * (y - f) });
  const one = back(box.x, box.y);
  const other = back(box.x + box.width, box.y + box.height);
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  // Adding 0 turns -0 into 0.
  return { x: x + 0, y: y + 0, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}
