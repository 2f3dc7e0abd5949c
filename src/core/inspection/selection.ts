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
  return (((selection.bits[item >>> 5] ?? 0) >>> (item & 31)) & 1) === 1;
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
  const items: number[] = [];
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) items.push(listed[at] ?? item);
  return { ...selectItems(items, item), anchor };
}

export function selectItems(items: ArrayLike<number>, active: number | null): Selection {
  let highest = 0;
  for (let at = 0; at < items.length; at += 1) highest = Math.max(highest, items[at] ?? 0);
  const bits = grown(new Uint32Array(0), highest);
  let count = 0;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] ?? 0;
    const mask = 1 << (item & 31);
    const before = bits[item >>> 5] ?? 0;
    if ((before & mask) === 0) count += 1;
    bits[item >>> 5] = before | mask;
  }
  return { bits, count, active, anchor: active };
}

/** Selected items, ascending. */
export function selectedItems(selection: Selection): number[] {
  const items: number[] = [];
  selection.bits.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) items.push(at * 32 + (31 - Math.clz32(rest & -rest)));
  });
  return items;
}

/** Position of `item` in the ascending or arbitrary list, -1 when it is not listed. */
export function positionOf(listed: ArrayLike<number>, item: number): number {
  let low = 0;
  let high = listed.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = listed[middle] ?? 0;
    if (found === item) return middle;
    if (found < item) low = middle + 1;
    else high = middle - 1;
  }
  return Array.prototype.indexOf.call(listed, item);
}

function grown(bits: Uint32Array, item: number): Uint32Array {
  const words = Math.max((item >>> 5) + 1, bits.length);
  const next = new Uint32Array(words);
  next.set(bits);
  return next;
}
