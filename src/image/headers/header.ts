import type { Orientation } from '../../core/geometry/orientation.ts';
import type { Size } from '../../core/geometry/space.ts';
import { ImageRefused, type ImageType } from '../image-source.ts';

/** What the first bytes of a file say about its picture, without decoding it. */
export interface ImageHeader {
  readonly type: ImageType;
  /** As stored, EXIF not applied. */
  readonly size: Size;
  /** True where the browser may show another size than the container names (AVIF's own transforms). */
  readonly sizeMayDiffer: boolean;
  readonly bitsPerChannel: number;
  /** Some pixel may be transparent in part. */
  readonly alpha: boolean;
  /** After the edits nothing is left that a browser could convert: eight bits, no alpha. False also where that is not known. */
  readonly plain: boolean;
  /** 1 for a still picture. */
  readonly frames: number;
  /** From EXIF; 1 when there is none. */
  readonly orientation: Orientation;
  readonly lossless: boolean;
  /** What to change in a copy of the file so that no browser turns the picture by EXIF or converts its colours. */
  readonly edits: readonly FileEdit[];
  /** Whole PNG chunks (length, type, data, CRC) that give the numbers their colours. */
  readonly colourChunks: readonly Uint8Array<ArrayBuffer>[];
  /** An ICC profile that the file carries outside PNG chunks. */
  readonly icc: Uint8Array<ArrayBuffer> | null;
  readonly notes: readonly string[];
}

/** Replaces `length` bytes at `at` by `bytes`. */
export interface FileEdit {
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Profiles and colour chunks beyond this are not carried over. */
export const MAX_PROFILE = 4 * 1024 * 1024;

/** How the formats are called on the page. */
export const FORMAT_NAME: Readonly<Record<ImageType, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  gif: 'GIF',
  bmp: 'BMP',
  avif: 'AVIF',
};

/** A plain header, for formats to fill in. */
export function plainHeader(type: ImageType, size: Size): ImageHeader {
  return {
    type,
    size,
    sizeMayDiffer: false,
    bitsPerChannel: 8,
    alpha: false,
    plain: false,
    frames: 1,
    orientation: 1,
    lossless: false,
    edits: [],
    colourChunks: [],
    icc: null,
    notes: [],
  };
}

/** `what` goes on a sentence: "This PNG is damaged: it holds no picture data." */
export function damaged(type: ImageType, what: string, options?: ErrorOptions): ImageRefused {
  return new ImageRefused(
    `This ${FORMAT_NAME[type]} is damaged: ${what}.`,
    'Copy or download it again, or open it in an image editor and save it anew.',
    options,
  );
}

/** The end of the file is missing. */
export function cutOff(type: ImageType, size: number, options?: ErrorOptions): ImageRefused {
  return new ImageRefused(
    `This ${FORMAT_NAME[type]} is cut off: it ends after ${size.toLocaleString('en-US')} bytes, in the middle of its data.`,
    'Copy or download it again; the last part is missing.',
    options,
  );
}
