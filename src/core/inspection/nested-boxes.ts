import { levelCode } from './levels.ts';
import type { RegionTable } from './region-table.ts';

/** Rows that tell levels apart: lines lie in their block, and that is no finding. */
export type NestedBoxes = Pick<RegionTable, 'received' | 'level' | 'parent'>;

/**
 * `received` with four NaN for each row that pixels are not asked about: one that holds others, as a page's box says nothing that
 * its lines do not; and what stands in a line, because words are often only reckoned from their line (PDF, masked and
 * proportional results). The same array where no row holds any.
 */
export function mostTelling({ received, level, parent }: NestedBoxes): Float64Array<ArrayBuffer> {
  if (parent.every((row) => row < 0)) return received;
  const boxes = received.slice();
  const leave = (row: number) => boxes.fill(NaN, row * 4, row * 4 + 4);
  const isInLine = new Uint8Array(level.length);
  // Parents stand before their children.
  parent.forEach((above, row) => {
    if (above < 0) return;
    const isLine = level[above] === LINE && !Number.isNaN(received[above * 4]);
    if (isLine || isInLine[above] === 1) {
      isInLine[row] = 1;
      leave(row);
    } else leave(above);
  });
  return boxes;
}

const LINE = levelCode('line');

/** `received` once for each level it has, the rows of other levels as four NaN; the same array where there is one level. */
export function byLevel({ received, level }: Pick<NestedBoxes, 'received' | 'level'>): readonly Float64Array[] {
  const codes = [...new Set(level)];
  if (codes.length < 2) return [received];
  return codes.map((code) => {
    const boxes = received.slice();
    level.forEach((other, row) => other === code || boxes.fill(NaN, row * 4, row * 4 + 4));
    return boxes;
  });
}
