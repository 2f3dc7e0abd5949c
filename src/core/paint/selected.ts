import type { Inspection } from '../inspection/inspection.ts';
import { isDrawable } from '../inspection/inspection.ts';
import { isSelected, type Selection } from '../inspection/selection.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import type { Palette } from './palette.ts';
import { packedColour, withAlpha } from './colour.ts';
import { crispWidth, project, type Projection, type ScreenBox, screenBox, traceRegion } from './projection.ts';
import type { Pen } from './raster.ts';
import { RowList } from './row-list.ts';
import { repeatsOf } from './repeats.ts';
import { rasterSlices, type Slices, type SliceTarget } from './slices.ts';
import { type PaintView, rowsInSight } from './view.ts';

export const SELECTED_LINE = 2;
/** Corner marks: the side of the small square at each corner, and the box it needs. */
const CORNER = 7;
const CORNERS_FROM = 24;
/** With more than this selected, corner marks would be all one sees. */
const CORNERS_UP_TO = 200;
const CHUNK_OF_PATHS = 2_000;
/** How dense a selected box without room for an outline is. */
const TINT = 0xc0;
/** A halo reaches so many CSS pixels beyond its box. */
const REACH = 6;

/** Up to so many selected rows are looked up one by one. */
const FEW = 1_500;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/**
 * Lists the selected rows in sight, ascending, `most` at the most; false when there are more. A few that are selected are
 * looked up in the picture, of many those in the picture are looked at: selecting everything costs no more than seeing it.
 */
export function selectedInSight(
  inspection: Inspection,
  selection: Selection,
  view: PaintView,
  at: Projection,
  most: number,
  into: RowList,
): boolean {
  into.clear();
  if (selection.count === 0) return true;
  if (selection.count > FEW) {
    const rows = rowsInSight(view);
    for (let i = 0; i < rows.length && into.length <= most; i += 1) {
      const row = rows[i] ?? 0;
      if (isSelected(selection, row) && isInSight(inspection, view, at, row)) into.add(row);
    }
  } else {
    const { bits } = selection;
    for (let word = 0; word < bits.length; word += 1) {
      for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
        const row = word * 32 + (31 - Math.clz32(rest & -rest));
        if (isDrawable(inspection, row) && isInSight(inspection, view, at, row)) into.add(row);
      }
    }
  }
  return into.length <= most;
}

function isInSight(inspection: Inspection, { stage }: PaintView, at: Projection, row: number): boolean {
  screenBox(at, inspection.regions.received, row, box);
  return box.x2 >= -REACH && box.y2 >= -REACH && box.x1 <= stage.width + REACH && box.y1 <= stage.height + REACH;
}

/** Filled, with a thick line, and marks at the corners of large ones while there are not too many. */
export function paintSelected(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
): void {
  paintSelectedBoxes(brush, inspection, view, at, rows, 0, rows.length);
  if (rows.length <= CORNERS_UP_TO) paintCorners(brush, inspection, view, at, rows);
}

/** Those from place `from` to place `to` (exclusive), without corner marks. */
export function paintSelectedBoxes(
  brush: Brush,
  inspection: Inspection,
  { palette, pixelRatio }: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  from: number,
  to: number,
): void {
  const width = crispWidth(SELECTED_LINE, pixelRatio);
  brush.fillStyle = palette.selectedFill;
  brush.strokeStyle = palette.accent;
  brush.lineWidth = width;
  for (let start = from; start < to; start += BOXES_PER_PATH) {
    brush.beginPath();
    for (let i = start; i < Math.min(start + BOXES_PER_PATH, to); i += 1) {
      const row = rows[i] ?? 0;
      screenBox(at, inspection.regions.received, row, box);
      traceRegion(brush, at, inspection.regions.received, row, box, width / 2);
    }
    brush.fill();
    brush.stroke();
  }
}

/** The boxes of a selection of thousands, a frame's worth at a time. `rows`: those in sight, selected or not. */
export function* selectionSlices(
  { brush, sheet, put }: SliceTarget,
  inspection: Inspection,
  view: PaintView,
  selection: Selection,
  rows: ArrayLike<number>,
): Slices {
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const chosen = new RowList();
  const repeats = repeatsOf(inspection.regions, (row) => (isSelected(selection, row) ? 1 : 0));
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    if (repeats?.[row] !== 1 && isSelected(selection, row)) chosen.add(row);
  }
  if (at.upright) {
    yield* rasterSlices(sheet, inspection, at, chosen.rows, null, 0, selectedPen(view.palette, view.pixelRatio));
    put();
    return;
  }
  for (let from = 0; from < chosen.length; from += CHUNK_OF_PATHS) {
    paintSelectedBoxes(brush, inspection, view, at, chosen.rows, from, Math.min(from + CHUNK_OF_PATHS, chosen.length));
    yield false;
  }
}

function selectedPen({ accent, selectedFill }: Palette, pixelRatio: number): Pen {
  const stroke = packedColour(accent);
  const line = Math.round(crispWidth(SELECTED_LINE, pixelRatio) * pixelRatio);
  return {
    stroke,
    line,
    fill: packedColour(selectedFill),
    tintUpTo: 2 * line,
    tint: withAlpha(stroke, TINT),
    detailFrom: Infinity,
  };
}

function paintCorners(
  brush: Brush,
  inspection: Inspection,
  { palette, pixelRatio }: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
): void {
  const side = crispWidth(CORNER, pixelRatio);
  let any = false;
  for (let i = 0; i < rows.length; i += 1) {
    screenBox(at, inspection.regions.received, rows[i] ?? 0, box);
    const { x1, y1, x2, y2 } = box;
    if (x2 - x1 < CORNERS_FROM || y2 - y1 < CORNERS_FROM) continue;
    if (!any) brush.beginPath();
    any = true;
    brush.rect(x1 - side / 2, y1 - side / 2, side, side);
    brush.rect(x1 - side / 2, y2 - side / 2, side, side);
    brush.rect(x2 - side / 2, y1 - side / 2, side, side);
    brush.rect(x2 - side / 2, y2 - side / 2, side, side);
  }
  if (!any) return;
  brush.fillStyle = palette.cornerFill;
  brush.fill();
  brush.strokeStyle = palette.accent;
  brush.lineWidth = crispWidth(1.5, pixelRatio);
  brush.stroke();
}
