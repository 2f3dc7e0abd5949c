import type { Size } from '../geometry/space.ts';
import type { Boxes } from './evidence.ts';

/** Regions that lie, in part at least, beyond the picture. */
export interface Outside {
  readonly count: number;
  /** Px, of the one that lies farthest out. */
  readonly by: number;
}

/** Px: less is a fraction that rounds to the border. */
const WHOLE = 1;
/** Of the picture's longer side: a box that is a few pixels out is no sign of another frame. */
const TOLERATED = 0.02;

/** Boxes that are out by so much are not of the picture, when there are more of them, of all. */
const MOST = 0.05;

/** `boxes` in pixels of the picture; null: none leaves it by a whole pixel. */
export function beyondPicture(boxes: Boxes, size: Size): Outside | null {
  const { count, by } = beyond(boxes, size, WHOLE);
  return count === 0 ? null : { count, by: Math.round(by) };
}

/** So many lie so far out that they are hardly of this picture. */
export function areElsewhere(boxes: Boxes, size: Size): boolean {
  return beyond(boxes, size, Math.max(size.width, size.height) * TOLERATED).count > (MOST * boxes.length) / 4;
}

function beyond(boxes: Boxes, { width, height }: Size, least: number): Outside {
  let count = 0;
  let by = 0;
  for (let i = 0; i + 3 < boxes.length; i += 4) {
    const [x1, y1, x2, y2] = [boxes[i] ?? 0, boxes[i + 1] ?? 0, boxes[i + 2] ?? 0, boxes[i + 3] ?? 0];
    const out = Math.max(-x1, -y1, x2 - width, y2 - height);
    if (!(out >= least)) continue;
    count += 1;
    by = Math.max(by, out);
  }
  return { count, by };
}
