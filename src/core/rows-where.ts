/** Rows 0 .. count - 1 that pass, ascending. Asks twice, and makes no list on the way. */
export function rowsWhere(count: number, passes: (row: number) => boolean): Uint32Array<ArrayBuffer> {
  let found = 0;
  for (let row = 0; row < count; row += 1) if (passes(row)) found += 1;
  const rows = new Uint32Array(found);
  for (let row = 0, at = 0; at < found; row += 1) {
    if (!passes(row)) continue;
    rows[at] = row;
    at += 1;
  }
  return rows;
}
