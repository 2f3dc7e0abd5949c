import { type Affine, mapRect } from '../geometry/affine.ts';
import type { Boxes } from './evidence.ts';
import type { Plane } from './fourier.ts';
import { type InkMap, inkIn } from './ink-map.ts';

/** Pixels of the map a side of one cell of a plane. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

const LEAST_RING_CELLS = 0.8;
const RING = 0.4;

/** Ink per cell, at most half of one: a picture is not more of a text than a text. */
export function paintInk({ columns, re }: Plane, map: InkMap, cell: Cell): void {
  for (let row = 0; row * cell.height < map.height; row += 1) {
    for (let column = 0; column * cell.width < map.width; column += 1) {
      const [x1, y1] = [Math.round(column * cell.width), Math.round(row * cell.height)];
      const x2 = Math.min(map.width, Math.round((column + 1) * cell.width));
      const y2 = Math.min(map.height, Math.round((row + 1) * cell.height));
      const area = (x2 - x1) * (y2 - y1);
      if (area > 0) re[row * columns + column] = Math.min(inkIn(map, x1, y1, x2, y2) / area, 0.5);
    }
  }
}

/** Each box one, spread over its area, less its ring the same. `into`: the real or the imaginary part of the plane. */
export function paintBoxes(
  { columns, rows }: Plane,
  into: Float64Array,
  boxes: Boxes,
  by: Affine,
  cell: Cell,
  sign: 1 | -1 = 1,
): void {
  for (let i = 0; i < boxes.length; i += 4) {
    const received = { x1: boxes[i] ?? 0, y1: boxes[i + 1] ?? 0, x2: boxes[i + 2] ?? 0, y2: boxes[i + 3] ?? 0 };
    const mapped = mapRect<'image'>(by, received);
    const [x1, x2] = [mapped.x1 / cell.width, mapped.x2 / cell.width];
    const [y1, y2] = [mapped.y1 / cell.height, mapped.y2 / cell.height];
    const inner = (x2 - x1) * (y2 - y1);
    const side = Math.min(mapped.x2 - mapped.x1, mapped.y2 - mapped.y1) * RING;
    const [ringX, ringY] = [
      Math.max(LEAST_RING_CELLS, side / cell.width),
      Math.max(LEAST_RING_CELLS, side / cell.height),
    ];
    const outer = (x2 - x1 + 2 * ringX) * (y2 - y1 + 2 * ringY);
    // One that is larger than the plane says nothing of a place on it.
    if (!(inner > 0) || x2 - x1 > columns || y2 - y1 > rows) continue;
    const around = sign / (outer - inner);
    spread(into, columns, rows, x1 - ringX, y1 - ringY, x2 + ringX, y2 + ringY, -around);
    spread(into, columns, rows, x1, y1, x2, y2, sign / inner + around);
  }
}

/** Adds `weight` for each cell that a box covers, in parts where it covers a part; wraps round the edges. */
function spread(
  into: Float64Array,
  columns: number,
  rows: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  weight: number,
): void {
  for (let row = Math.floor(y1); row < y2; row += 1) {
    const high = Math.min(row + 1, y2) - Math.max(row, y1);
    const start = (row & (rows - 1)) * columns;
    for (let column = Math.floor(x1); column < x2; column += 1) {
      const wide = Math.min(column + 1, x2) - Math.max(column, x1);
      const at = start + (column & (columns - 1));
      into[at] = (into[at] ?? 0) + weight * wide * high;
    }
  }
}
