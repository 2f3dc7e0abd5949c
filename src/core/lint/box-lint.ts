import { byLevel, type NestedBoxes } from '../inspection/nested-boxes.ts';
import { type NearBoxes, nearBoxes } from './near-boxes.ts';
import { rowsWhere } from '../rows-where.ts';

/** What the rectangles of one level show among themselves, wherever they lie on the image. */
export interface BoxLint extends NearBoxes {
  /** Rows, ascending. */
  readonly slivers: Uint32Array<ArrayBuffer>;
}

/** More rows than this are looked at in a worker. */
export const FEW_BOXES = 500;

/** In received units: nothing is written in less. */
const THINNEST = 3;
/** Of the median shorter side: an l is a seventh of its line at the least, and mostly stands in a word. */
const THIN = 1 / 10;

export function lintBoxes(boxes: Pick<NestedBoxes, 'received' | 'level'>): BoxLint {
  const found = byLevel(boxes).map((received) => ({ ...nearBoxes(received), slivers: sliversIn(received) }));
  const [only] = found;
  if (only && found.length === 1) return only;
  return {
    nearlyEqual: joined(found.map(({ nearlyEqual }) => nearlyEqual)),
    contained: joined(found.map(({ contained }) => contained)),
    slivers: joined(found.map(({ slivers }) => slivers)),
    all: found.every(({ all }) => all),
  };
}

/** Rows of several levels, ascending: no row is in two. */
function joined(parts: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows.toSorted();
}

/** Every buffer, to transfer them between threads without a copy. */
export function boxLintBuffers({ nearlyEqual, contained, slivers }: BoxLint): ArrayBuffer[] {
  return [nearlyEqual.buffer, contained.buffer, slivers.buffer];
}

/** Boxes with area whose shorter side is under 3, or under a tenth of what is usual here. */
function sliversIn(received: Float64Array): Uint32Array<ArrayBuffer> {
  const sides = new Float64Array(received.length / 4);
  for (let row = 0; row < sides.length; row += 1) {
    const width = Math.abs((received[row * 4 + 2] ?? NaN) - (received[row * 4] ?? NaN));
    const height = Math.abs((received[row * 4 + 3] ?? NaN) - (received[row * 4 + 1] ?? NaN));
    // NaN stays NaN: sorted last, and under nothing.
    sides[row] = width < height ? width : height;
  }
  const sorted = sides.filter((side) => side > 0).toSorted();
  const thin = Math.max(THINNEST, (sorted[sorted.length >>> 1] ?? 0) * THIN);
  return rowsWhere(sides.length, (row) => {
    const side = sides[row] ?? NaN;
    return side > 0 && side < thin;
  });
}
