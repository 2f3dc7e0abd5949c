import { bandsOf, type Layout, layoutOf, whiteOf } from './bands.ts';
import type { Boxes } from './boxes.ts';
import { columnsBeside } from './columns.ts';
import { type Gutter, guttersOf } from './gutters.ts';
import { sortedBy } from './sorted-by.ts';
import { byLines, byPrecedence, MOST_COMPARED } from './uncut.ts';

/** Boxes in boxes in boxes: deeper than any page, and an end for what is no page. */
const DEEPEST = 64;
/** Of a part that has gaps and no columns, so many times its boxes are looked at before it is taken as rows. */
const MOST_LOOKED = 4;
/** A box that takes so much of the width and of the height of all is what they stand in, and comes before them. */
const HOLDS = 0.9;

/**
 * Boxes in the order in which one reads columns: the recursive XY-cut (G. Nagy, S. Seth: Hierarchical representation of
 * optically scanned documents, ICPR 1984), which parts a page where straight white lines run through it, with what
 * J.-L. Meunier added (Optimized XY-Cut for Determining a Page Reading Order, ICDAR 2005): bands that share a gutter are put
 * together again before they are parted along it, the longest gutter first, so that columns are not read across. A
 * gutter between the cells of rows parts nothing. What no straight line parts goes by T. Breuel's rules (see `uncut.ts`).
 *
 * `unit`: the height of a line. Some n log n a depth of nesting.
 */
export function xyCut(boxes: Boxes, unit: number): Uint32Array<ArrayBuffer> {
  const layout = layoutOf(boxes, unit);
  // Bands are found by going down once; cuts keep this order within each part.
  const items = sortedBy(layout.top, layout.x1);
  const parts: Part[] = [{ from: 0, to: items.length, depth: 0 }];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { from, to, depth } = part;
    if (to - from < 2) continue;
    if (depth > DEEPEST) byLines(layout, items, from, to);
    else
      for (const [start, end] of cut(layout, items, from, to)) parts.push({ from: start, to: end, depth: depth + 1 });
  }
  return items;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

type Range = readonly [from: number, to: number];

/** Puts a part in order as far as one step goes; gives what is to be looked into. Each is less than the part. */
function cut(layout: Layout, items: Uint32Array, from: number, to: number): readonly Range[] {
  const starts = bandsOf(layout, items, from, to);
  if (starts.length === 2) return cutDown(layout, items, from, to);
  const gutters = chosen(layout, items, starts);
  if (gutters.length === 0) return starts.slice(1).map((end, i): Range => [starts[i] ?? from, end]);
  const ranges: Range[] = [];
  let done = from;
  for (const { first, last, x1, x2 } of gutters) {
    const [start, end] = [starts[first] ?? from, starts[last + 1] ?? to];
    const middle = (x1 + x2) / 2;
    const between = parted(items, start, end, (item) => middleOf(layout, item) < middle);
    ranges.push([done, start], [start, between], [between, end]);
    done = end;
  }
  ranges.push([done, to]);
  return ranges;
}

/** Gutters between columns that have no band in common, from the top down. */
function chosen(layout: Layout, items: Uint32Array, starts: readonly number[]): readonly Gutter[] {
  const taken: Gutter[] = [];
  let looked = 0;
  const enough = (starts.at(-1) ?? 0) - (starts[0] ?? 0);
  for (const gutter of guttersOf(layout, items, starts)) {
    if (taken.some(({ first, last }) => gutter.first <= last && gutter.last >= first)) continue;
    looked += (starts[gutter.last + 1] ?? 0) - (starts[gutter.first] ?? 0);
    // A large table has as many gutters as gaps, and each is as long as the table.
    if (looked > MOST_LOOKED * enough) break;
    const columns = columnsBeside(layout, items, starts, gutter);
    if (columns) taken.push(columns);
  }
  return taken.toSorted((one, other) => one.first - other.first);
}

/** One band: along every gap that runs through all of it. */
function cutDown(layout: Layout, items: Uint32Array, from: number, to: number): readonly Range[] {
  const white = whiteOf(layout, items, from, to, 0, []);
  const edges: number[] = [];
  for (let i = 2; i + 2 < white.length; i += 2) edges.push(((white[i] ?? 0) + (white[i + 1] ?? 0)) / 2);
  if (edges.length === 0) return uncut(layout, items, from, to);
  const ranges = dealt(items, from, to, edges.length + 1, (item) => countUpTo(edges, middleOf(layout, item)));
  return ranges.every(([start, end]) => end - start < to - from) ? ranges : uncut(layout, items, from, to);
}

/** No straight line parts these. */
function uncut(layout: Layout, items: Uint32Array, from: number, to: number): readonly Range[] {
  const { x1, y1, x2, y2 } = layout;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from; i < to; i += 1) {
    const item = items[i] ?? 0;
    left = Math.min(left, x1[item] ?? 0);
    top = Math.min(top, y1[item] ?? 0);
    right = Math.max(right, x2[item] ?? 0);
    bottom = Math.max(bottom, y2[item] ?? 0);
  }
  const holds = (item: number) =>
    (x2[item] ?? 0) - (x1[item] ?? 0) >= HOLDS * (right - left) &&
    (y2[item] ?? 0) - (y1[item] ?? 0) >= HOLDS * (bottom - top);
  const between = parted(items, from, to, holds);
  if (between > from && between < to) return [[between, to]];
  if (to - from <= MOST_COMPARED) byPrecedence(layout, items, from, to);
  else byLines(layout, items, from, to);
  return [];
}

/** Moves what belongs first to the front; gives where the others begin. */
function parted(items: Uint32Array, from: number, to: number, isFirst: (item: number) => boolean): number {
  return dealt(items, from, to, 2, (item) => (isFirst(item) ? 0 : 1))[0]?.[1] ?? from;
}

/** Sorts into piles by their number, each pile in the order it had; gives where the piles lie. */
function dealt(items: Uint32Array, from: number, to: number, piles: number, pileOf: (item: number) => number): Range[] {
  const own = items.slice(from, to);
  const pile = Uint32Array.from(own, pileOf);
  const ends = new Uint32Array(piles + 1);
  for (const one of pile) ends[one + 1] = (ends[one + 1] ?? 0) + 1;
  for (let i = 1; i <= piles; i += 1) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const at = ends.slice();
  own.forEach((item, i) => {
    const onto = pile[i] ?? 0;
    items[from + (at[onto] ?? 0)] = item;
    at[onto] = (at[onto] ?? 0) + 1;
  });
  return Array.from({ length: piles }, (_, i): Range => [from + (ends[i] ?? 0), from + (ends[i + 1] ?? 0)]);
}

/** How many of these, ascending, are not greater. */
function countUpTo(edges: readonly number[], x: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((edges[half] ?? 0) <= x) low = half + 1;
    else high = half;
  }
  return low;
}

function middleOf({ x1, x2 }: Layout, item: number): number {
  return ((x1[item] ?? 0) + (x2[item] ?? 0)) / 2;
}
