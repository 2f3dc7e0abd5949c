import type { Boxes } from './boxes.ts';

/** Of its height (two lines at most), how much of a box counts as nothing at its upper and lower edge: lines of a column touch each other. */
const SOFT = 0.2;
/** Of a line, how high and wide a mark is that stops no cut: a speck of dust, a dot of a leader. */
const SPECK = 0.35;

/** Boxes with what is asked of them again and again. */
export interface Layout extends Boxes {
  readonly unit: number;
  /** Where a box begins and ends for the finding of bands. */
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly isSpeck: Uint8Array;
}

export function layoutOf(boxes: Boxes, unit: number): Layout {
  const { count, x1, y1, x2, y2 } = boxes;
  const top = new Float64Array(count);
  const bottom = new Float64Array(count);
  const isSpeck = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const height = (y2[i] ?? 0) - (y1[i] ?? 0);
    const soft = Math.min(height, 2 * unit) * SOFT;
    top[i] = (y1[i] ?? 0) + soft;
    bottom[i] = (y2[i] ?? 0) - soft;
    isSpeck[i] = height < unit * SPECK && (x2[i] ?? 0) - (x1[i] ?? 0) < unit * SPECK ? 1 : 0;
  }
  return { ...boxes, unit, top, bottom, isSpeck };
}

/**
 * Where bands begin in `items` (which stand by their tops) from place `from` to `to`, and `to` itself at the end: between
 * two bands a straight line runs across the page that touches no box. The horizontal cuts of an XY-cut, all at once.
 */
export function bandsOf({ top, bottom }: Layout, items: Uint32Array, from: number, to: number): number[] {
  const starts = [from];
  let reach = bottom[items[from] ?? 0] ?? 0;
  for (let i = from + 1; i < to; i += 1) {
    const item = items[i] ?? 0;
    if ((top[item] ?? 0) >= reach) starts.push(i);
    reach = Math.max(reach, bottom[item] ?? 0);
  }
  starts.push(to);
  return starts;
}

/**
 * What is white in a band from left to right, added to `white`: pairs of x, the first from -Infinity, the last to Infinity.
 * Gaps narrower than `least` are left out.
 */
export function whiteOf(
  layout: Layout,
  items: Uint32Array,
  from: number,
  to: number,
  least: number,
  white: number[],
): number[] {
  const { x1, x2, isSpeck } = layout;
  const across = byLeft(x1, items, from, to);
  let reach = -Infinity;
  for (let i = 0; i < to - from; i += 1) {
    const item = across[i] ?? 0;
    if (isSpeck[item] === 1) continue;
    const left = x1[item] ?? 0;
    if (left - reach >= least) white.push(reach, left);
    reach = Math.max(reach, x2[item] ?? 0);
  }
  white.push(reach, Infinity);
  return white;
}

/** Bands of a page are short, and a large one has a hundred thousand: these are sorted in one place, by insertion. */
const SHORT = 48;
const short = new Uint32Array(SHORT);

/** Good until it is asked again. */
function byLeft(x1: Float64Array, items: Uint32Array, from: number, to: number): Uint32Array {
  if (to - from > SHORT) return items.subarray(from, to).toSorted((one, other) => (x1[one] ?? 0) - (x1[other] ?? 0));
  for (let i = from; i < to; i += 1) {
    const item = items[i] ?? 0;
    const left = x1[item] ?? 0;
    let at = i - from;
    for (; at > 0 && (x1[short[at - 1] ?? 0] ?? 0) > left; at -= 1) short[at] = short[at - 1] ?? 0;
    short[at] = item;
  }
  return short;
}
