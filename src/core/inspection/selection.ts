import { bitsFor, countBits, hasBit, itemsIn, setBit, setRange } from './item-bits.ts';
import { positionOf } from './listed.ts';

/**
 * Which items are selected, as a bitset over item indices: a million items are 125 KB.
 * `active` is the one that details and keys speak of; `anchor` is where a Shift range starts.
 */
export interface Selection {
  readonly bits: Uint32Array;
  readonly count: number;
  readonly active: number | null;
  readonly anchor: number | null;
}

export const NOTHING_SELECTED: Selection = { bits: new Uint32Array(0), count: 0, active: null, anchor: null };

export function isSelected(selection: Selection, item: number): boolean {
  return hasBit(selection.bits, item);
}

export function selectOnly(item: number): Selection {
  return selectItems([item], item);
}

/** Ctrl+click: adds or removes one item; the toggled item becomes active and the next anchor. */
export function toggleItem(selection: Selection, item: number): Selection {
  const bits = grown(selection.bits, item);
  const word = item >>> 5;
  bits[word] = (bits[word] ?? 0) ^ (1 << (item & 31));
  const added = !isSelected(selection, item);
  return { bits, count: selection.count + (added ? 1 : -1), active: item, anchor: item };
}

/** Shift: everything between the anchor and `item` in the order the list shows, and nothing else. */
export function extendTo(selection: Selection, item: number, listed: ArrayLike<number>): Selection {
  const anchor = selection.anchor ?? item;
  const from = positionOf(listed, anchor);
  const to = positionOf(listed, item);
  if (from < 0 || to < 0) return selectOnly(item);
  return { ...selectSpan(listed, Math.min(from, to), Math.max(from, to), item), anchor };
}

/** Everything listed (Ctrl+A). `active` stays what it was, if it is listed. */
export function selectListed(listed: ArrayLike<number>, active: number | null): Selection {
  const first = listed[0] ?? null;
  if (first === null) return NOTHING_SELECTED;
  const kept = active !== null && positionOf(listed, active) >= 0 ? active : first;
  return { ...selectSpan(listed, 0, listed.length - 1, kept), anchor: first };
}

export function selectItems(items: ArrayLike<number>, active: number | null): Selection {
  let highest = -1;
  for (let at = 0; at < items.length; at += 1) highest = Math.max(highest, items[at] ?? 0);
  const bits = bitsFor(highest + 1);
  for (let at = 0; at < items.length; at += 1) setBit(bits, items[at] ?? 0);
  return { bits, count: countBits(bits), active, anchor: active };
}

/** Selected items, ascending. An entry for each: for many ask `isSelected` or `countSelected` instead. */
export function selectedItems(selection: Selection): number[] {
  return Array.from(itemsIn(selection.bits));
}

/** How many of the items below `end` are selected. */
export function countSelected(selection: Selection, end: number): number {
  return countBits(selection.bits, end);
}

/** What stands at the positions `from` .. `to`, both included. Neighbours that follow each other are filled as one range. */
function selectSpan(listed: ArrayLike<number>, from: number, to: number, active: number): Selection {
  const first = listed[from] ?? 0;
  const last = listed[to] ?? 0;
  // A merged text stands first and has the highest number.
  const bits = bitsFor(Math.max(first, last) + 1);
  if (last - first === to - from) setRange(bits, first, last);
  else for (let at = from; at <= to; at += 1) setBit(bits, listed[at] ?? 0);
  return { bits, count: to - from + 1, active, anchor: active };
}

function grown(bits: Uint32Array, item: number): Uint32Array {
  const next = new Uint32Array(Math.max((item >>> 5) + 1, bits.length));
  next.set(bits);
  return next;
}
