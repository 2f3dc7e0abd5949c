import type { Layout } from './bands.ts';

/** Of more than these, not each is compared with each. */
export const MOST_COMPARED = 240;

/**
 * Boxes that no straight line parts, by the rules of T. M. Breuel (High Performance Document Layout Analysis, SDIUT 2003)
 * and a topological sort: a box comes before another that it stands above, where they share some of their width; and
 * before one that stands wholly to its right, unless a third one between the two in height shares width with both.
 * Overlapping boxes can go round in a circle: then the one nearest to the top is next. Cubic at worst.
 */
export function byPrecedence(layout: Layout, items: Uint32Array, from: number, to: number): void {
  const own = items.slice(from, to);
  const count = own.length;
  const before = new Uint8Array(count * count);
  const waits = new Uint32Array(count);
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) {
      if (a === b || !precedes(layout, own, own[a] ?? 0, own[b] ?? 0)) continue;
      before[a * count + b] = 1;
      waits[b] = (waits[b] ?? 0) + 1;
    }
  }
  const isDone = new Uint8Array(count);
  for (let place = 0; place < count; place += 1) {
    // They stand by their tops: the first of the least waiting is the uppermost.
    let next = -1;
    for (let a = 0; a < count; a += 1) {
      if (isDone[a] === 0 && (next < 0 || (waits[a] ?? 0) < (waits[next] ?? 0))) next = a;
    }
    isDone[next] = 1;
    items[from + place] = own[next] ?? 0;
    for (let b = 0; b < count; b += 1) if (before[next * count + b] === 1) waits[b] = (waits[b] ?? 0) - 1;
  }
}

function precedes(layout: Layout, own: Uint32Array, a: number, b: number): boolean {
  const { x1, x2 } = layout;
  if (sharesWidth(layout, a, b)) return middle(layout, a) < middle(layout, b);
  if (!((x1[a] ?? 0) + (x2[a] ?? 0) <= (x1[b] ?? 0) + (x2[b] ?? 0))) return false;
  const [upper, lower] = [
    Math.min(middle(layout, a), middle(layout, b)),
    Math.max(middle(layout, a), middle(layout, b)),
  ];
  for (const c of own) {
    if (c === a || c === b) continue;
    const height = middle(layout, c);
    if (height > upper && height < lower && sharesWidth(layout, a, c) && sharesWidth(layout, b, c)) return false;
  }
  return true;
}

/** Enough of it: boxes of neighbours overlap a little. */
function sharesWidth({ x1, x2 }: Layout, a: number, b: number): boolean {
  const shared = Math.min(x2[a] ?? 0, x2[b] ?? 0) - Math.max(x1[a] ?? 0, x1[b] ?? 0);
  return shared * 4 > Math.min((x2[a] ?? 0) - (x1[a] ?? 0), (x2[b] ?? 0) - (x1[b] ?? 0));
}

function middle({ y1, y2 }: Layout, item: number): number {
  return (y1[item] ?? 0) + (y2[item] ?? 0);
}

/** Line by line, whatever overlaps what: a line is what has its middle within half a line of the uppermost one's. */
export function byLines(layout: Layout, items: Uint32Array, from: number, to: number): void {
  const { x1, unit } = layout;
  const own = items.subarray(from, to);
  own.sort(
    (one, other) => middle(layout, one) - middle(layout, other) || (x1[one] ?? 0) - (x1[other] ?? 0) || one - other,
  );
  let start = 0;
  for (let i = 1; i <= own.length; i += 1) {
    if (i < own.length && middle(layout, own[i] ?? 0) - middle(layout, own[start] ?? 0) <= unit) continue;
    own.subarray(start, i).sort((one, other) => (x1[one] ?? 0) - (x1[other] ?? 0) || one - other);
    start = i;
  }
}
