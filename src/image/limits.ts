import type { Size } from '../core/geometry/space.ts';
import { ImageRefused } from './image-source.ts';

/**
 * 16,384 x 16,384. What an open picture of so many pixels takes at most, at four bytes a pixel:
 *
 * - the picture itself, which crops are read from: 1,024 MiB;
 * - shrunken copies, each half the one before. The first has MOST_CANVAS_PIXELS pixels at most: 64 MiB, all of them 86 MiB;
 * - tiles, which are copies too: MAX_TILE_BYTES.
 *
 * While it opens, its file is in memory besides, the picture before it, and the picture twice unless it is plain (ImageHeader).
 */
export const MAX_PIXELS = 268_435_456;
/** Some 250 tiles: twice what a screen of 3,840 x 2,160 device pixels takes at any scale. Larger screens get coarser ones. */
export const MAX_TILE_BYTES = 256 * 1024 * 1024;
/** Bitmaps and canvases of Chromium end here. */
export const MAX_SIDE = 32_767;

/**
 * Refuses from the header, before anything is decoded: a 48 KB PNG may claim 20,000 x 20,000 pixels and take 2 GB.
 * Throws ImageRefused with the numbers.
 */
export function refuseUnfit(kind: string, { width, height }: Size): void {
  const size = `${count(width)} × ${count(height)} px`;
  if (width < 1 || height < 1)
    throw new ImageRefused(
      `This ${kind} says that it is ${size}, so there is nothing to show.`,
      'Open it in an image editor and save it anew, or choose another file.',
    );
  if (width > MAX_SIDE || height > MAX_SIDE)
    throw new ImageRefused(
      `This ${kind} is ${size}; a side may be ${count(MAX_SIDE)} px at most.`,
      'Cut it into parts or scale it down in an image editor, then open the parts.',
    );
  if (width * height > MAX_PIXELS)
    throw new ImageRefused(
      `This ${kind} is ${size}, which is ${count(Math.round((width * height) / 1e6))} megapixels; 268 is the most that opens here.`,
      'Scale it down or cut it into parts in an image editor. Mind that regions are in pixels of the image that was sent.',
    );
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
