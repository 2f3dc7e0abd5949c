import { FLAG, type RegionTable } from './region-table.ts';
import { markDuplicates } from './duplicates.ts';

/**
 * Writes what the numbers themselves show into the flags of a table that is being built: refused (no number), swapped,
 * negative, no area, duplicate. One pass and no object per row. Flags that are there already stay.
 */
export function flagRows(table: RegionTable): void {
  const { received, flags } = table;
  for (let row = 0; row < table.count; row += 1) {
    const at = row * 4;
    const x1 = received[at] ?? NaN;
    const y1 = received[at + 1] ?? NaN;
    const x2 = received[at + 2] ?? NaN;
    const y2 = received[at + 3] ?? NaN;
    let flag = flags[row] ?? 0;
    if (Number.isNaN(x1 + y1 + x2 + y2)) {
      flags[row] = FLAG.refused;
      continue;
    }
    if (x1 > x2 || y1 > y2) flag |= FLAG.swapped;
    if (x1 < 0 || y1 < 0 || x2 < 0 || y2 < 0) flag |= FLAG.negative;
    if (x1 === x2 || y1 === y2) flag |= FLAG.noArea;
    flags[row] = flag;
  }
  markDuplicates(table);
}
