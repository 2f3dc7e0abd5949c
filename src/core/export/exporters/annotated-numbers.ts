import { regionIndexOf } from '../../geometry/region-index.ts';
import type { Size } from '../../geometry/space.ts';
import { BadgeList } from '../../paint/badge-list.ts';
import type { Brush } from '../../paint/brush.ts';
import { addInk, areTooFew, placeNumbers, startPlacing } from '../../paint/labels.ts';
import { Occupied } from '../../paint/occupied.ts';
import { project } from '../../paint/projection.ts';
import type { Drawing } from './annotated-drawing.ts';
import { breath } from './turns.ts';

const CHUNK = 2_048;
/** Rows round a band that are drawn with it, so that what reaches over its seams is not taken for out of sight. */
export const MARGIN = 64;

/**
 * Places the numbers on the whole picture at once, and hands them to the bands that they stand on: a number on the seam of two bands
 * is drawn in both, each its part.
 *
 * @param high rows of a band
 */
export async function bandNumbers(
  brush: Brush,
  { inspection, styles, view: viewAt }: Drawing,
  size: Size,
  high: number,
  signal: AbortSignal,
): Promise<readonly BadgeList[]> {
  const view = viewAt(0, size, new BadgeList());
  const at = project(inspection.frame, view.viewport, 1);
  const { received } = inspection.regions;
  const { rows } = view.index;
  const occupied = new Occupied();
  startPlacing(occupied, view);
  // Text stands where it stands, drawn on or not.
  const ink = regionIndexOf(inspection).rows;
  await inChunks(ink.length, signal, (from, to) => addInk(occupied, at, received, ink, from, to));
  let asked = 0;
  await inChunks(rows.length, signal, (from, to) => {
    asked += placeNumbers(occupied, brush, view, at, received, rows, from, to, styles.codes);
  });
  const bands = Array.from({ length: Math.ceil(size.height / high) }, () => new BadgeList());
  if (areTooFew(view.badges.count, asked)) return bands;
  for (let i = 0; i < view.badges.count; i += 1) {
    const badge = view.badges.badge(i);
    const last = Math.min(Math.floor((badge.y + badge.height) / high), bands.length - 1);
    for (let band = Math.max(Math.floor(badge.y / high), 0); band <= last; band += 1)
      bands[band]?.add(view.badges.rowOf(i), { ...badge, y: badge.y - band * high + MARGIN }, view.badges.lookOf(i));
  }
  return bands;
}

async function inChunks(count: number, signal: AbortSignal, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    work(from, Math.min(from + CHUNK, count));
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await breath();
    signal.throwIfAborted();
  }
}
