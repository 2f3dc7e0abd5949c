/** Items in the order the list shows them: those found by the search, or all. */
export function listedItems(itemCount: number, matches: Uint32Array | null): ArrayLike<number> {
  if (matches) return matches;
  if (all.length !== itemCount) all = Uint32Array.from({ length: itemCount }, (_, item) => item);
  return all;
}

/** Kept for the next Shift+click. */
let all = new Uint32Array(0);
