/*
 * Lists of items as they are shown. They ascend, but for one thing: a merged text, which has the highest number, may stand
 * before the others (`listingOrder`). So a place in one is found without looking at all of it.
 */

/** Position of `item`, or -1 when it is not listed. */
export function positionOf(listed: ArrayLike<number>, item: number): number {
  if (listed[0] === item) return 0;
  const position = firstAfter(listed, item) - 1;
  return listed[position] === item ? position : -1;
}

/** Position of the first item above `item`, a leading merged text not counted; the length of the list when there is none. */
export function firstAfter(listed: ArrayLike<number>, item: number): number {
  let low = startOf(listed);
  let high = listed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((listed[middle] ?? 0) > item) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of the listed items are below `end`. */
export function countBelow(listed: ArrayLike<number>, end: number): number {
  const leads = startOf(listed) === 1 && (listed[0] ?? 0) >= end;
  return firstAfter(listed, end - 1) - (leads ? 1 : 0);
}

/** 0 .. count - 1. The same array for the same count: it is asked for at every render, so nobody writes into it. */
export function allItems(count: number): Uint32Array<ArrayBuffer> {
  if (all.length !== count) {
    all = new Uint32Array(count);
    for (let item = 0; item < count; item += 1) all[item] = item;
  }
  return all;
}

let all = new Uint32Array(0);

function startOf(listed: ArrayLike<number>): 0 | 1 {
  return (listed[0] ?? 0) > (listed[1] ?? Infinity) ? 1 : 0;
}
