import type { RegionIndex } from '../geometry/region-index.ts';
import { encloses, grown } from '../geometry/rect.ts';
import type { Size } from '../geometry/space.ts';
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
}

/** Badges and halos reach beyond their box: a box this many CSS pixels outside the stage still leaves a mark on it. */
const REACH = 24;

/** Rows to paint, ascending. All of them without asking the tree when all are in sight: a search allocates. */
export function rowsInSight({ viewport, stage, index }: PaintView): ArrayLike<number> {
  const seen = grown(visibleRect(viewport, stage), REACH / viewport.scale);
  if (index.extent === null || encloses(seen, index.extent)) return index.rows;
  return index.collect(seen);
}
