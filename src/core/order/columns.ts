import type { Layout } from './bands.ts';
import type { Gutter } from './gutters.ts';

/** One side goes on alone below the other over gaps up to so many lines, and above it: a headline is nearer to what it is over. */
const ALONE_BELOW = 4;
const ALONE_ABOVE = 1.5;
/** A gap of so many lines, and so many times the usual one, near an end of a gutter: a header or footer whose gap it is by chance. */
const PEEL_LINES = 2.5;
const PEEL_TIMES = 3;
const PEEL_SHARE = 0.2;
/** How far the middles of two cells of a row may lie apart, in lines, and how often rows have to match to be rows. */
const SAME_ROW = 0.35;
const ROWS = 0.7;
/** Lines that fill their column, are long, and are several, make text, though they stand level with those beside them. */
const FILLED = 0.65;
const LONG = 8;
const SEVERAL = 3;

const [LEFT, RIGHT] = [0, 1];

/** What the bands beside a gutter hold: two places a band, left and right of it. Without ink there is nothing. */
interface Sides {
  readonly bands: number;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly y1: Float64Array;
  readonly y2: Float64Array;
  /** Sum of the widths. */
  readonly ink: Float64Array;
}

/**
 * The part of a gutter that parts two columns; null where it parts the cells of rows, or has nothing on one of its sides.
 * Cells stand level with those beside them and leave room in their columns; lines of columns do not do both.
 */
export function columnsBeside(
  layout: Layout,
  items: Uint32Array,
  starts: readonly number[],
  gutter: Gutter,
): Gutter | null {
  const sides = sidesOf(layout, items, starts, gutter);
  const { bands } = sides;
  const { unit } = layout;
  const starting = Math.max(firstOf(sides, LEFT), firstOf(sides, RIGHT));
  const ending = Math.min(lastOf(sides, LEFT), lastOf(sides, RIGHT));
  if (starting > ending) return null;
  let [from, to] = peeled(sides, starting, ending, unit);
  if (from === starting) while (from > 0 && gapAfter(sides, from - 1) <= ALONE_ABOVE * unit) from -= 1;
  if (to === ending) while (to + 1 < bands && gapAfter(sides, to) <= ALONE_BELOW * unit) to += 1;
  if (to <= from) return null;
  let [beside, level] = [0, 0];
  for (let band = from; band <= to; band += 1) {
    if (!isThere(sides, band, LEFT) || !isThere(sides, band, RIGHT)) continue;
    beside += 1;
    if (isLevel(sides, band, unit)) level += 1;
  }
  const rows = beside > 0 && level >= ROWS * beside;
  if (rows && !(isText(sides, from, to, LEFT, unit) && isText(sides, from, to, RIGHT, unit))) return null;
  return { ...gutter, first: gutter.first + from, last: gutter.first + to };
}

function sidesOf(
  { x1, y1, x2, y2, isSpeck }: Layout,
  items: Uint32Array,
  starts: readonly number[],
  gutter: Gutter,
): Sides {
  const bands = gutter.last - gutter.first + 1;
  const sides = {
    bands,
    x1: new Float64Array(bands * 2).fill(Infinity),
    x2: new Float64Array(bands * 2).fill(-Infinity),
    y1: new Float64Array(bands * 2).fill(Infinity),
    y2: new Float64Array(bands * 2).fill(-Infinity),
    ink: new Float64Array(bands * 2),
  };
  const middle = (gutter.x1 + gutter.x2) / 2;
  for (let band = 0; band < bands; band += 1) {
    const end = starts[gutter.first + band + 1] ?? 0;
    for (let i = starts[gutter.first + band] ?? 0; i < end; i += 1) {
      const item = items[i] ?? 0;
      if (isSpeck[item] === 1) continue;
      const [left, right] = [x1[item] ?? 0, x2[item] ?? 0];
      const at = band * 2 + ((left + right) / 2 < middle ? LEFT : RIGHT);
      sides.x1[at] = Math.min(sides.x1[at] ?? 0, left);
      sides.x2[at] = Math.max(sides.x2[at] ?? 0, right);
      sides.y1[at] = Math.min(sides.y1[at] ?? 0, y1[item] ?? 0);
      sides.y2[at] = Math.max(sides.y2[at] ?? 0, y2[item] ?? 0);
      sides.ink[at] = (sides.ink[at] ?? 0) + (right - left);
    }
  }
  return sides;
}

function isThere({ ink }: Sides, band: number, side: number): boolean {
  return (ink[band * 2 + side] ?? 0) > 0;
}

function firstOf(sides: Sides, side: number): number {
  let band = 0;
  while (band < sides.bands && !isThere(sides, band, side)) band += 1;
  return band < sides.bands ? band : Infinity;
}

function lastOf(sides: Sides, side: number): number {
  let band = sides.bands - 1;
  while (band >= 0 && !isThere(sides, band, side)) band -= 1;
  return band;
}

/** Between a band and the next one; 0 where either is nothing but specks. */
function gapAfter({ y1, y2 }: Sides, band: number): number {
  const at = band * 2;
  const above = Math.max(y2[at] ?? 0, y2[at + 1] ?? 0);
  const below = Math.min(y1[at + 2] ?? 0, y1[at + 3] ?? 0);
  return Number.isFinite(above) && Number.isFinite(below) ? Math.max(0, below - above) : 0;
}

/** Without what stands apart at its ends. */
function peeled(sides: Sides, first: number, last: number, unit: number): [number, number] {
  let [from, to] = [first, last];
  const gaps = new Float64Array(last - first);
  for (let i = 0; i < gaps.length; i += 1) gaps[i] = gapAfter(sides, first + i);
  const usual = gaps.toSorted()[gaps.length >> 1] ?? 0;
  const apart = Math.max(PEEL_LINES * unit, PEEL_TIMES * usual);
  const ends = Math.floor((last - first) * PEEL_SHARE);
  for (let i = first; i < first + ends; i += 1) if ((gaps[i - first] ?? 0) > apart) from = i + 1;
  for (let i = last - 1; i >= last - ends; i -= 1) if ((gaps[i - first] ?? 0) > apart) to = i;
  return [from, to];
}

function isLevel({ y1, y2 }: Sides, band: number, unit: number): boolean {
  const at = band * 2;
  const off = (y1[at] ?? 0) + (y2[at] ?? 0) - (y1[at + 1] ?? 0) - (y2[at + 1] ?? 0);
  return Math.abs(off) / 2 <= SAME_ROW * unit;
}

function isText({ x1, x2, ink }: Sides, from: number, to: number, side: number, unit: number): boolean {
  let [left, right, count] = [Infinity, -Infinity, 0];
  const inks = new Float64Array(to - from + 1);
  for (let band = from; band <= to; band += 1) {
    const at = band * 2 + side;
    if (!((ink[at] ?? 0) > 0)) continue;
    left = Math.min(left, x1[at] ?? 0);
    right = Math.max(right, x2[at] ?? 0);
    inks[count] = ink[at] ?? 0;
    count += 1;
  }
  if (count < SEVERAL) return false;
  const width = right - left;
  const usual = inks.subarray(0, count).toSorted()[count >> 1] ?? 0;
  return width >= LONG * unit && usual >= FILLED * width;
}
