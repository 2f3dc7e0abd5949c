import type { Inspection } from '../inspection/inspection.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A region one row of text aside is as far as one three times that far straight ahead. */
const ASIDE_WEIGHT = 3;
/** Between two that are equally far, the one whose middle is better in line. */
const MIDDLE_WEIGHT = 0.1;
/** Further aside than twice the way ahead is not "that way" any more. */
const CONE = 2;

/**
 * The row to go to from `from`, as arrow keys move between controls on a television: the middle must lie ahead,
 * what is straight ahead wins over what is aside. Directions are those of the image as shown.
 */
export function nearestRow(
  inspection: Inspection,
  rows: Uint32Array,
  from: number,
  direction: Direction,
): number | null {
  const { frame } = inspection;
  const { received } = inspection.regions;
  const upDown = direction === 'up' || direction === 'down';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  // Half the extent of a mapped box along each axis, and its middle: no corner needs to be mapped.
  const alongX = Math.abs(upDown ? frame.b : frame.a) / 2;
  const alongY = Math.abs(upDown ? frame.d : frame.c) / 2;
  const asideX = Math.abs(upDown ? frame.a : frame.b) / 2;
  const asideY = Math.abs(upDown ? frame.c : frame.d) / 2;

  let best: number | null = null;
  let least = Infinity;
  const middleOf = (row: number, kx: number, ky: number): number => {
    const at = row * 4;
    const x = ((received[at] ?? NaN) + (received[at + 2] ?? NaN)) / 2;
    const y = ((received[at + 1] ?? NaN) + (received[at + 3] ?? NaN)) / 2;
    return kx * x + ky * y;
  };
  const halfOf = (row: number, kx: number, ky: number): number => {
    const at = row * 4;
    const width = Math.abs((received[at + 2] ?? NaN) - (received[at] ?? NaN));
    const height = Math.abs((received[at + 3] ?? NaN) - (received[at + 1] ?? NaN));
    return kx * width + ky * height;
  };
  const ahead = (row: number): number => middleOf(row, upDown ? frame.b : frame.a, upDown ? frame.d : frame.c) * sign;
  const aside = (row: number): number => middleOf(row, upDown ? frame.a : frame.b, upDown ? frame.c : frame.d);

  const startAhead = ahead(from);
  const startAside = aside(from);
  const startHalf = halfOf(from, asideX, asideY);
  const startReach = halfOf(from, alongX, alongY);
  for (const row of rows) {
    const along = ahead(row) - startAhead;
    if (row === from || !(along > 0)) continue;
    const middles = Math.abs(aside(row) - startAside);
    const off = Math.max(0, middles - startHalf - halfOf(row, asideX, asideY));
    if (off > along * CONE) continue;
    const gap = Math.max(0, along - startReach - halfOf(row, alongX, alongY));
    const cost = gap + off * ASIDE_WEIGHT + (middles + along) * MIDDLE_WEIGHT;
    if (cost < least) {
      least = cost;
      best = row;
    }
  }
  return best;
}
