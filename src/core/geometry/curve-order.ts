/** Cells per axis: 2048 x 2048 of them, four per row of a million. */
const BITS = 11;
const CELLS = 1 << BITS;
const SAMPLES = 512;

/** So few rows need no order: looking at all of them takes microseconds, and ordering them on a cold page milliseconds. */
export const FEW_ROWS = 10_000;

export interface CurveOrder {
  /** Rows along the curve. Those of one cell keep the order received, which in a page of words is the reading order. */
  readonly order: Uint32Array<ArrayBuffer>;
  /** Per row of the table the cell of its middle: equal boxes have equal cells, so they stand together. */
  readonly cells: Uint32Array<ArrayBuffer>;
}

/**
 * Rows along a Z-order curve through the middles of their boxes: neighbours on the picture are near each other in the list.
 * `rows`: ascending; null: all of them.
 */
export function curveOrder(received: Float64Array, rows: Uint32Array | null): CurveOrder {
  const count = rows ? rows.length : received.length / 4;
  const cells = new Uint32Array(received.length / 4);
  const lower = new Uint32Array(CELLS);
  const upper = new Uint32Array(CELLS);
  const { from: left, cellsPerPixel: perX } = spreadOf(received, rows, count, 0);
  const { from: top, cellsPerPixel: perY } = spreadOf(received, rows, count, 1);
  for (let at = 0; at < count; at += 1) {
    const row = rows ? (rows[at] ?? 0) : at;
    const from = row * 4;
    const x = ((received[from] ?? 0) + (received[from + 2] ?? 0)) / 2;
    const y = ((received[from + 1] ?? 0) + (received[from + 3] ?? 0)) / 2;
    // Written out: before it is compiled, a call costs more than all the rest. NaN, of spreads no double holds, goes to 0.
    const acrossCells = (x - left) * perX;
    const downCells = (y - top) * perY;
    const column = acrossCells >= CELLS ? CELLS - 1 : acrossCells > 0 ? acrossCells | 0 : 0;
    const line = downCells >= CELLS ? CELLS - 1 : downCells > 0 ? downCells | 0 : 0;
    const cell = (SPACED[column] ?? 0) | ((SPACED[line] ?? 0) << 1);
    const low = cell & (CELLS - 1);
    const high = cell >>> BITS;
    cells[row] = cell;
    lower[low] = (lower[low] ?? 0) + 1;
    upper[high] = (upper[high] ?? 0) + 1;
  }
  countsToStarts(lower);
  countsToStarts(upper);
  // Two stable counting sorts: by the lower half of the cell, then by the upper.
  const halfway = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const row = rows ? (rows[at] ?? 0) : at;
    const low = (cells[row] ?? 0) & (CELLS - 1);
    const slot = lower[low] ?? 0;
    lower[low] = slot + 1;
    halfway[slot] = row;
  }
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const row = halfway[at] ?? 0;
    const high = (cells[row] ?? 0) >>> BITS;
    const slot = upper[high] ?? 0;
    upper[high] = slot + 1;
    order[slot] = row;
  }
  return { order, cells };
}

interface Spread {
  readonly from: number;
  readonly cellsPerPixel: number;
}

/**
 * Where most middles lie along an axis. Most, not all: one box at 10^15 would put all the others into one cell.
 * What lies beyond goes to the first or the last cell.
 */
function spreadOf(received: Float64Array, rows: Uint32Array | null, count: number, axis: 0 | 1): Spread {
  const middles = new Float64Array(Math.min(count, SAMPLES));
  for (let at = 0; at < middles.length; at += 1) {
    const place = Math.floor((at * count) / middles.length);
    const from = (rows ? (rows[place] ?? 0) : place) * 4 + axis;
    middles[at] = ((received[from] ?? 0) + (received[from + 2] ?? 0)) / 2;
  }
  middles.sort();
  const low = middles[Math.floor(middles.length * 0.01)] ?? 0;
  const high = middles[Math.ceil(middles.length * 0.99) - 1] ?? 0;
  // What was left out at both ends, so that a plain page is covered to its edges.
  const margin = (high - low) * 0.02;
  return { from: low - margin, cellsPerPixel: CELLS / (high - low + 2 * margin) };
}

/** The bits of a cell with a gap behind each, for the bits of the other axis. */
const SPACED = Uint32Array.from({ length: CELLS }, (_, cell) => {
  const four = (cell | (cell << 8)) & 0x00ff00ff;
  const two = (four | (four << 4)) & 0x0f0f0f0f;
  const one = (two | (two << 2)) & 0x33333333;
  return (one | (one << 1)) & 0x55555555;
});

function countsToStarts(counts: Uint32Array): void {
  let start = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    counts[at] = start;
    start += count;
  }
}
