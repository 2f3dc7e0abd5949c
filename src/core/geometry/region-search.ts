import { areaOfBox, FANOUT_BITS, levelStarts, type RegionTree } from './region-tree.ts';
import type { ReceivedRect } from './space.ts';

/** How a box has to lie to a rectangle: `touches` takes edges in, `holds` leaves right and bottom edges of boxes out. */
export type Relation = 'touches' | 'holds';

/** Questions to a tree, in received coordinates. They make no lists but that of `all`; buffers are kept from question to question. */
export class RegionSearch {
  private readonly tree: RegionTree;
  /** As `levelStarts`: level 0 are the rows, level 1 the leaves. */
  private readonly starts: readonly number[];
  private readonly root: number;
  /** A bit per row, all 0 between questions; those set lie from word `lowest` to `highest`. */
  private marks: Uint32Array | null = null;
  private found: Uint32Array | null = null;
  private lowest = 0;
  private highest = -1;
  private best = -1;
  private bestArea = Infinity;

  private x1 = 0;
  private y1 = 0;
  private x2 = 0;
  private y2 = 0;
  private edges = true;

  constructor(tree: RegionTree) {
    this.tree = tree;
    this.starts = levelStarts(tree.rows.length);
    this.root = this.starts.length - 2;
  }

  /** Rows whose box touches the rectangle, ascending: a view of a buffer that the next question fills again. */
  collect(rect: ReceivedRect): Uint32Array {
    const { rows, boxes } = this.tree;
    this.ask(rect, 'touches');
    if (rows.length === 0 || this.encloses(boxes.length - 4)) return rows;
    this.marks ??= new Uint32Array(((rows.at(-1) ?? 0) >>> 5) + 1);
    this.found ??= new Uint32Array(rows.length);
    this.lowest = this.marks.length;
    this.highest = -1;
    this.mark(this.marks, this.root, 0);
    return this.marked(this.marks, this.found);
  }

  /** The row of the smallest of the boxes, of equal ones the first received; -1 for none. */
  smallest(rect: ReceivedRect, relation: Relation): number {
    this.ask(rect, relation);
    this.best = -1;
    this.bestArea = Infinity;
    if (this.tree.rows.length > 0) this.seek(this.root, 0);
    return this.best;
  }

  /** Rows of all the boxes, smallest first, equal ones in the order received. */
  all(rect: ReceivedRect, relation: Relation): number[] {
    this.ask(rect, relation);
    const { tree } = this;
    const places: number[] = [];
    if (tree.rows.length > 0) this.gather(places, this.root, 0);
    const area = (place: number) => areaOfBox(tree, place);
    const row = (place: number) => tree.order[place] ?? 0;
    return places.toSorted((a, b) => compared(area(a), area(b)) || row(a) - row(b)).map(row);
  }

  private ask({ x1, y1, x2, y2 }: ReceivedRect, relation: Relation): void {
    this.x1 = x1;
    this.y1 = y1;
    this.x2 = x2;
    this.y2 = y2;
    this.edges = relation === 'touches';
  }

  /** `at`: four times the place in `boxes`. */
  private meets(at: number): boolean {
    const { boxes } = this.tree;
    if (!((boxes[at] ?? NaN) <= this.x2 && (boxes[at + 1] ?? NaN) <= this.y2)) return false;
    const right = boxes[at + 2] ?? NaN;
    const bottom = boxes[at + 3] ?? NaN;
    return this.edges ? right >= this.x1 && bottom >= this.y1 : right > this.x1 && bottom > this.y1;
  }

  /** The rectangle encloses the box. */
  private encloses(at: number): boolean {
    const { boxes } = this.tree;
    return (
      (boxes[at] ?? NaN) >= this.x1 &&
      (boxes[at + 1] ?? NaN) >= this.y1 &&
      (boxes[at + 2] ?? NaN) <= this.x2 &&
      (boxes[at + 3] ?? NaN) <= this.y2
    );
  }

  /** `index` counts the boxes of a level, so that what is in one is found by shifting. */
  private mark(marks: Uint32Array, level: number, index: number): void {
    const node = ((this.starts[level] ?? 0) + index) * 4;
    if (!this.meets(node)) return;
    if (this.encloses(node)) this.markRows(marks, index, level, true);
    else if (level === 1) this.markRows(marks, index, level, false);
    else {
      const end = this.endOfChildren(level, index);
      for (let child = index << FANOUT_BITS; child < end; child += 1) this.mark(marks, level - 1, child);
    }
  }

  /** All rows below a node, or those of a leaf that meet the question. */
  private markRows(marks: Uint32Array, index: number, level: number, all: boolean): void {
    const { order } = this.tree;
    const count = 2 ** (level * FANOUT_BITS);
    const end = Math.min((index + 1) * count, order.length);
    for (let place = index * count; place < end; place += 1) {
      if (!all && !this.meets(place * 4)) continue;
      const row = order[place] ?? 0;
      const word = row >>> 5;
      marks[word] = (marks[word] ?? 0) | (1 << (row & 31));
      if (word < this.lowest) this.lowest = word;
      if (word > this.highest) this.highest = word;
    }
  }

  /** The marked rows, ascending; takes the marks away. */
  private marked(marks: Uint32Array, found: Uint32Array): Uint32Array {
    let count = 0;
    for (let word = this.lowest; word <= this.highest; word += 1) {
      for (let rest = marks[word] ?? 0; rest !== 0; rest &= rest - 1) {
        found[count] = word * 32 + (31 - Math.clz32(rest & -rest));
        count += 1;
      }
      marks[word] = 0;
    }
    return found.subarray(0, count);
  }

  /** Leaves out what holds nothing better: a million boxes over each other are answered by looking at a few. */
  private seek(level: number, index: number): void {
    const { leastArea, leastRow, order } = this.tree;
    const node = (this.starts[level] ?? 0) + index;
    const least = leastArea[node - order.length] ?? 0;
    if (this.best >= 0 && !isBetter(least, leastRow[node - order.length] ?? 0, this.bestArea, this.best)) return;
    if (!this.meets(node * 4)) return;
    const end = this.endOfChildren(level, index);
    for (let child = index << FANOUT_BITS; child < end; child += 1) {
      if (level > 1) this.seek(level - 1, child);
      else if (this.meets(child * 4)) this.consider(child);
    }
  }

  private consider(place: number): void {
    const area = areaOfBox(this.tree, place);
    const row = this.tree.order[place] ?? 0;
    if (this.best >= 0 && !isBetter(area, row, this.bestArea, this.best)) return;
    this.best = row;
    this.bestArea = area;
  }

  private gather(places: number[], level: number, index: number): void {
    if (!this.meets(((this.starts[level] ?? 0) + index) * 4)) return;
    const end = this.endOfChildren(level, index);
    for (let child = index << FANOUT_BITS; child < end; child += 1) {
      if (level > 1) this.gather(places, level - 1, child);
      else if (this.meets(child * 4)) places.push(child);
    }
  }

  /** Index behind the last box of the level below that is in this one. */
  private endOfChildren(level: number, index: number): number {
    const below = (this.starts[level] ?? 0) - (this.starts[level - 1] ?? 0);
    return Math.min((index + 1) << FANOUT_BITS, below);
  }
}

function isBetter(area: number, row: number, thanArea: number, thanRow: number): boolean {
  return area < thanArea || (area === thanArea && row < thanRow);
}

/** Not by subtraction: areas that no double holds are equal. */
function compared(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
