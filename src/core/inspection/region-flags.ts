import { curveOrder, FEW_ROWS } from '../geometry/curve-order.ts';
import { keepOrder } from '../geometry/region-tree.ts';
import { markDuplicates, markFewDuplicates } from './duplicates.ts';
import { FLAG, type RegionTable } from './region-table.ts';

/**
 * Writes what the numbers themselves show into the flags of a table that is being built: refused (no number), swapped,
 * negative, no area, duplicate. No object per row. Flags that are there already stay.
 */
export function flagRows(table: RegionTable): void {
  const { received, flags } = table;
  let refused = 0;
  for (let row = 0; row < table.count; row += 1) {
    const at = row * 4;
    const x1 = received[at] ?? NaN;
    const y1 = received[at + 1] ?? NaN;
    const x2 = received[at + 2] ?? NaN;
    const y2 = received[at + 3] ?? NaN;
    if (x1 < x2 && y1 < y2 && x1 >= 0 && y1 >= 0) continue;
    let flag = flags[row] ?? 0;
    if (Number.isNaN(x1 + y1 + x2 + y2)) {
      flags[row] = FLAG.refused;
      refused += 1;
      continue;
    }
    if (x1 > x2 || y1 > y2) flag |= FLAG.swapped;
    if (x1 < 0 || y1 < 0 || x2 < 0 || y2 < 0) flag |= FLAG.negative;
    if (x1 === x2 || y1 === y2) flag |= FLAG.noArea;
    flags[row] = flag;
  }
  const placed = refused === 0 ? null : placedRows(table, table.count - refused);
  if (table.count <= FEW_ROWS) {
    markFewDuplicates(table, placed);
    return;
  }
  const along = curveOrder(received, placed);
  markDuplicates(table, along);
  keepOrder(table, along);
}

function placedRows({ flags }: RegionTable, count: number): Uint32Array {
  const placed = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < flags.length; row += 1) {
    if (((flags[row] ?? 0) & FLAG.refused) !== 0) continue;
    placed[at] = row;
    at += 1;
  }
  return placed;
}
