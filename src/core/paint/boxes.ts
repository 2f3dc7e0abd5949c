import { applyAffine } from '../geometry/affine.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
import { type Projection, type ScreenBox, crispWidth, screenBox, traceRegion } from './projection.ts';
import { type RegionStyle, STYLES, type StyleCodes } from './region-styles.ts';
import type { PaintView } from './view.ts';

const LINE = 1.25;
const MATCHED_LINE = 2;
/** Casings, dashes and crossing lines are drawn on boxes whose shorter side is at least this many CSS pixels. */
export const DETAIL_FROM = 14;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** Line widths of a style in CSS pixels, for boxes with details and for smaller ones. */
export function linesOf(
  { emphasis }: RegionStyle,
  pixelRatio: number,
): { readonly large: number; readonly small: number } {
  if (emphasis === 'dimmed') return { large: 1 / pixelRatio, small: 1 / pixelRatio };
  const line = crispWidth(LINE, pixelRatio);
  // On a small box a broad line would be all one sees, and the marker below it would not show.
  return { large: emphasis === 'matched' ? crispWidth(MATCHED_LINE, pixelRatio) : line, small: line };
}

/** Every row once, but for repeats, style after style: one fill and one stroke per style and `BOXES_PER_PATH` boxes. */
export function paintBoxes(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  styles: StyleCodes,
): void {
  for (const code of styles.present) paintStyle(brush, inspection, view, at, rows, 0, rows.length, styles, code);
}

/** Of the rows from place `from` to place `to` (exclusive), those of one style. */
export function paintStyle(
  brush: Brush,
  inspection: Inspection,
  { palette }: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  from: number,
  to: number,
  { codes, repeats }: StyleCodes,
  code: number,
): void {
  const style = STYLES[code];
  if (!style) return;
  const { received } = inspection.regions;
  const look = palette.looks[style.look];
  const dimmed = style.emphasis === 'dimmed';
  const { large, small } = linesOf(style, at.pixelRatio);
  const some = { rows, from, to, codes, code, repeats };
  brush.lineJoin = 'miter';
  brush.lineCap = 'butt';
  brush.setLineDash(SOLID);

  // Casing first, so that a neighbour's casing never covers a line of this style.
  if (!dimmed) {
    brush.strokeStyle = palette.casing;
    brush.lineWidth = large + 2 / at.pixelRatio;
    inBatches(brush, at, received, some, 'large', large / 2, false);
  }
  brush.strokeStyle = dimmed ? look.dimmed : look.stroke;
  brush.fillStyle = look.fill;
  // What was found is dyed by the marker.
  const filled = style.emphasis === 'normal';
  brush.lineWidth = large;
  if (look.dash.length === 0 && !look.crossed && small === large) {
    inBatches(brush, at, received, some, 'all', large / 2, filled);
    return;
  }
  brush.lineWidth = small;
  inBatches(brush, at, received, some, 'small', small / 2, filled);
  brush.setLineDash(look.dash);
  brush.lineWidth = large;
  inBatches(brush, at, received, some, 'large', large / 2, filled, look.crossed);
  brush.setLineDash(SOLID);
}

interface Some {
  readonly rows: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
  readonly codes: Uint8Array;
  readonly code: number;
  readonly repeats: Uint8Array | null;
}

function inBatches(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  { rows, from, to, codes, code, repeats }: Some,
  which: 'all' | 'small' | 'large',
  inset: number,
  filled: boolean,
  crossed = false,
): void {
  let inPath = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    if (codes[row] !== code || repeats?.[row] === 1) continue;
    screenBox(at, received, row, box);
    const large = box.x2 - box.x1 >= DETAIL_FROM && box.y2 - box.y1 >= DETAIL_FROM;
    if (which !== 'all' && large !== (which === 'large')) continue;
    if (inPath === 0) brush.beginPath();
    traceRegion(brush, at, received, row, box, inset);
    if (crossed) traceCross(brush, at, received, row);
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      finish(brush, filled);
      inPath = 0;
    }
  }
  if (inPath > 0) finish(brush, filled);
}

/** From corner to corner, rising where the box is upright. */
function traceCross(brush: Brush, at: Projection, received: Float64Array, row: number): void {
  if (at.upright) {
    brush.moveTo(box.x1, box.y2);
    brush.lineTo(box.x2, box.y1);
    return;
  }
  const { matrix } = at;
  const from = applyAffine(matrix, received[row * 4] ?? NaN, received[row * 4 + 3] ?? NaN);
  const to = applyAffine(matrix, received[row * 4 + 2] ?? NaN, received[row * 4 + 1] ?? NaN);
  brush.moveTo(from.x, from.y);
  brush.lineTo(to.x, to.y);
}

function finish(brush: Brush, filled: boolean): void {
  if (filled) brush.fill();
  brush.stroke();
}
