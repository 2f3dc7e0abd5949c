import type { Size } from '../geometry/space.ts';

/** What a page is drawn at where it has no picture to go by: 150 dots per inch, in pixels per point. */
const WITHOUT_PICTURE = 150 / 72;
/** Finer than any scan: a picture may be shrunk to a dot. */
const FINEST = 1_200 / 72;

/** The size a page is drawn at. */
export interface PageScale {
  /** Pixels per point of the page. */
  readonly scale: number;
  /** Whole pixels, 1 at least. */
  readonly width: number;
  readonly height: number;
  /** It would have been larger than `most`. */
  readonly reduced: boolean;
}

export interface MostPixels {
  readonly side: number;
  readonly area: number;
}

/**
 * At which scale to draw a page, before anything of it is drawn. null: the page has no area.
 *
 * @param points width and height of the page as shown: cropped, turned, in points of 1/72 inch
 * @param ofPicture pixels per point of the picture that covers most of the page; null: there is none
 */
export function pageScale({ width, height }: Size, ofPicture: number | null, most: MostPixels): PageScale | null {
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) return null;
  const wanted = ofPicture !== null && ofPicture > 0 ? Math.min(ofPicture, FINEST) : WITHOUT_PICTURE;
  const fits = Math.min(most.side / Math.max(width, height), Math.sqrt(most.area / (width * height)));
  const scale = Math.min(wanted, fits);
  const reduced = scale < wanted;
  // Rounded down where the limit counts, else to the picture's own number of pixels.
  const whole = (points: number) => Math.max(1, reduced ? Math.floor(points * scale) : Math.round(points * scale));
  return { scale, width: whole(width), height: whole(height), reduced };
}
