import type { RegionIndex } from '../geometry/region-index.ts';
import { encloses, grown, intersection } from '../geometry/rect.ts';
import type { ImageRect, Size } from '../geometry/space.ts';
import type { Thresholds } from '../inspection/confidence.ts';
import { type Viewport, visibleRect } from '../geometry/viewport.ts';
import type { BadgeList } from './badge-list.ts';
import type { Palette } from './palette.ts';

/** Where and how to paint. `stage` in CSS pixels; `pixelRatio` device pixels per CSS pixel. */
export interface PaintView {
  readonly viewport: Viewport;
  readonly stage: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly index: RegionIndex;
  /** Filled by the labels, read by the highlight above them, so that no number stands twice. */
  readonly badges: BadgeList;
  /** The rows of `index` in the order they are read in; null or absent: as received. */
  readonly way?: Uint32Array | null;
  /** Regions are coloured by their confidence; null or absent: by what is odd about them. The same object while nothing changes. */
  readonly thresholds?: Thresholds | null;
}

/** Badges and halos reach beyond their box: a box this many CSS pixels outside the stage still leaves a mark on it. */
const REACH = 24;

/** So many times too many by the share of the page that is in sight: no need to count them. */
const CERTAINLY = 4;

/** Rows to paint, ascending; all of them when all are in sight. Valid until the index is asked again. */
export function rowsInSight({ viewport, stage, index }: PaintView): Uint32Array {
  const seen = grown(visibleRect(viewport, stage), REACH / viewport.scale);
  if (index.extent === null || encloses(seen, index.extent)) return index.rows;
  return index.collect(seen);
}

/** More than `most` rows are in sight, or would be if they stood evenly on the page. */
export function areMany(view: PaintView, most: number): boolean {
  const { index } = view;
  if (index.rows.length <= most || index.extent === null) return false;
  return index.rows.length * shareInSight(view) > most * CERTAINLY || rowsInSight(view).length > most;
}

/** Of the page that has regions, 0 to 1. */
export function shareInSight({ index: { extent }, viewport, stage }: PaintView): number {
  const seen = extent && intersection(visibleRect(viewport, stage), extent);
  return seen ? area(seen) / area(extent) : 0;
}

function area({ x1, y1, x2, y2 }: ImageRect): number {
  return (x2 - x1) * (y2 - y1);
}
