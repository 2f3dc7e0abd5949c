import { type Layout, whiteOf } from './bands.ts';

/** Of a line's height, how broad white has to be to part two columns. */
const LEAST_GUTTER = 0.8;
/** White places that are followed at once: those that reach farthest up. A page has few columns; noise has many. */
const MOST_LIVE = 24;
/** Of a page that is all gaps, so many of the longest are looked at. */
const MOST_JUDGED = 200;
/** Found ones are held up to so many before the longest of them are picked. */
const MOST_HELD = 8_192;

/** A white strip down through some bands: bands from `first` to `last` (inclusive), white from `x1` to `x2`. */
export interface Gutter {
  readonly first: number;
  readonly last: number;
  readonly x1: number;
  readonly x2: number;
}

/** A strip on its way down: what is white from a band on to the one in hand. */
type Strip = Omit<Gutter, 'last'>;

/** White strips through two or more bands, as long as they can be, the longest first. `starts` as `bandsOf` gives it. */
export function guttersOf(layout: Layout, items: Uint32Array, starts: readonly number[]): Gutter[] {
  const least = layout.unit * LEAST_GUTTER;
  /** Of all bands one behind the other, and where each begins. */
  const white: number[] = [];
  const whiteFrom = [0];
  let isOneColumn = true;
  for (let band = 0; band + 1 < starts.length; band += 1) {
    whiteOf(layout, items, starts[band] ?? 0, starts[band + 1] ?? 0, least, white);
    if (white.length - (whiteFrom[band] ?? 0) > 4) isOneColumn = false;
    whiteFrom.push(white.length);
  }
  // However long.
  if (isOneColumn) return [];
  let found: Gutter[] = [];
  let live: Strip[] = [];
  for (let band = 0; band + 1 < whiteFrom.length; band += 1) {
    const [from, to] = [whiteFrom[band] ?? 0, whiteFrom[band + 1] ?? 0];
    const next: Strip[] = [];
    for (const one of live) if (!goOn(one, white, from, to, least, next)) keep(found, one, band - 1);
    for (let i = from; i < to; i += 2) add(next, { first: band, x1: white[i] ?? 0, x2: white[i + 1] ?? 0 });
    live = next;
    if (live.length > MOST_LIVE) {
      live.sort(
        (one, other) => one.first - other.first || other.x2 - other.x1 - (one.x2 - one.x1) || one.x1 - other.x1,
      );
      live.length = MOST_LIVE;
    }
    if (found.length > MOST_HELD) found = longestOf(layout, items, starts, found);
  }
  for (const one of live) keep(found, one, whiteFrom.length - 2);
  return longestOf(layout, items, starts, found);
}

/** Narrows a strip to what is white in the next band, wherever there is any; true when nothing of it was lost. */
function goOn(one: Strip, white: readonly number[], from: number, to: number, least: number, next: Strip[]): boolean {
  let whole = false;
  for (let i = from; i < to; i += 2) {
    const [left, right] = [white[i] ?? 0, white[i + 1] ?? 0];
    if (left >= one.x2) break;
    const x1 = Math.max(one.x1, left);
    const x2 = Math.min(one.x2, right);
    if (!(x2 - x1 >= least)) continue;
    const isWhole = x1 === one.x1 && x2 === one.x2;
    add(next, isWhole ? one : { first: one.first, x1, x2 });
    if (isWhole) whole = true;
  }
  return whole;
}

/** There are a few dozen at most: looked through sooner than hashed. */
function add(to: Strip[], strip: Strip): void {
  for (let i = 0; i < to.length; i += 1) {
    const one = to[i];
    if (!one || one.x1 !== strip.x1 || one.x2 !== strip.x2) continue;
    if (one.first > strip.first) to[i] = strip;
    return;
  }
  to.push(strip);
}

/** What is white up to the edge of the page has nothing beside it. */
function keep(found: Gutter[], { first, x1, x2 }: Strip, last: number): void {
  if (last > first && Number.isFinite(x1) && Number.isFinite(x2)) found.push({ first, last, x1, x2 });
}

/** Those that are judged, the longest first. Of equal ones the first found stays first, so that taking stock on the way changes nothing. */
function longestOf(layout: Layout, items: Uint32Array, starts: readonly number[], found: readonly Gutter[]): Gutter[] {
  return found
    .map((gutter) => ({ gutter, height: height(layout, items, starts, gutter.first, gutter.last) }))
    .toSorted(
      (one, other) =>
        other.height - one.height || width(other.gutter) - width(one.gutter) || one.gutter.x1 - other.gutter.x1,
    )
    .slice(0, MOST_JUDGED)
    .map(({ gutter }) => gutter);
}

function width({ x1, x2 }: Gutter): number {
  return x2 - x1;
}

/** From the top of the first band to the top of the last one. */
function height({ top }: Layout, items: Uint32Array, starts: readonly number[], first: number, last: number): number {
  return (top[items[starts[last] ?? 0] ?? 0] ?? 0) - (top[items[starts[first] ?? 0] ?? 0] ?? 0);
}
