/** A run of rows that was moved: `count` of them from place `from` to begin at place `to`, once they are taken out. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The other way round. */
export function backOf({ from, to, count }: Move): Move {
  return { from: to, to: from, count };
}

/** A new order. */
export function moved(order: Uint32Array, { from, to, count }: Move): Uint32Array<ArrayBuffer> {
  const next = order.slice();
  if (to < from) next.copyWithin(to + count, to, from);
  else next.copyWithin(from, from + count, to + count);
  next.set(order.subarray(from, from + count), to);
  return next;
}

/** Puts `row`, with those of its family that follow it, after another row and its family; null where nothing would change. */
export function moveAfter(order: Uint32Array, parent: Int32Array, row: number, after: number): Move | null {
  const at = order.indexOf(after);
  if (at < 0 || isWithin(parent, after, row)) return null;
  return moveTo(order, parent, row, at + familyAt(order, parent, at));
}

/** Puts `row`, with those of its family that follow it, before what is read at this place, from 0, now. */
export function moveTo(order: Uint32Array, parent: Int32Array, row: number, place: number): Move | null {
  const from = order.indexOf(row);
  if (from < 0) return null;
  const count = familyAt(order, parent, from);
  const to = place > from ? Math.max(from, place - count) : place;
  return to === from || to < 0 || to + count > order.length ? null : { from, to, count };
}

/** How many rows go with the one at a place: itself and what follows it and stands in it. */
export function familyAt(order: Uint32Array, parent: Int32Array, place: number): number {
  const head = order[place] ?? 0;
  let end = place + 1;
  while (end < order.length && isWithin(parent, order[end] ?? 0, head)) end += 1;
  return end - place;
}

function isWithin(parent: Int32Array, row: number, head: number): boolean {
  // A parent stands before its child; what does not is no parent.
  for (let one = row; one >= head;) {
    if (one === head) return true;
    const above = parent[one] ?? -1;
    if (above >= one) return false;
    one = above;
  }
  return false;
}
