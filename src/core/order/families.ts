/** Children by parent. Family 0: those without one; family p + 1: the children of what stands at place p of the rows. */
export interface Families {
  /** Where each family begins in `members`; one more at the end. */
  readonly starts: Uint32Array;
  /** Places in the rows, ascending within a family. */
  readonly members: Uint32Array;
}

/** null where nobody has a parent. What has no box of its own is passed over: its children belong to its parent. */
export function familiesOf(parent: Int32Array, rows: Uint32Array): Families | null {
  if (rows.every((row) => (parent[row] ?? -1) < 0)) return null;
  const placeOf = new Int32Array(parent.length).fill(-1);
  rows.forEach((row, place) => (placeOf[row] = place));
  /** Per row, the place of its nearest parent with a box, or -1. A parent stands before its child, so it is known by then. */
  const above = new Int32Array(parent.length).fill(-1);
  for (let row = 0; row < parent.length; row += 1) {
    const one = parent[row] ?? -1;
    // What is no earlier row is no parent: whoever says so goes round in circles.
    if (one < 0 || one >= row) continue;
    const place = placeOf[one] ?? -1;
    above[row] = place >= 0 ? place : (above[one] ?? -1);
  }
  const starts = new Uint32Array(rows.length + 2);
  for (const row of rows) {
    const family = (above[row] ?? -1) + 1;
    starts[family + 1] = (starts[family + 1] ?? 0) + 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const members = new Uint32Array(rows.length);
  rows.forEach((row, place) => {
    const family = (above[row] ?? -1) + 1;
    members[next[family] ?? 0] = place;
    next[family] = (next[family] ?? 0) + 1;
  });
  return { starts, members };
}
