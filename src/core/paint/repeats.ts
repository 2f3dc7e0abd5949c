import { FEW_ROWS } from '../geometry/curve-order.ts';
import { treeOf } from '../geometry/region-tree.ts';
import { FLAG, type RegionTable } from '../inspection/region-table.ts';

/** Drawable rows with equal ones behind each other, and per place 1 where the row has the four numbers of the one before it. */
interface Runs {
  readonly order: Uint32Array;
  readonly goesOn: Uint8Array;
}

const known = new WeakMap<RegionTable, Runs | null>();

/**
 * Per row 1 where an earlier row with the same four numbers is drawn in the same way: drawing it again changes nothing but the
 * time it takes. Null when there are no duplicates. `kindOf`: how a row is drawn, 0 to 31, or -1 where it is not; of each kind one is drawn, so a plain
 * row stays plain and its flagged duplicate lies on it. Unequal boxes of one cell may come between equal ones in a large table:
 * then these are drawn again.
 */
export function repeatsOf(table: RegionTable, kindOf: (row: number) => number): Uint8Array | null {
  const runs = runsOf(table);
  if (!runs) return null;
  const repeats = new Uint8Array(table.count);
  const { order, goesOn } = runs;
  let kinds = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0;
    if (goesOn[place] === 0) kinds = 0;
    const code = kindOf(row);
    if (code < 0) continue;
    const kind = 1 << code;
    if ((kinds & kind) !== 0) repeats[row] = 1;
    kinds |= kind;
  }
  return repeats;
}

function runsOf(table: RegionTable): Runs | null {
  const before = known.get(table);
  if (before !== undefined) return before;
  const runs = table.flags.some((flags) => (flags & FLAG.duplicate) !== 0) ? makeRuns(table) : null;
  known.set(table, runs);
  return runs;
}

function makeRuns(table: RegionTable): Runs {
  const { received } = table;
  const along = treeOf(table).order;
  // Few rows stand as received in the tree; of many, those of a cell stand together.
  const order = along.length > FEW_ROWS ? along : along.toSorted((a, b) => compared(received, a, b) || a - b);
  const goesOn = new Uint8Array(order.length);
  for (let place = 1; place < order.length; place += 1) {
    if (compared(received, order[place - 1] ?? 0, order[place] ?? 0) === 0) goesOn[place] = 1;
  }
  return { order, goesOn };
}

function compared(received: Float64Array, a: number, b: number): number {
  for (let column = 0; column < 4; column += 1) {
    const difference = (received[a * 4 + column] ?? 0) - (received[b * 4 + column] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
