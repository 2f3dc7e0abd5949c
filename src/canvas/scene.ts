import type { RegionIndex } from '../core/geometry/region-index.ts';
import type { ImageRect } from '../core/geometry/space.ts';
import { grown } from '../core/geometry/rect.ts';
import type { Thresholds } from '../core/inspection/confidence.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import type { BadgeList } from '../core/paint/badge-list.ts';
import type { Palette } from '../core/paint/palette.ts';
import type { ImageView } from '../image/image-view.ts';

/** What the layers draw, apart from the view. Changes when an answer, an image, a search or the theme does. */
export interface Scene {
  readonly inspection: Inspection;
  readonly image: ImageView | null;
  /** Items found by the search, ascending; null: no search. */
  readonly matches: Uint32Array | null;
  readonly index: RegionIndex;
  readonly palette: Palette;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  /** The sheet: the picture, or a blank page round the regions; null when there is neither. */
  readonly content: ImageRect | null;
  /** Ink with no region round it, as boxes in image pixels; null while it is not known. */
  readonly missed: Float64Array | null;
  /** Regions as they are read; null: as received. */
  readonly way: Uint32Array | null;
  /** By which regions are coloured by confidence; null: they are not. */
  readonly thresholds: Thresholds | null;
  /** From the region layer, which draws first, to the highlight layer. */
  readonly badges: BadgeList;
}

/** Free paper round regions without a picture, of the page's longer side. */
const PAGE_MARGIN = 0.03;

export function contentOf(image: ImageView | null, index: RegionIndex): ImageRect | null {
  if (image) return { x1: 0, y1: 0, x2: image.size.width, y2: image.size.height };
  const { extent } = index;
  if (!extent) return null;
  return grown(extent, Math.max(extent.x2 - extent.x1, extent.y2 - extent.y1) * PAGE_MARGIN);
}
