import type { ReceivedRect } from '../geometry/space.ts';

/**
 * What was noticed about a received entry: bits of `RegionTable.flags`.
 * No bit: clean. `refused`: not a rectangle at all. Anything else: flagged, and drawn if it has area.
 */
export const FLAG = {
  refused: 1 << 0,
  /** x1 > x2 or y1 > y2 as received; ordered for drawing and cutting. */
  swapped: 1 << 1,
  /** Some coordinate is below zero. */
  negative: 1 << 2,
  /** Width or height is zero. */
  noArea: 1 << 3,
  /** The same four numbers came before. */
  duplicate: 1 << 4,
  /** Numbers came as strings. */
  stringNumbers: 1 << 5,
} as const;
export type FlagName = keyof typeof FLAG;

/**
 * The received regions, one row per received entry in the order of arrival: row r is the entry with number r + 1, for ever.
 * Refused entries keep their row (four NaN), so that pairing by number cannot slip.
 * Columns, so that a million rows stay small and can be transferred from a worker.
 */
export interface RegionTable {
  readonly count: number;
  /** 4 * count: x1, y1, x2, y2 as received, not ordered. Float64: Float32 and Int32 lose values. */
  readonly received: Float64Array<ArrayBuffer>;
  readonly flags: Uint16Array<ArrayBuffer>;
  /** Places in `LEVELS`; 0 for all in lists of rectangles. */
  readonly level: Uint8Array<ArrayBuffer>;
  /** Row of the parent, or -1. */
  readonly parent: Int32Array<ArrayBuffer>;
  /** Index of the entry in `results` that held this row. */
  readonly entry: Uint32Array<ArrayBuffer>;
}

export const EMPTY_TABLE: RegionTable = createRegionTable(0);

export function createRegionTable(count: number): RegionTable {
  return {
    count,
    received: new Float64Array(count * 4),
    flags: new Uint16Array(count),
    level: new Uint8Array(count),
    parent: new Int32Array(count).fill(-1),
    entry: new Uint32Array(count),
  };
}

export function hasFlag(table: RegionTable, row: number, flag: FlagName): boolean {
  return ((table.flags[row] ?? 0) & FLAG[flag]) !== 0;
}

/** The four numbers of a row as the service sent them. NaN for a refused row. */
export function receivedRect(table: RegionTable, row: number): ReceivedRect {
  const at = row * 4;
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = table.received.subarray(at, at + 4);
  return { x1, y1, x2, y2 };
}

/** The box of a row with its corners in order. NaN for a refused row. */
export function orderedRect(table: RegionTable, row: number): ReceivedRect {
  const { x1, y1, x2, y2 } = receivedRect(table, row);
  return { x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) };
}

/** Every buffer of the table, to transfer it between threads without a copy. */
export function regionTableBuffers(table: RegionTable): ArrayBuffer[] {
  return [table.received, table.flags, table.level, table.parent, table.entry].map((column) => column.buffer);
}
