import type { Affine } from '../geometry/affine.ts';
import type { Orientation } from '../geometry/orientation.ts';

/** What files say about the image that was cut or drawn on. */
export interface ImageFacts {
  readonly name: string;
  /** Pixels as shown, which is what cuts are measured in. */
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the file in lower-case hex; null where the page could not hash. */
  readonly sha256: string | null;
  /** `upright`: turned as EXIF asks. `raw`: as stored. */
  readonly orientation: 'upright' | 'raw';
  /** EXIF tag 0x0112 of the file, 1 when there is none. */
  readonly exifOrientation: Orientation;
  readonly notes: readonly string[];
}

/** The facts alone and in this order, whatever else the object holds: the same image gives the same bytes. */
export function writtenImage(image: ImageFacts): ImageFacts {
  const { name, width, height, sha256, orientation, exifOrientation, notes } = image;
  return { name, width, height, sha256, orientation, exifOrientation, notes };
}

/** As above. From received to image pixels: x' = a x + c y + e, y' = b x + d y + f. */
export function writtenFrame({ a, b, c, d, e, f }: Affine): Affine {
  return { a, b, c, d, e, f };
}
