import type { Orientation } from '../core/geometry/orientation.ts';
import type { Rect, Size } from '../core/geometry/space.ts';

export type ImageType = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'avif';

/** Whole pixels of the picture as stored in the file, before EXIF turns it. Half-open. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Straight (not premultiplied) RGBA, 4 bytes a pixel, rows from the top. */
export interface Pixels extends Size {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Something to draw: `bitmap` covers `at` in stored pixels, and `shown` of that is to be drawn. A small bitmap over a large
 * box is a shrunken copy.
 */
export interface PicturePiece {
  readonly bitmap: ImageBitmap;
  readonly at: PixelBox;
  readonly shown: PixelBox;
}

/**
 * An opened image. Pixels are always those stored in the file, EXIF undone; whoever shows or cuts turns them by an
 * `Orientation` of its own choice, so that switching to raw pixels decodes nothing again.
 * Whoever opens it disposes of it.
 */
export interface ImageSource {
  /** File name as given, for display and for the names of exports. */
  readonly name: string;
  readonly type: ImageType;
  readonly file: Blob;
  readonly stored: Size;
  /** From EXIF, 1 when there is none. */
  readonly orientation: Orientation;
  /** Every pixel of the file comes back bit for bit (8-bit PNG, BMP, GIF); false for lossy types and for 16-bit, which is cut to 8. */
  readonly lossless: boolean;
  /** In words: "Animated: the first of 12 frames is shown.", "16 bits a channel are read as 8.". */
  readonly notes: readonly string[];
  /** SHA-256 of the file in lower-case hex; null where the page is not in a secure context. */
  sha256(): Promise<string | null>;
  /**
   * What to draw for a view: `visible` in stored pixels, `scale` in device pixels per stored pixel. Pieces cover what is
   * visible once, without a gap. Asking sets to work on what is missing; the same list comes back until there is more to show.
   */
  picture(visible: Rect<'image'>, scale: number): readonly PicturePiece[];
  /** Calls back whenever `picture` has more to show than it had. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /**
   * The decoded picture in full. It stays the source's: whoever needs one of its own copies it. A large picture is shown
   * before it is there; then this waits. Rejects with ImageRefused when it cannot be decoded, with AbortError when disposed.
   */
  whole(): Promise<ImageBitmap>;
  /** Exact stored pixels of a box that lies inside the picture. Throws RangeError when it does not. */
  read(box: PixelBox, signal?: AbortSignal): Promise<Pixels>;
  /** Whole ancillary PNG chunks of the source that give its numbers their colours (iCCP, gAMA, cHRM, sRGB), for PNG crops. */
  readonly colourChunks: Uint8Array;
  dispose(): void;
}

/** Why a file could not be opened, in the person's words; `todo` says what to do instead. */
export class ImageRefused extends Error {
  readonly todo: string;
  constructor(message: string, todo: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImageRefused';
    this.todo = todo;
  }
}
