import { FLAG, type RegionTable } from '../inspection/region-table.ts';
import { type CurveOrder, curveOrder, FEW_ROWS } from './curve-order.ts';
import type { ReceivedRect } from './space.ts';

/** A node holds 2 ** 4 of the level below. */
export const FANOUT_BITS = 4;
const FANOUT = 1 << FANOUT_BITS;

/** A packed R-tree over received coordinates, in columns: a worker builds it and the page takes it over without a copy. */
export interface RegionTree {
  /** Rows that have a box with area, ascending. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** The same rows along a curve that keeps neighbours together; a leaf is 16 of them. */
  readonly order: Uint32Array<ArrayBuffer>;
  /**
   * x1, y1, x2, y2 with their corners in order: of the rows along `order`, then of the leaves, then of what holds 16 leaves
   * each, the root last. Again here, though they stand in the table: what is asked together has to lie together.
   */
  readonly boxes: Float64Array<ArrayBuffer>;
  /** Per node, leaves first, the least area of a box in it: what is larger than the best so far need not be looked at. */
  readonly leastArea: Float64Array<ArrayBuffer>;
  /** Per node the least row in it. */
  readonly leastRow: Uint32Array<ArrayBuffer>;
}

const trees = new WeakMap<RegionTable, RegionTree>();
const orders = new WeakMap<RegionTable, CurveOrder>();

/** The tree of a table: built once, or taken over from where it was. A table is not changed after this. */
export function treeOf(table: RegionTable): RegionTree {
  const known = trees.get(table);
  if (known) return known;
  const tree = buildRegionTree(table, orders.get(table));
  orders.delete(table);
  trees.set(table, tree);
  return tree;
}

/** The order that was made when the table was flagged: most of the work of building its tree, which somebody will want. */
export function keepOrder(table: RegionTable, order: CurveOrder): void {
  orders.set(table, order);
}

/** A tree that was built with the table, or crossed threads with it. */
export function adoptTree(table: RegionTable, tree: RegionTree): void {
  trees.set(table, tree);
}

/** `along`, when flagging the table has made it already: most of the work of building. */
export function buildRegionTree(table: RegionTable, along?: CurveOrder): RegionTree {
  const rows = drawableRows(table);
  return filled(rows, orderOf(table, rows, along), table.received);
}

function filled(rows: Uint32Array<ArrayBuffer>, order: Uint32Array<ArrayBuffer>, received: Float64Array): RegionTree {
  const boxCount = levelStarts(rows.length).at(-1) ?? 0;
  const tree: RegionTree = {
    rows,
    order,
    boxes: new Float64Array(boxCount * 4),
    leastArea: new Float64Array(boxCount - rows.length),
    leastRow: new Uint32Array(boxCount - rows.length),
  };
  fillLeaves(tree, received);
  fillInner(tree);
  return tree;
}

/** The tree of the rows of some levels, as `LevelBits`: the work of building, without that of finding the order. */
export function treeOfLevels({ rows, order }: RegionTree, table: RegionTable, levels: number): RegionTree {
  const kept = ofLevels(rows, table.level, levels);
  return filled(kept, ofLevels(order, table.level, levels), table.received);
}

function ofLevels(rows: Uint32Array, level: Uint8Array, levels: number): Uint32Array<ArrayBuffer> {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    kept[count] = row;
    count += (levels >>> (level[row] ?? 0)) & 1;
  }
  return kept.slice(0, count);
}

/** Every buffer, to transfer them between threads without a copy. */
export function regionTreeBuffers({ rows, order, boxes, leastArea, leastRow }: RegionTree): ArrayBuffer[] {
  return [rows, order, boxes, leastArea, leastRow].map((column) => column.buffer);
}

/** Where in `boxes` each level starts, rows first, then leaves; the last number is how many boxes there are. */
export function levelStarts(rows: number): readonly number[] {
  const starts = [0, rows];
  for (let size = rows, start = rows; size > 1 || (size === 1 && start === rows);) {
    size = (size + FANOUT - 1) >>> FANOUT_BITS;
    start += size;
    starts.push(start);
    if (size === 1) break;
  }
  return starts;
}

/** The box round all rows; null without rows. */
export function treeExtent({ boxes }: RegionTree): ReceivedRect | null {
  const at = boxes.length - 4;
  if (at < 0) return null;
  return { x1: boxes[at] ?? 0, y1: boxes[at + 1] ?? 0, x2: boxes[at + 2] ?? 0, y2: boxes[at + 3] ?? 0 };
}

