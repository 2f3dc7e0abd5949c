import type { ImageRect, Size } from '../geometry/space.ts';

/** Whole pixels of the picture as shown, inside it, with area. Half-open: right and bottom edges are outside. */
export interface Cut {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Padding beyond this is a slip of the hand: no picture is that large. */
export const MAX_PADDING = 32_767;

/**
 * floor(x1), floor(y1), ceil(x2), ceil(y2), padded, clamped to the image. null when no area is left, or when a coordinate is not a
 * number.
 */
export function cutOf(rect: ImageRect, padding: number, image: Size): Cut | null {
  const pad = Math.min(Math.max(Math.trunc(padding) || 0, 0), MAX_PADDING);
  const cut = {
    x1: clamp(Math.floor(rect.x1) - pad, image.width),
    y1: clamp(Math.floor(rect.y1) - pad, image.height),
    x2: clamp(Math.ceil(rect.x2) + pad, image.width),
    y2: clamp(Math.ceil(rect.y2) + pad, image.height),
  };
  // Written so that NaN has no area.
  return cut.x1 < cut.x2 && cut.y1 < cut.y2 ? cut : null;
}

/** The cut as a box to read pixels with. */
export function boxOfCut(cut: Cut): { x: number; y: number; width: number; height: number } {
  return { x: cut.x1, y: cut.y1, width: cut.x2 - cut.x1, height: cut.y2 - cut.y1 };
}

function clamp(value: number, most: number): number {
  // Adding 0 turns -0 into 0.
  return Math.min(Math.max(value, 0), most) + 0;
}
