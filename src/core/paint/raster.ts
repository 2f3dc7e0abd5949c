import { type PixelSheet, setRect, setUnder, tintRect } from './pixel-sheet.ts';
import type { Projection } from './projection.ts';
import type { RowList } from './row-list.ts';

/** How boxes are written into pixels. Lengths in device pixels, colours packed. */
export interface Pen {
  readonly stroke: number;
  /** Whole pixels, inside the box; 0: no outline. */
  readonly line: number;
  /** 0: no fill. */
  readonly fill: number;
  /** Boxes whose shorter side is at most this long are tinted by what they cover, as print seen from afar; 0: none are. */
  readonly tintUpTo: number;
  readonly tint: number;
  /** Boxes with both sides at least this long are not written but listed: they are painted with all details. */
  readonly detailFrom: number;
}

/** What was met on the way. Filled on and on until `clearTally`. */
export interface Tally {
  /** Boxes that are in sight. */
  seen: number;
  /** Of these, high enough for a number. */
  tall: number;
  readonly large: RowList;
}

/** A box is at least this part of a pixel: a lonely dot is still seen. */
const LEAST = 0.12;
/** More large boxes than this cover each other many times over: the others are outlined like small ones, without a fill. */
const MOST_LARGE = 20_000;
/** Pixels that are written in the time that one row takes to be looked at. */
const PIXELS_PER_ROW = 24;

/**
 * Writes rows `from` to `to` (exclusive) of an upright projection, those with this `code` or all when there are no codes.
 * Rows that repeat another are counted and not written. Outlines win over fills, later ones over earlier ones. Gives what it cost, in rows: whoever has a million of them can stop
 * by count.
 */
export function rasterBoxes(
  sheet: PixelSheet,
  at: Projection,
  received: Float64Array,
  rows: ArrayLike<number>,
  from: number,
  to: number,
  codes: Uint8Array | null,
  code: number,
  pen: Pen,
  numberedFrom: number,
  tally: Tally,
  repeats: Uint8Array | null = null,
): number {
  const { width, height } = sheet;
  const { a, b, c, d, e, f } = at.matrix;
  const ratio = at.pixelRatio;
  const { tint, tintUpTo, detailFrom } = pen;
  // A dot is larger than its box.
  const reach = pen.line + 1;
  let written = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    if (codes && codes[row] !== code) continue;
    const four = row * 4;
    const rx1 = received[four] ?? NaN;
    const ry1 = received[four + 1] ?? NaN;
    const rx2 = received[four + 2] ?? NaN;
    const ry2 = received[four + 3] ?? NaN;
    // As `screenBox` does, in device pixels.
    const left = (Math.min(a * rx1, a * rx2) + Math.min(c * ry1, c * ry2) + e) * ratio;
    const right = (Math.max(a * rx1, a * rx2) + Math.max(c * ry1, c * ry2) + e) * ratio;
    const top = (Math.min(b * rx1, b * rx2) + Math.min(d * ry1, d * ry2) + f) * ratio;
    const bottom = (Math.max(b * rx1, b * rx2) + Math.max(d * ry1, d * ry2) + f) * ratio;
    if (!(right >= -reach && bottom >= -reach && left <= width && top <= height)) continue;
    const x1 = Math.round(left);
    const y1 = Math.round(top);
    const across = Math.round(right) - x1;
    const down = Math.round(bottom) - y1;
    tally.seen += 1;
    if (down >= numberedFrom) tally.tall += 1;
    if (repeats && repeats[row] === 1) continue;
    const detailed = across >= detailFrom && down >= detailFrom;
    if (detailed && tally.large.length < MOST_LARGE) tally.large.add(row);
    else if (tintUpTo > 0 && (across <= tintUpTo || down <= tintUpTo))
      written += tintRect(sheet, left, top, right, bottom, tint, LEAST);
    else written += outline(sheet, x1, y1, across, down, pen, !detailed);
  }
  return to - from + written / PIXELS_PER_ROW;
}

function outline(
  sheet: PixelSheet,
  x1: number,
  y1: number,
  across: number,
  down: number,
  { stroke, line, fill }: Pen,
  filled: boolean,
): number {
  // A box smaller than its line is a dot, as it is on a path.
  const x2 = x1 + Math.max(across, line + 1);
  const y2 = y1 + Math.max(down, line + 1);
  const left = x1 + line;
  const top = y1 + line;
  const right = x2 - line;
  const bottom = y2 - line;
  if (line > 0 && (left >= right || top >= bottom)) return setRect(sheet, x1, y1, x2, y2, stroke);
  let written = filled && fill !== 0 ? setUnder(sheet, left, top, right, bottom, fill) : 0;
  if (line === 0) return written;
  written += setRect(sheet, x1, y1, x2, top, stroke);
  written += setRect(sheet, x1, bottom, x2, y2, stroke);
  written += setRect(sheet, x1, top, left, bottom, stroke);
  written += setRect(sheet, right, top, x2, bottom, stroke);
  return written;
}