/** Width times height of box `at`. */
export function areaOfBox({ boxes }: RegionTree, at: number): number {
  const from = at * 4;
  return ((boxes[from + 2] ?? 0) - (boxes[from] ?? 0)) * ((boxes[from + 3] ?? 0) - (boxes[from + 1] ?? 0));
}

function orderOf(table: RegionTable, rows: Uint32Array<ArrayBuffer>, along?: CurveOrder): Uint32Array<ArrayBuffer> {
  if (along) return drawableOf(table, along.order, rows.length);
  // As received, which in a page of words is the reading order.
  if (rows.length <= FEW_ROWS) return rows.slice();
  return curveOrder(table.received, rows.length === table.count ? null : rows).order;
}

const NOT_DRAWN = FLAG.refused | FLAG.noArea;

/** As `isDrawable`, for all rows at once. */
function drawableRows({ count, flags }: RegionTable): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  let drawable = 0;
  for (let row = 0; row < count; row += 1) {
    rows[drawable] = row;
    if (((flags[row] ?? 0) & NOT_DRAWN) === 0) drawable += 1;
  }
  return drawable === count ? rows : rows.slice(0, drawable);
}

/** The drawable ones of an order, of which there are `count`. */
function drawableOf({ flags }: RegionTable, order: Uint32Array<ArrayBuffer>, count: number): Uint32Array<ArrayBuffer> {
  return order.length === count ? order : order.filter((row) => ((flags[row] ?? 0) & NOT_DRAWN) === 0);
}

function fillLeaves({ order, boxes, leastArea, leastRow }: RegionTree, received: Float64Array): void {
  for (let leaf = 0, from = 0; from < order.length; leaf += 1, from += FANOUT) {
    const to = Math.min(from + FANOUT, order.length);
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    let area = Infinity;
    let least = 0xffffffff;
    for (let at = from; at < to; at += 1) {
      const row = order[at] ?? 0;
      const xa = received[row * 4] ?? 0;
      const ya = received[row * 4 + 1] ?? 0;
      const xb = received[row * 4 + 2] ?? 0;
      const yb = received[row * 4 + 3] ?? 0;
      // Comparisons, not Math.min: that looks for NaN and -0 a million times.
      const x1 = xa < xb ? xa : xb;
      const y1 = ya < yb ? ya : yb;
      const x2 = xa < xb ? xb : xa;
      const y2 = ya < yb ? yb : ya;
      boxes[at * 4] = x1;
      boxes[at * 4 + 1] = y1;
      boxes[at * 4 + 2] = x2;
      boxes[at * 4 + 3] = y2;
      const size = (x2 - x1) * (y2 - y1);
      if (x1 < minX) minX = x1;
      if (y1 < minY) minY = y1;
      if (x2 > maxX) maxX = x2;
      if (y2 > maxY) maxY = y2;
      if (size < area) area = size;
      if (row < least) least = row;
    }
    const node = (order.length + leaf) * 4;
    boxes[node] = minX;
    boxes[node + 1] = minY;
    boxes[node + 2] = maxX;
    boxes[node + 3] = maxY;
    leastArea[leaf] = area;
    leastRow[leaf] = least;
  }
}

function fillInner({ order, boxes, leastArea, leastRow }: RegionTree): void {
  const starts = levelStarts(order.length);
  for (let level = 2; level + 1 < starts.length; level += 1) {
    const below = starts[level - 1] ?? 0;
    const start = starts[level] ?? 0;
    const end = starts[level + 1] ?? 0;
    for (let node = start; node < end; node += 1) {
      const from = below + (node - start) * FANOUT;
      const to = Math.min(from + FANOUT, start);
      boxes.copyWithin(node * 4, from * 4, from * 4 + 4);
      let area = Infinity;
      let least = 0xffffffff;
      for (let child = from; child < to; child += 1) {
        boxes[node * 4] = Math.min(boxes[node * 4] ?? 0, boxes[child * 4] ?? 0);
        boxes[node * 4 + 1] = Math.min(boxes[node * 4 + 1] ?? 0, boxes[child * 4 + 1] ?? 0);
        boxes[node * 4 + 2] = Math.max(boxes[node * 4 + 2] ?? 0, boxes[child * 4 + 2] ?? 0);
        boxes[node * 4 + 3] = Math.max(boxes[node * 4 + 3] ?? 0, boxes[child * 4 + 3] ?? 0);
        area = Math.min(area, leastArea[child - order.length] ?? 0);
        least = Math.min(least, leastRow[child - order.length] ?? 0);
      }
      leastArea[node - order.length] = area;
      leastRow[node - order.length] = least;
    }
  }
}
