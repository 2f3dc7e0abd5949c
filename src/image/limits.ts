import type { Size } from '../core/geometry/space.ts';
import { ImageRefused } from './image-source.ts';

/** 16,384 x 16,384: decoded, four bytes a pixel, that is one gibibyte. */
export const MAX_PIXELS = 268_435_456;
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
