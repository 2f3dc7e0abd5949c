import { flagRows } from '../inspection/region-flags.ts';
import { createRegionTable, FLAG, type RegionTable } from '../inspection/region-table.ts';
import type { Problem } from '../problem.ts';
import type { ResultLayout } from './decoded.ts';
import type { LayoutRows } from './layout-rows.ts';

/** The rows of one entry of `results`, with the entry's index. */
export interface EntryLayout {
  readonly entry: number;
  readonly rows: LayoutRows;
}

export interface JoinedLayout {
  readonly layout: Omit<ResultLayout, 'beside'>;
  /** Row -> why its box could not be read. */
  readonly regionProblems: ReadonlyMap<number, readonly Problem[]>;
}

/** Several results, one behind the other: one hOCR per region, or several pages. */
export function joinLayouts(parts: readonly EntryLayout[]): JoinedLayout {
  const count = parts.reduce((sum, { rows }) => sum + rows.count, 0);
  const regions = createRegionTable(count);
  const texts: (string | null)[] = [];
  const confidence = parts.some(({ rows }) => rows.confidence) ? new Float32Array(count).fill(NaN) : null;
  const regionProblems = new Map<number, readonly Problem[]>();
  let start = 0;
  for (const { entry, rows } of parts) {
    regions.received.set(rows.received, start * 4);
    regions.level.set(rows.level, start);
    regions.entry.fill(entry, start, start + rows.count);
    for (let row = 0; row < rows.count; row += 1) {
      const parent = rows.parent[row] ?? -1;
      regions.parent[start + row] = parent < 0 ? -1 : parent + start;
      texts.push(rows.texts[row] ?? null);
    }
    if (rows.confidence) confidence?.set(rows.confidence, start);
    for (const row of rows.fromText) regions.flags[start + row] = FLAG.stringNumbers;
    for (const [row, problem] of rows.refused) regionProblems.set(start + row, [problem]);
    start += rows.count;
  }
  flagRows(regions);
  forgiveNested(regions);
  return { layout: { regions, texts, confidence }, regionProblems };
}

/** A block of one line has the box of its line: that is no duplicate. */
function forgiveNested({ count, received, flags, parent }: RegionTable): void {
  for (let row = 0; row < count; row += 1) {
    if (((flags[row] ?? 0) & FLAG.duplicate) === 0) continue;
    const above = parent[row] ?? -1;
    if (above < 0) continue;
    let same = true;
    for (let corner = 0; corner < 4; corner += 1) same &&= received[row * 4 + corner] === received[above * 4 + corner];
    if (same) flags[row] = (flags[row] ?? 0) & ~FLAG.duplicate;
  }
}
