import { type Affine, keepsUpright, mapRect } from '../geometry/affine.ts';
import type { ImageRect, ReceivedRect, Size } from '../geometry/space.ts';

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
 * number. An edge that reaches less than `slack` into a pixel leaves it out.
 */
export function cutOf(rect: ImageRect, padding: number, image: Size, slack = 0): Cut | null {
  const pad = wholePadding(padding);
  const cut = {
    x1: clamp(Math.floor(rect.x1 + slack) - pad, image.width),
    y1: clamp(Math.floor(rect.y1 + slack) - pad, image.height),
    x2: clamp(Math.ceil(rect.x2 - slack) + pad, image.width),
    y2: clamp(Math.ceil(rect.y2 - slack) + pad, image.height),
  };
  // Written so that NaN has no area.
  return cut.x1 < cut.x2 && cut.y1 < cut.y2 ? cut : null;
}

/** The upright cut of a region as it was received. */
export function cutInFrame(frame: Affine, received: ReceivedRect, padding: number, image: Size): Cut | null {
  const { x1, y1, x2, y2 } = received;
  // Slanted, a line too has a box round it.
  if (!keepsUpright(frame) && (x1 === x2 || y1 === y2) && wholePadding(padding) === 0) return null;
  return cutOf(mapRect(frame, received), padding, image, slackOf(frame));
}

/** 185 scaled by 1 / 1.85 is 100.00000000000001, and does not touch the pixel behind 100. What is not transformed is not rounded. */
export function slackOf({ a, b, c, d, e, f }: Affine): number {
  return [a, b, c, d, e, f].every(Number.isInteger) ? 0 : 1e-6;
}

/** What is no number of pixels is none. */
export function wholePadding(padding: number): number {
  return Math.min(Math.max(Math.trunc(padding) || 0, 0), MAX_PADDING);
}

/** The cut as a box to read pixels with. */
export function boxOfCut(cut: Cut): { x: number; y: number; width: number; height: number } {
  return { x: cut.x1, y: cut.y1, width: cut.x2 - cut.x1, height: cut.y2 - cut.y1 };
}

function clamp(value: number, most: number): number {
  // Adding 0 turns -0 into 0.
  return Math.min(Math.max(value, 0), most) + 0;
}
