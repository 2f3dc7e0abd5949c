import { type Affine, applyAffine } from '../geometry/affine.ts';
import type { Boxes } from './evidence.ts';
import { type InkMap, inkIn } from './ink-map.ts';

/** Pixels of the map a side of one cell of the sheet on which the union of the boxes is painted. */
const CELL = 6;

/** The ink of a map in coarse cells. */
export interface Sheet {
  readonly columns: number;
  readonly rows: number;
  readonly ink: Float32Array;
  readonly total: number;
  /** Painted anew for each question. */
  readonly marks: Uint8Array;
}

export function sheetOf(map: InkMap): Sheet {
  const columns = Math.ceil(map.width / CELL);
  const rows = Math.ceil(map.height / CELL);
  const ink = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * CELL, row * CELL];
      ink[row * columns + column] = inkIn(map, x, y, Math.min(x + CELL, map.width), Math.min(y + CELL, map.height));
    }
  }
  return { columns, rows, ink, total: map.ink, marks: new Uint8Array(columns * rows) };
}

/** Share of the ink that lies in boxes, beyond the share of the page that they take up; at most 1, 0 is chance. */
export function coverOf({ columns, rows, ink, total, marks }: Sheet, boxes: Boxes, at: Affine): number {
  marks.fill(0);
  for (let i = 0; i < boxes.length; i += 4) {
    const x1 = boxes[i] ?? 0;
    const y1 = boxes[i + 1] ?? 0;
    const x2 = boxes[i + 2] ?? 0;
    const y2 = boxes[i + 3] ?? 0;
    const corners = [
      applyAffine(at, x1, y1),
      applyAffine(at, x2, y1),
      applyAffine(at, x2, y2),
      applyAffine(at, x1, y2),
    ];
    paint(marks, columns, rows, corners);
  }
  let covered = 0;
  let held = 0;
  for (let cell = 0; cell < marks.length; cell += 1) {
    if (marks[cell] !== 1) continue;
    covered += 1;
    held += ink[cell] ?? 0;
  }
  const share = covered / Math.max(marks.length, 1);
  return total === 0 || share === 1 ? 0 : (held / total - share) / (1 - share);
}

/** Cells whose middle lies in a convex shape of four corners; a shape thinner than a cell still marks the cells it crosses. */
function paint(
  marks: Uint8Array,
  columns: number,
  rows: number,
  corners: readonly { readonly x: number; readonly y: number }[],
): void {
  const ys = corners.map(({ y }) => y / CELL);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  const last = Math.min(rows - 1, Math.max(Math.floor(top), Math.ceil(bottom - 0.5) - 1));
  for (let row = Math.max(0, Math.floor(top + 0.5)); row <= last; row += 1) {
    const level = Math.min(Math.max(row + 0.5, top), bottom);
    let left = Infinity;
    let right = -Infinity;
    for (let at = 0; at < 4; at += 1) {
      const one = corners[at];
      const other = corners[(at + 1) % 4];
      if (!one || !other) continue;
      const [ya, yb] = [one.y / CELL, other.y / CELL];
      if (Math.min(ya, yb) > level || Math.max(ya, yb) < level) continue;
      const xs = ya === yb ? [one.x, other.x] : [one.x + ((other.x - one.x) * (level - ya)) / (yb - ya)];
      for (const x of xs) {
        left = Math.min(left, x / CELL);
        right = Math.max(right, x / CELL);
      }
    }
    const from = Math.max(0, Math.floor(left + 0.5));
    const to = Math.min(columns, Math.max(from + 1, Math.floor(right + 0.5)));
    if (left <= right && from < columns) marks.fill(1, row * columns + from, row * columns + to);
  }
}
