import type { Affine } from './affine.ts';
import type { Size } from './space.ts';

/**
 * EXIF tag 0x0112. 1 as stored; 2 mirrored left-right; 3 turned 180; 4 mirrored top-bottom; 5 transposed;
 * 6 turn 90 clockwise to show; 7 transversed; 8 turn 90 anticlockwise to show. (EXIF 2.32, 4.6.4 A)
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export function swapsAxes(orientation: Orientation): boolean {
  return orientation >= 5;
}

export function orientedSize(stored: Size, orientation: Orientation): Size {
  return swapsAxes(orientation) ? { width: stored.height, height: stored.width } : stored;
}

/** From stored pixels to shown pixels. */
export type OrientationMatrix = Affine;

/** Matrix that shows a stored picture of `stored` pixels upright. */
export function orientationMatrix(stored: Size, orientation: Orientation): OrientationMatrix {
  const { width: w, height: h } = stored;
  switch (orientation) {
    case 1:
      return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
    case 2:
      return { a: -1, b: 0, c: 0, d: 1, e: w, f: 0 };
    case 3:
      return { a: -1, b: 0, c: 0, d: -1, e: w, f: h };
    case 4:
      return { a: 1, b: 0, c: 0, d: -1, e: 0, f: h };
    case 5:
      return { a: 0, b: 1, c: 1, d: 0, e: 0, f: 0 };
    case 6:
      return { a: 0, b: 1, c: -1, d: 0, e: h, f: 0 };
    case 7:
      return { a: 0, b: -1, c: -1, d: 0, e: h, f: w };
    case 8:
      return { a: 0, b: -1, c: 1, d: 0, e: 0, f: w };
  }
}
