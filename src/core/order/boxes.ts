import type { Axes } from './axes.ts';

/**
 * Boxes to be put in order, in columns: upright, as they are read from left to right and from top to bottom. What is read
 * from right to left is mirrored before it comes here.
 */
export interface Boxes {
  readonly count: number;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
}

export function createBoxes(count: number): Boxes {
  return {
    count,
    x1: new Float64Array(count),
    y1: new Float64Array(count),
    x2: new Float64Array(count),
    y2: new Float64Array(count),
  };
}

/** The boxes of these rows. `received`: four numbers a row, corners in any order. */
export function boxesOf(received: Float64Array, rows: Uint32Array, { swapped, acrossBack, downBack }: Axes): Boxes {
  const boxes = createBoxes(rows.length);
  const x = swapped ? 1 : 0;
  for (let i = 0; i < rows.length; i += 1) {
    const at = (rows[i] ?? 0) * 4;
    put(boxes.x1, boxes.x2, i, received[at + x] ?? NaN, received[at + x + 2] ?? NaN, acrossBack);
    put(boxes.y1, boxes.y2, i, received[at + 1 - x] ?? NaN, received[at + 3 - x] ?? NaN, downBack);
  }
  return boxes;
}

function put(low: Float64Array, high: Float64Array, i: number, one: number, other: number, back: boolean): void {
  const least = Math.min(one, other);
  const most = Math.max(one, other);
  low[i] = back ? -most : least;
  high[i] = back ? -least : most;
}

/**
 * What distances on the page are told by: the height of a line of text. Boxes may be words or whole blocks: no line is
 * taken to be higher than a 1/64 of the page's longer side.
 */
export function lineUnit({ count, x1, y1, x2, y2 }: Boxes): number {
  if (count === 0) return 0;
  const heights = new Float64Array(count);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i += 1) {
    heights[i] = (y2[i] ?? 0) - (y1[i] ?? 0);
    left = Math.min(left, x1[i] ?? 0);
    top = Math.min(top, y1[i] ?? 0);
    right = Math.max(right, x2[i] ?? 0);
    bottom = Math.max(bottom, y2[i] ?? 0);
  }
  heights.sort();
  return Math.min(heights[count >> 1] ?? 0, Math.max(right - left, bottom - top) / 64);
}
