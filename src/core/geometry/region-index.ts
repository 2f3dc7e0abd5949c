import Flatbush from 'flatbush';
import { type Inspection, isDrawable } from '../inspection/inspection.ts';
import type { RegionTable } from '../inspection/region-table.ts';
import { determinant, invertAffine, mapRect } from './affine.ts';
import { type Direction, nearestRow } from './nearest-row.ts';
import { grown } from './rect.ts';
import type { ImagePoint, ImageRect, ReceivedPoint, ReceivedRect } from './space.ts';

/**
 * Which regions are where. The tree is built over received coordinates, so a change of frame rebuilds nothing:
 * questions in image pixels are mapped back through the frame.
 */
export interface RegionIndex {
  /** Rows that have a box with area, ascending. Nothing else is drawn or hit. */
  readonly rows: Uint32Array;
  /** The upright box round all of them in image pixels; null when there are none. */
  readonly extent: ImageRect | null;
  /**
   * Rows whose box holds the point, smallest area first, so that a box inside a box can be pointed at.
   * `slack` in image pixels widens the boxes, for thin ones and for fingers; without it right and bottom edges are outside.
   */
  at(point: ImagePoint, slack?: number): number[];
  /** The first of `at`, without making a list: what the pointer is over is asked at every move. */
  smallestAt(point: ImagePoint, slack?: number): number | null;
  /**
   * Rows whose box touches the rectangle, ascending. Under a turned frame a few more than needed.
   * A view of a buffer that the next question fills again: asking allocates nothing.
   */
  collect(rect: ImageRect): Uint32Array;
  /** The region to go to from `row` in a direction of the image as shown; null at the end. */
  nearest(row: number, direction: Direction): number | null;
}

const trees = new WeakMap<RegionTable, Tree>();
const indexes = new WeakMap<Inspection, RegionIndex>();

/** The index of an inspection, made once. A new inspection over the same regions shares the tree. */
export function regionIndexOf(inspection: Inspection): RegionIndex {
  const known = indexes.get(inspection);
  if (known) return known;
  const index = createRegionIndex(inspection);
  indexes.set(inspection, index);
  return index;
}

function createRegionIndex(inspection: Inspection): RegionIndex {
  const { regions, frame } = inspection;
  const { rows, bush } = treeOf(inspection);
  const back = invertAffine(frame);

  const found = (rect: ReceivedRect): number[] =>
    bush ? bush.search(rect.x1, rect.y1, rect.x2, rect.y2).map((at) => rows[at] ?? 0) : [];

  return {
    rows,
    extent: bush ? mapRect(frame, { x1: bush.minX, y1: bush.minY, x2: bush.maxX, y2: bush.maxY }) : null,
    at(point, slack = 0) {
      if (!back) return [];
      const spot: ReceivedRect = mapRect(back, { x1: point.x, y1: point.y, x2: point.x, y2: point.y });
      const hits =
        slack > 0
          ? found(grown(spot, slack / Math.sqrt(Math.abs(determinant(frame)))))
          : found(spot).filter((row) => holds(regions.received, row, { x: spot.x1, y: spot.y1 }));
      return hits.toSorted((one, other) => area(regions.received, one) - area(regions.received, other) || one - other);
    },
    smallestAt(point, slack) {
      return this.at(point, slack)[0] ?? null;
    },
    collect: (rect) => (back ? Uint32Array.from(found(mapRect(back, rect))).toSorted() : new Uint32Array(0)),
    nearest: (row, direction) => nearestRow(inspection, rows, row, direction),
  };
}

interface Tree {
  readonly rows: Uint32Array;
  /** null for no rows: Flatbush throws on zero items, and an image without text is normal. */
  readonly bush: Flatbush | null;
}

function treeOf(inspection: Inspection): Tree {
  const { regions } = inspection;
  const known = trees.get(regions);
  if (known) return known;
  const rows = drawableRows(inspection);
  const tree = { rows, bush: rows.length > 0 ? plant(regions.received, rows) : null };
  trees.set(regions, tree);
  return tree;
}

function drawableRows(inspection: Inspection): Uint32Array {
  const rows = new Uint32Array(inspection.regions.count);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (isDrawable(inspection, row)) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.slice(0, count);
}

function plant(received: Float64Array, rows: Uint32Array): Flatbush {
  const bush = new Flatbush(rows.length);
  for (const row of rows) {
    const at = row * 4;
    const x1 = received[at] ?? 0;
    const y1 = received[at + 1] ?? 0;
    const x2 = received[at + 2] ?? 0;
    const y2 = received[at + 3] ?? 0;
    bush.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  bush.finish();
  return bush;
}

/** The tree counts right and bottom edges as inside; boxes are half-open. */
function holds(received: Float64Array, row: number, { x, y }: ReceivedPoint): boolean {
  const at = row * 4;
  return (
    x < Math.max(received[at] ?? 0, received[at + 2] ?? 0) && y < Math.max(received[at + 1] ?? 0, received[at + 3] ?? 0)
  );
}

function area(received: Float64Array, row: number): number {
  const at = row * 4;
  const width = (received[at + 2] ?? 0) - (received[at] ?? 0);
  const height = (received[at + 3] ?? 0) - (received[at + 1] ?? 0);
  return Math.abs(width * height);
}
