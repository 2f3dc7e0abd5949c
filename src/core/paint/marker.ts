import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { project, type ScreenBox, screenBox, traceRegion } from './projection.ts';
import { STYLES, stylesOf } from './region-styles.ts';
import { type PaintView, rowsInSight } from './view.ts';

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/**
 * Dyes what the search found, as a marker pen does. Painted onto the picture itself and not onto a layer above it: only
 * there can it mix with the paper and leave the print as black as it is.
 */
export function paintMarker(brush: Brush, inspection: Inspection, view: PaintView, matches: Uint32Array | null): void {
  if (!matches || matches.length === 0) return;
  const { codes } = stylesOf(inspection, matches);
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const rows = rowsInSight(view);
  brush.fillStyle = view.palette.marker;
  brush.globalCompositeOperation = view.palette.markerBlend;
  let inPath = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    if (STYLES[codes[row] ?? 0]?.emphasis !== 'matched') continue;
    if (inPath === 0) brush.beginPath();
    screenBox(at, inspection.regions.received, row, box);
    traceRegion(brush, at, inspection.regions.received, row, box, 0);
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();
  brush.globalCompositeOperation = 'source-over';
}
