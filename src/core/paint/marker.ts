import { type Inspection, isDrawable } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { Pace } from './pace.ts';
import { patchPen } from './pens.ts';
import { project, type ScreenBox, screenBox, traceRegion } from './projection.ts';
import { STYLES, stylesOf } from './region-styles.ts';
import { RowList } from './row-list.ts';
import { rasterSlices, ROWS_PER_FRAME, type Slices, type SliceTarget } from './slices.ts';
import { areMany, type PaintView, rowsInSight } from './view.ts';

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** More marked rows than this are dear to dye in every frame. */
export const MANY_MARKED = 1_500;

/**
 * Dyes what the search found, as a marker pen does. Painted onto the picture itself and not onto a layer above it: only
 * there can it mix with the paper and leave the print as black as it is.
 */
export function paintMarker(brush: Brush, inspection: Inspection, view: PaintView, matches: Uint32Array | null): void {
  if (!matches || matches.length === 0) return;
  const { codes } = stylesOf(inspection, matches, view.thresholds);
  const { received } = inspection.regions;
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  // A few hits are looked up on the page; of many, those on the stage are looked at.
  const rows = matches.length <= MANY_MARKED ? matches : rowsInSight(view);
  brush.fillStyle = view.palette.marker;
  brush.globalCompositeOperation = view.palette.markerBlend;
  let inPath = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    if (!isMatched(codes[row]) || !isDrawable(inspection, row)) continue;
    screenBox(at, received, row, box);
    if (box.x2 < 0 || box.y2 < 0 || box.x1 > view.stage.width || box.y1 > view.stage.height) continue;
    if (inPath === 0) brush.beginPath();
    traceRegion(brush, at, received, row, box, 0);
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();
  brush.globalCompositeOperation = 'source-over';
}

/** Whether dyeing in every frame is too dear. */
export function isMarkerDear(inspection: Inspection, view: PaintView, matches: Uint32Array | null): boolean {
  if (!matches || matches.length <= MANY_MARKED || !project(inspection.frame, view.viewport, 1).upright) return false;
  return areMany(view, MANY_MARKED);
}

/** The marker of thousands of hits as pixels, to be laid onto the picture with `markerBlend`. Upright frames only. */
export function* markerSlices(
  { sheet, put }: SliceTarget,
  inspection: Inspection,
  view: PaintView,
  matches: Uint32Array,
  rows: ArrayLike<number>,
): Slices {
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const { codes, present, repeats } = stylesOf(inspection, matches, view.thresholds);
  const tally = { seen: 0, tall: 0, large: new RowList() };
  const pace = new Pace(ROWS_PER_FRAME);
  const pen = patchPen(view.palette.marker, 1);
  for (const code of present) {
    if (!isMatched(code)) continue;
    yield* rasterSlices(sheet, inspection, at, rows, codes, code, pen, pace, tally, repeats);
  }
  put();
}

function isMatched(code: number | undefined): boolean {
  return STYLES[code ?? 0]?.emphasis === 'matched';
}
