/** Index of the last of these that is not above `value`; -1 when all are. */
export function lastUpTo(ascending: ArrayLike<number>, value: number): number {
  let low = -1;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
