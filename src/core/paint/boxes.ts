import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
import { type Projection, type ScreenBox, crispWidth, screenBox, traceRegion } from './projection.ts';
import { type RegionStyle, STYLES, type StyleCodes } from './region-styles.ts';
import type { PaintView } from './view.ts';

const LINE = 1.25;
const MATCHED_LINE = 2;
/** Casings, dashes and crossing lines are drawn on boxes whose shorter side is at least this many CSS pixels. */
const DETAIL_FROM = 14;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** Every row once, style after style: one fill and one stroke per style and `BOXES_PER_PATH` boxes. */
export function paintBoxes(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  styles: StyleCodes,
): void {
  brush.lineJoin = 'miter';
  brush.lineCap = 'butt';
  for (const code of styles.present) {
    const style = STYLES[code];
    if (style) paintStyle(brush, inspection, view, at, rows, styles.codes, code, style);
  }
  brush.setLineDash(SOLID);
}

function paintStyle(
  brush: Brush,
  inspection: Inspection,
  { palette }: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  codes: Uint8Array,
  code: number,
  style: RegionStyle,
): void {
  const { received } = inspection.regions;
  const look = palette.looks[style.look];
  const hair = 1 / at.pixelRatio;
  const dimmed = style.emphasis === 'dimmed';
  const matched = style.emphasis === 'matched';
  const width = dimmed ? hair : crispWidth(matched ? MATCHED_LINE : LINE, at.pixelRatio);
  // On a small box a broad line would be all one sees, and the marker below it would not show.
  const smallWidth = matched ? crispWidth(LINE, at.pixelRatio) : width;

  // Casing first, so that a neighbour's casing never covers a line of this style.
  if (!dimmed) {
    brush.setLineDash(SOLID);
    brush.strokeStyle = palette.casing;
    brush.lineWidth = width + 2 * hair;
    inBatches(brush, at, received, rows, codes, code, 'large', width / 2, false);
  }
  brush.strokeStyle = dimmed ? look.dimmed : look.stroke;
  brush.fillStyle = look.fill;
  // What was found is dyed by the marker.
  const filled = style.emphasis === 'normal';
  brush.lineWidth = width;
  if (look.dash.length === 0 && !look.crossed && smallWidth === width) {
    inBatches(brush, at, received, rows, codes, code, 'all', width / 2, filled);
    return;
  }
  brush.setLineDash(SOLID);
  brush.lineWidth = smallWidth;
  inBatches(brush, at, received, rows, codes, code, 'small', smallWidth / 2, filled);
  brush.setLineDash(look.dash);
  brush.lineWidth = width;
  inBatches(brush, at, received, rows, codes, code, 'large', width / 2, filled, look.crossed);
}

function inBatches(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  rows: ArrayLike<number>,
  codes: Uint8Array,
  code: number,
  which: 'all' | 'small' | 'large',
  inset: number,
  filled: boolean,
  crossed = false,
): void {
  let inPath = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    if (codes[row] !== code) continue;
    screenBox(at, received, row, box);
    const large = box.x2 - box.x1 >= DETAIL_FROM && box.y2 - box.y1 >= DETAIL_FROM;
    if (which !== 'all' && large !== (which === 'large')) continue;
    if (inPath === 0) brush.beginPath();
    traceRegion(brush, at, received, row, box, inset);
    if (crossed) {
      brush.moveTo(box.x1, box.y2);
      brush.lineTo(box.x2, box.y1);
    }
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      finish(brush, filled);
      inPath = 0;
    }
  }
  if (inPath > 0) finish(brush, filled);
}

function finish(brush: Brush, filled: boolean): void {
  if (filled) brush.fill();
  brush.stroke();
}
