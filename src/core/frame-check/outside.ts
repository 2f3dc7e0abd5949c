import type { Size } from '../geometry/space.ts';
import type { Boxes } from './evidence.ts';

/** Regions that lie, in part at least, beyond the picture. */
export interface Outside {
  readonly count: number;
  /** Px, of the one that lies farthest out. */
  readonly by: number;
}

/** Of the picture's longer side: a box that is a few pixels out is no sign of another frame. */
const TOLERATED = 0.02;

/** `boxes` in pixels of the picture; null: none is outside by more than is normal. */
export function outsideOf(boxes: Boxes, { width, height }: Size): Outside | null {
  const most = Math.max(width, height) * TOLERATED;
  let count = 0;
  let by = 0;
  for (let i = 0; i + 3 < boxes.length; i += 4) {
    const [x1, y1, x2, y2] = [boxes[i] ?? 0, boxes[i + 1] ?? 0, boxes[i + 2] ?? 0, boxes[i + 3] ?? 0];
    const out = Math.max(-x1, -y1, x2 - width, y2 - height);
    if (!(out > most)) continue;
    count += 1;
    by = Math.max(by, out);
  }
  return count === 0 ? null : { count, by: Math.round(by) };
}
