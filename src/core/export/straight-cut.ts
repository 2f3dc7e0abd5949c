import { type Affine, applyAffine, composeAffine, invertAffine, mapRect } from '../geometry/affine.ts';
import type { ImagePoint, ImageRect, ReceivedRect, Size } from '../geometry/space.ts';
import { boxOfCut, type Cut, cutOf, wholePadding } from './cut.ts';

/** What is cut of a region that lies slanted on the image: the pixels of the box round it, or the region turned upright. */
export type SlantedCrops = 'bounding box' | 'straightened';

/** How a crop is read out of a box of pixels: where each of its pixels lies there, measured from the box's corner. */
export interface Straightening extends Size {
  /** From the crop to the box. A turn by 45 degrees at most: neither a mirror nor another scale. */
  readonly toPixels: Affine;
}

/** A slanted region turned upright. Its size is that of the region on the image, rounded, and the padding. */
export interface StraightCut extends Straightening {
  /** The crop's own on the image, clockwise from its top left. */
  readonly corners: readonly ImagePoint[];
  /** The upright box round the corners. */
  readonly cut: Cut;
  /** Pixels of the image that are read: the cut and what its edge pixels are computed from. */
  readonly reads: ReturnType<typeof boxOfCut>;
}

/** A pixel is computed from the four by four round it. */
const REACH = 2;
/** Pixels: less than this is what rounding leaves of nothing. */
const NOTHING = 1e-6;

/** Slanted regions of one image under one frame, seen in a plane in which they are upright; made once for many of them. */
interface Upright {
  /** From that plane to the image, and back. */
  readonly turn: Affine;
  readonly fromReceived: Affine;
  /** The box round the image, there. */
  readonly seen: ImageRect;
  readonly image: Size;
  readonly pad: number;
}

/**
 * Only the slant is taken out, the turn that is left when quarters are taken away: what the image shows mirrored, or on its side, the
 * crop does too. Padding is added upright, and ends where the image does, seen upright; a part of the crop may still lie off the
 * image. null when no area of it is on the image, or a coordinate is not a number.
 */
export function straightCut(frame: Affine, received: ReceivedRect, padding: number, image: Size): StraightCut | null {
  const upright = uprightOf(frame, padding, image);
  const part = upright && partOf(upright, received);
  const cut = part && cutRound(upright, part);
  if (!cut) return null;
  const width = part.x2 - part.x1;
  const height = part.y2 - part.y1;
  const toImage = composeAffine({ a: 1, b: 0, c: 0, d: 1, e: part.x1, f: part.y1 }, upright.turn);
  const reads = boxOfCut(cutOf(cut, REACH, image) ?? cut);
  return {
    width: Math.round(width),
    height: Math.round(height),
    toPixels: { ...toImage, e: toImage.e - reads.x, f: toImage.f - reads.y },
    corners: [
      applyAffine(toImage, 0, 0),
      applyAffine(toImage, width, 0),
      applyAffine(toImage, width, height),
      applyAffine(toImage, 0, height),
    ],
    cut,
    reads,
  };
}

/** Tells for one received rectangle after the other whether there would be a straight cut of it. */
export function straightCuts(frame: Affine, padding: number, image: Size): (received: ReceivedRect) => boolean {
  const upright = uprightOf(frame, padding, image);
  return (received) => {
    const part = upright && partOf(upright, received);
    return upright !== null && part !== null && cutRound(upright, part) !== null;
  };
}

function uprightOf(frame: Affine, padding: number, image: Size): Upright | null {
  const turn = slantOf(frame);
  const back = invertAffine(turn);
  if (!back) return null;
  const seen: ImageRect = mapRect(back, { x1: 0, y1: 0, x2: image.width, y2: image.height });
  return { turn, fromReceived: composeAffine(frame, back), seen, image, pad: wholePadding(padding) };
}

/** Whole pixels wide and high, though they start between those of the image. */
function partOf({ fromReceived, seen, pad }: Upright, received: ReceivedRect): ImageRect | null {
  const region: ImageRect = mapRect(fromReceived, received);
  const width = wholeSide(region.x2 - region.x1) + 2 * pad;
  const height = wholeSide(region.y2 - region.y1) + 2 * pad;
  const left = (region.x1 + region.x2 - width) / 2;
  const top = (region.y1 + region.y2 - height) / 2;
  const fromCorner = { x1: seen.x1 - left, y1: seen.y1 - top, x2: seen.x2 - left, y2: seen.y2 - top };
  const inside = cutOf(fromCorner, 0, { width, height });
  return inside && { x1: left + inside.x1, y1: top + inside.y1, x2: left + inside.x2, y2: top + inside.y2 };
}

function cutRound({ turn, image }: Upright, part: ImageRect): Cut | null {
  return cutOf(mapRect(turn, part), 0, image, NOTHING);
}

/** The turn by 45 degrees at most that is left of a frame without its quarters, mirrors and scales. */
function slantOf({ a, b, c, d }: Affine): Affine {
  const alongX = Math.hypot(a, b) > 0;
  const x = alongX ? a : d;
  const y = alongX ? b : -c;
  const length = Math.hypot(x, y);
  // The same line, a quarter further, until it is the one nearest to the image's own right.
  const [along, across] = Math.abs(x) >= Math.abs(y) ? [Math.abs(x), x < 0 ? -y : y] : [Math.abs(y), y < 0 ? x : -x];
  const cos = along / length;
  const sin = across / length;
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

function wholeSide(side: number): number {
  return side <= NOTHING ? 0 : Math.max(1, Math.round(side));
}
