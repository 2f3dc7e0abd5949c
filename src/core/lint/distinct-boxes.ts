import { createRegionTable, type RegionTable } from '../inspection/region-table.ts';
import { hashOf } from '../inspection/row-hash.ts';

/** The boxes of an answer, each of them once: a hundred thousand equal ones are looked at as one. */
export interface DistinctBoxes {
  /** Corners in order, all with area. */
  readonly table: RegionTable;
  /** Per received row its box in `table`; -1 for one without area or without numbers. */
  readonly boxOf: Int32Array;
  /** Boxes whose rows have not all the same four numbers: some came with swapped corners. */
  readonly mixed: ReadonlySet<number>;
}

/** Slots probed per row on average before equal boxes are no longer looked for: numbers made to collide must not hang the page. */
const PROBES_PER_ROW = 32;

export function distinctBoxes(received: Float64Array): DistinctBoxes {
  const rows = received.length / 4;
  let size = 16;
  while (size < rows * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const boxes = new Float64Array(rows * 4);
  const boxOf = new Int32Array(rows).fill(-1);
  const firstRow = new Uint32Array(rows);
  const mixed = new Set<number>();
  let probes = 1_000 + rows * PROBES_PER_ROW;
  let count = 0;

  for (let row = 0; row < rows; row += 1) {
    const xa = received[row * 4] ?? NaN;
    const ya = received[row * 4 + 1] ?? NaN;
    const xb = received[row * 4 + 2] ?? NaN;
    const yb = received[row * 4 + 3] ?? NaN;
    if (xa === xb || ya === yb || Number.isNaN(xa + ya + xb + yb)) continue;
    // Adding 0 makes -0 into 0: they are the same place.
    const at = count * 4;
    boxes[at] = (xa < xb ? xa : xb) + 0;
    boxes[at + 1] = (ya < yb ? ya : yb) + 0;
    boxes[at + 2] = (xa < xb ? xb : xa) + 0;
    boxes[at + 3] = (ya < yb ? yb : ya) + 0;
    let slot = slotOf(boxes, at) & (size - 1);
    let other = slots[slot] ?? -1;
    while (other !== -1 && probes > 0 && !areEqual(boxes, other * 4, boxes, at)) {
      probes -= 1;
      slot = (slot + 1) & (size - 1);
      other = slots[slot] ?? -1;
    }
    if (other !== -1 && probes > 0) {
      boxOf[row] = other;
      if (!areEqual(received, (firstRow[other] ?? 0) * 4, received, row * 4)) mixed.add(other);
      continue;
    }
    if (other === -1) slots[slot] = count;
    boxOf[row] = count;
    firstRow[count] = row;
    count += 1;
  }
  const table = createRegionTable(count);
  table.received.set(boxes.subarray(0, count * 4));
  return { table, boxOf, mixed };
}

function areEqual(one: Float64Array, at: number, other: Float64Array, from: number): boolean {
  return (
    one[at] === other[from] &&
    one[at + 1] === other[from + 1] &&
    one[at + 2] === other[from + 2] &&
    one[at + 3] === other[from + 3]
  );
}

/** Spread over the low bits, which say where one is looked for first. */
function slotOf(boxes: Float64Array, at: number): number {
  const hash = hashOf(boxes, at);
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 7;
}
