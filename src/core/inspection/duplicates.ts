import type { CurveOrder } from '../geometry/curve-order.ts';
import { FLAG, type RegionTable } from './region-table.ts';
import { hashOf } from './row-hash.ts';

/** Up to so many rows are compared each with each. */
const COMPARED = 16;
/** Probes a row may cost on average before the hash is given up: numbers made to collide must not hang the page. */
const PROBES_PER_ROW = 32;

/**
 * Flags every row whose four numbers came in an earlier row. Equal boxes have equal cells, and next to no cell of a page
 * holds two boxes, so most of the work was done by whoever made the order. Without refused rows: they are no one's duplicate.
 */
export function markDuplicates({ received, flags }: RegionTable, { order, cells }: CurveOrder): void {
  let from = 0;
  let cell = cells[order[0] ?? 0] ?? 0;
  for (let to = 1; to <= order.length; to += 1) {
    const next = to < order.length ? (cells[order[to] ?? 0] ?? 0) : -1;
    if (next === cell) continue;
    cell = next;
    if (to - from > COMPARED) markMany(received, flags, order.subarray(from, to));
    else if (to - from > 1) markCompared(received, flags, order, from, to);
    from = to;
  }
}

/**
 * The same for few rows, on a page that is still cold: sorting numbers is the engine's own work. `placed`: the rows that are
 * not refused; null: all of them.
 */
export function markFewDuplicates({ count, received, flags }: RegionTable, placed: Uint32Array | null): void {
  const sums = new Float64Array(count);
  for (let row = 0, at = 0; row < count; row += 1, at += 4) {
    // Equal rows have equal sums; sums that are equal by chance are told apart below. NaN equals nothing.
    sums[row] =
      (received[at] ?? 0) +
      (received[at + 1] ?? 0) * 1.618_033_988_749_895 +
      (received[at + 2] ?? 0) * Math.E +
      (received[at + 3] ?? 0) * Math.PI;
  }
  sums.sort();
  for (let at = 1; at < count; at += 1) {
    if (sums[at] !== sums[at - 1]) continue;
    markMany(received, flags, placed ?? Uint32Array.from({ length: count }, (_, row) => row));
    return;
  }
}

/** Rows of one cell stand in the order received. */
function markCompared(received: Float64Array, flags: Uint16Array, order: Uint32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const row = order[at] ?? 0;
    for (let before = from; before < at; before += 1) {
      if (compareRows(received, order[before] ?? 0, row) !== 0) continue;
      flags[row] = (flags[row] ?? 0) | FLAG.duplicate;
      break;
    }
  }
}

function markMany(received: Float64Array, flags: Uint16Array, rows: Uint32Array): void {
  if (!markByHash(received, flags, rows)) markSorted(received, flags, rows.slice());
}

/** Open addressing with linear probing, half full at most. False when the probes ran out. */
function markByHash(received: Float64Array, flags: Uint16Array, rows: Uint32Array): boolean {
  let size = 16;
  while (size < rows.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  let budget = 1_000 + rows.length * PROBES_PER_ROW;
  for (const row of rows) {
    const hash = hashOf(received, row * 4);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    for (let other = slots[slot] ?? -1; other !== -1; other = slots[slot] ?? -1) {
      if (compareRows(received, other, row) === 0) {
        flags[row] = (flags[row] ?? 0) | FLAG.duplicate;
        break;
      }
      if (--budget < 0) return false;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] === -1) slots[slot] = row;
  }
  return true;
}

function markSorted(received: Float64Array, flags: Uint16Array, rows: Uint32Array): void {
  rows.sort((a, b) => compareRows(received, a, b) || a - b);
  for (let at = 1; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (compareRows(received, rows[at - 1] ?? 0, row) === 0) flags[row] = (flags[row] ?? 0) | FLAG.duplicate;
  }
}

/** 0 and -0 are the same place. */
function compareRows(received: Float64Array, a: number, b: number): number {
  for (let at = 0; at < 4; at += 1) {
    const difference = (received[a * 4 + at] ?? 0) - (received[b * 4 + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
