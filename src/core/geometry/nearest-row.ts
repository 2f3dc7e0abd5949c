import type { Inspection } from '../inspection/inspection.ts';
import { receivedRect } from '../inspection/region-table.ts';

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
  // Halves: of the sum of two corners for the middle of a mapped box, of its size for its reach. No corner needs to be mapped.
  const aheadX = ((upDown ? frame.b : frame.a) * sign) / 2;
  const aheadY = ((upDown ? frame.d : frame.c) * sign) / 2;
  const asideX = (upDown ? frame.a : frame.b) / 2;
  const asideY = (upDown ? frame.c : frame.d) / 2;
  const [reachX, reachY] = [Math.abs(aheadX), Math.abs(aheadY)];
  const [halfX, halfY] = [Math.abs(asideX), Math.abs(asideY)];

  const start = receivedRect(inspection.regions, from);
  const startAhead = aheadX * (start.x1 + start.x2) + aheadY * (start.y1 + start.y2);
  const startAside = asideX * (start.x1 + start.x2) + asideY * (start.y1 + start.y2);
  const startReach = reachX * Math.abs(start.x2 - start.x1) + reachY * Math.abs(start.y2 - start.y1);
  const startHalf = halfX * Math.abs(start.x2 - start.x1) + halfY * Math.abs(start.y2 - start.y1);

  let best: number | null = null;
  let least = Infinity;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const x1 = received[row * 4] ?? NaN;
    const y1 = received[row * 4 + 1] ?? NaN;
    const x2 = received[row * 4 + 2] ?? NaN;
    const y2 = received[row * 4 + 3] ?? NaN;
    const along = aheadX * (x1 + x2) + aheadY * (y1 + y2) - startAhead;
    // The distance of the middles alone is part of the cost, so nearly all rows are done here.
    if (!(along > 0) || along * MIDDLE_WEIGHT >= least || row === from) continue;
    const width = Math.abs(x2 - x1);
    const height = Math.abs(y2 - y1);
    const middles = Math.abs(asideX * (x1 + x2) + asideY * (y1 + y2) - startAside);
    const off = Math.max(0, middles - startHalf - halfX * width - halfY * height);
    if (off > along * CONE) continue;
    const gap = Math.max(0, along - startReach - reachX * width - reachY * height);
    const cost = gap + off * ASIDE_WEIGHT + (middles + along) * MIDDLE_WEIGHT;
    if (cost < least) {
      least = cost;
      best = row;
    }
  }
  return best;
}
