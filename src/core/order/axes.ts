import type { Affine } from '../geometry/affine.ts';

/** How the axes of received space lie on the page as it is seen: a frame without its size, place and slant. */
export interface Axes {
  /** Received y runs across the page. */
  readonly swapped: boolean;
  /** Received x (y, where swapped) runs from right to left. */
  readonly acrossBack: boolean;
  /** What runs down the page runs up. */
  readonly downBack: boolean;
}

/** The nearest quarter turn: boxes are upright as received, and a slant of some degrees changes no order. */
export function axesOf({ a, b, c, d }: Affine, fromRight: boolean): Axes {
  const swapped = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
  const [across, down] = swapped ? [c, b] : [a, d];
  return { swapped, acrossBack: across < 0 !== fromRight, downBack: down < 0 };
}
