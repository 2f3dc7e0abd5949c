import { flagRows } from '../inspection/region-flags.ts';
import { createRegionTable, FLAG, type RegionTable } from '../inspection/region-table.ts';
import type { Problem } from '../problem.ts';
import type { RectangleRows } from './rectangle-rows.ts';

/** The rows of one entry of `results`, with the entry's index. */
export interface EntryRows {
  readonly entry: number;
  readonly rows: RectangleRows;
}

export interface AssembledRegions {
  readonly table: RegionTable;
  /** Row -> why it was refused. */
  readonly refused: ReadonlyMap<number, Problem>;
}

/** All rows of an answer in one table, in the order received, flagged. */
export function assembleRegions(parts: readonly EntryRows[]): AssembledRegions {
  const only = parts.length === 1 ? parts[0] : undefined;
  const count = parts.reduce((sum, { rows }) => sum + rows.received.length / 4, 0);
  // A single entry, which is the rule, gives its column away instead of copying it.
  const table = only ? columnsAround(only.rows.received) : createRegionTable(count);
  const refused = new Map<number, Problem>();
  let start = 0;
  for (const { entry, rows } of parts) {
    const length = rows.received.length / 4;
    if (!only) table.received.set(rows.received, start * 4);
    table.entry.fill(entry, start, start + length);
    for (const row of rows.fromText) table.flags[start + row] = FLAG.stringNumbers;
    for (const [row, problem] of rows.refused) refused.set(start + row, problem);
    start += length;
  }
  flagRows(table);
  return { table, refused };
}

function columnsAround(received: Float64Array<ArrayBuffer>): RegionTable {
  const count = received.length / 4;
  return {
    count,
    received,
    flags: new Uint16Array(count),
    level: new Uint8Array(count),
    parent: new Int32Array(count).fill(-1),
    entry: new Uint32Array(count),
  };
}
