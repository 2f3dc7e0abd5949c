import { curveOrder } from '../geometry/curve-order.ts';
import { areaOfBox, buildRegionTree, FANOUT_BITS, levelStarts, type RegionTree } from '../geometry/region-tree.ts';
import { distinctBoxes } from './distinct-boxes.ts';
import { rowsWhere } from '../rows-where.ts';

/** Rows, ascending. */
export interface NearBoxes {
  /** Over 0.9 of what the box and another one cover, both cover; the other has not the same four numbers. */
  readonly nearlyEqual: Uint32Array<ArrayBuffer>;
  /** 95 % or more of the box lie in another one, which is no near equal. */
  readonly contained: Uint32Array<ArrayBuffer>;
  /** False: in a pile of very many boxes not all were compared, so there may be more. */
  readonly all: boolean;
}

const NEARLY = 0.9;
const INSIDE = 0.95;

/**
 * Boxes looked at, of which a row of a page needs a hundred or so: for one row at the most, and for all together (some
 * seconds). Up to 10,000 rows each is compared with each, if it comes to that.
 */
const LOOKS_PER_ROW = 1_000;
const LOOKS = 300_000_000;
const ALWAYS_ALL = 10_000;
/** Places before and behind on the curve that are looked at first: in a pile they are alike, and the search ends soon. */
const BESIDE = 8;

/** `received`: four numbers a row, in any order of corners. Rows without area or without numbers are near nothing. */
export function nearBoxes(received: Float64Array): NearBoxes {
  const { table, boxOf, mixed } = distinctBoxes(received);
  const tree = buildRegionTree(table, curveOrder(table.received, null));
  const search = new NearSearch(tree, table.count <= ALWAYS_ALL ? ALWAYS_ALL * 2 : LOOKS_PER_ROW);
  const found = new Uint8Array(table.count);
  for (let place = 0; place < tree.order.length; place += 1) found[tree.order[place] ?? 0] = search.near(place);
  for (const box of mixed) found[box] = (found[box] ?? 0) | NEAR;
  return {
    nearlyEqual: rowsWhere(boxOf.length, (row) => ((found[boxOf[row] ?? -1] ?? 0) & NEAR) !== 0),
    contained: rowsWhere(boxOf.length, (row) => ((found[boxOf[row] ?? -1] ?? 0) & HELD) !== 0),
    all: search.sawAll,
  };
}

const NEAR = 1;
const HELD = 2;
const BOTH = NEAR | HELD;

/** Looks for the company of one box after the other. A member for each number of the question: nothing is made per box. */
class NearSearch {
  sawAll = true;
  private readonly tree: RegionTree;
  private readonly starts: readonly number[];
  private readonly perRow: number;
  private inAll = LOOKS;
  private place = 0;
  private x1 = 0;
  private y1 = 0;
  private x2 = 0;
  private y2 = 0;
  private area = 0;
  private left = 0;
  private found = 0;

  constructor(tree: RegionTree, perRow: number) {
    this.tree = tree;
    this.starts = levelStarts(tree.rows.length);
    this.perRow = perRow;
  }

  /** NEAR, HELD, both or 0 for the box at a place of `tree.order`. */
  near(place: number): number {
    const { boxes } = this.tree;
    this.place = place;
    this.x1 = boxes[place * 4] ?? 0;
    this.y1 = boxes[place * 4 + 1] ?? 0;
    this.x2 = boxes[place * 4 + 2] ?? 0;
    this.y2 = boxes[place * 4 + 3] ?? 0;
    this.area = areaOfBox(this.tree, place);
    // Too small for a double: it would lie in everything.
    if (!(this.area > 0)) return 0;
    this.left = Math.min(this.perRow, this.inAll);
    this.inAll -= this.left;
    this.found = 0;
    this.lookBeside();
    this.seek(this.starts.length - 2, 0);
    if (this.left <= 0 && this.found !== BOTH) this.sawAll = false;
    this.inAll += Math.max(this.left, 0);
    return this.found;
  }

  private lookBeside(): void {
    const end = Math.min(this.place + BESIDE + 1, this.tree.order.length);
    for (let place = Math.max(this.place - BESIDE, 0); place < end; place += 1) this.compare(place, this.shared(place));
  }

  /** Only what covers nine tenths of the box can hold a box that does. */
  private seek(level: number, index: number): void {
    const first = index << FANOUT_BITS;
    const start = this.starts[level - 1] ?? 0;
    const end = Math.min(first + (1 << FANOUT_BITS), (this.starts[level] ?? 0) - start);
    for (let child = first; child < end; child += 1) {
      if (this.found === BOTH || (this.left -= 1) <= 0) return;
      const shared = this.shared(start + child);
      if (shared < NEARLY * this.area) continue;
      if (level > 1) this.seek(level - 1, child);
      else this.compare(child, shared);
    }
  }

  private compare(place: number, shared: number): void {
    if (place === this.place) return;
    if (shared > NEARLY * (this.area + areaOfBox(this.tree, place) - shared)) this.found |= NEAR;
    else if (shared >= INSIDE * this.area) this.found |= HELD;
  }

  /** Area that the box shares with box `at` of the tree. */
  private shared(at: number): number {
    const { boxes } = this.tree;
    const left = boxes[at * 4] ?? 0;
    const top = boxes[at * 4 + 1] ?? 0;
    const right = boxes[at * 4 + 2] ?? 0;
    const bottom = boxes[at * 4 + 3] ?? 0;
    const width = (right < this.x2 ? right : this.x2) - (left > this.x1 ? left : this.x1);
    const height = (bottom < this.y2 ? bottom : this.y2) - (top > this.y1 ? top : this.y1);
    return width > 0 && height > 0 ? width * height : 0;
  }
}
