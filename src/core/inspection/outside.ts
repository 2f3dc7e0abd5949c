import { mapRect } from '../geometry/affine.ts';
import { treeExtent, treeOf } from '../geometry/region-tree.ts';
import type { Size } from '../geometry/space.ts';
import type { Frame } from './frame.ts';
import type { RegionTable } from './region-table.ts';

export interface Outside {
  /** Per row 1 when its box leaves the image in part or whole; an edge on the border is inside. All 0 without an image. */
  readonly rows: Uint8Array<ArrayBuffer>;
  /** How many there are. */
  readonly count: number;
}

interface Known extends Outside {
  readonly frame: Frame;
  readonly size: Size | null;
}

const known = new WeakMap<RegionTable, Known>();

/** Refused rows (NaN) have no place, so they are never outside. Looked for once, as long as frame and image stay the same. */
export function outsideOf(table: RegionTable, frame: Frame, size: Size | null): Outside {
  const before = known.get(table);
  if (before?.frame === frame && before.size?.width === size?.width && before.size?.height === size?.height)
    return before;
  const rows = new Uint8Array(table.count);
  const count = size && !allInside(table, frame, size) ? markOutside(rows, table, frame, size) : 0;
  const outside = { rows, count, frame, size };
  known.set(table, outside);
  return outside;
}

/** By the box round all of them, where every row is in the index; false may be wrong. */
function allInside(table: RegionTable, frame: Frame, size: Size): boolean {
  const tree = treeOf(table);
  const extent = tree.rows.length === table.count ? treeExtent(tree) : null;
  if (!extent) return table.count === 0;
  const { x1, y1, x2, y2 } = mapRect(frame, extent);
  return x1 >= 0 && y1 >= 0 && x2 <= size.width && y2 <= size.height;
}

function markOutside(rows: Uint8Array, { received }: RegionTable, { a, b, c, d, e, f }: Frame, size: Size): number {
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const at = row * 4;
    const x1 = received[at] ?? NaN;
    const y1 = received[at + 1] ?? NaN;
    const x2 = received[at + 2] ?? NaN;
    const y2 = received[at + 3] ?? NaN;
    // Each term of an axis takes its extremes by itself, so these are the extremes over all four corners.
    const ax = a * x1 < a * x2;
    const cy = c * y1 < c * y2;
    const bx = b * x1 < b * x2;
    const dy = d * y1 < d * y2;
    const left = (ax ? a * x1 : a * x2) + (cy ? c * y1 : c * y2) + e;
    const top = (bx ? b * x1 : b * x2) + (dy ? d * y1 : d * y2) + f;
    const right = (ax ? a * x2 : a * x1) + (cy ? c * y2 : c * y1) + e;
    const bottom = (bx ? b * x2 : b * x1) + (dy ? d * y2 : d * y1) + f;
    if (left < 0 || top < 0 || right > size.width || bottom > size.height) {
      rows[row] = 1;
      count += 1;
    }
  }
  return count;
}
