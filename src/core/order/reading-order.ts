import { treeOf } from '../geometry/region-tree.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { type Axes, axesOf } from './axes.ts';
import { type Boxes, boxesOf, createBoxes, lineUnit } from './boxes.ts';
import type { ReadingOrder } from './choice.ts';
import { piecesOf } from './pieces.ts';
import { familiesOf } from './families.ts';
import { xyCut } from './xy-cut.ts';

/** What an order is made of; survives a structured clone. */
export interface OrderInput {
  /** Four numbers a row, as received. */
  readonly received: Float64Array<ArrayBuffer>;
  /** Row of the parent, or -1; parents stand before their children. */
  readonly parent: Int32Array<ArrayBuffer>;
  /** Rows that have a box with area, ascending. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly axes: Axes;
}

/** More are put in order in a worker: in heaps that no line parts, 4,800 took 413 ms. */
export const FEW_TO_ORDER = 400;

/** Every drawable row once, in the order it is to be read in. The same for the same answer and turn of the frame. */
export function orderOf(inspection: Inspection, choice: ReadingOrder): Uint32Array<ArrayBuffer> {
  if (choice === 'received') return treeOf(inspection.regions).rows;
  return orderRows(orderInput(inspection, choice));
}

/** Copies nothing: what is sent to a worker has to be. */
export function orderInput({ regions, frame }: Inspection, choice: Exclude<ReadingOrder, 'received'>): OrderInput {
  const { received, parent } = regions;
  return { received, parent, rows: treeOf(regions).rows, axes: axesOf(frame, choice === 'columns from the right') };
}

/** Each parent before its children, the children of each as the columns go. */
export function orderRows({ received, parent, rows, axes }: OrderInput): Uint32Array<ArrayBuffer> {
  const boxes = boxesOf(received, rows, axes);
  const unit = lineUnit(boxes);
  const families = familiesOf(parent, rows);
  if (!families) return rowsAt(rows, inOrder(boxes, unit));

  const { starts, members } = families;
  const order = new Uint32Array(rows.length);
  const waiting: number[] = [];
  const queue = (family: number) => {
    const own = members.subarray(starts[family] ?? 0, starts[family + 1] ?? 0);
    if (own.length === 0) return;
    const sorted = own.length === 1 ? Uint32Array.of(0) : inOrder(pick(boxes, own), unit);
    for (let i = sorted.length - 1; i >= 0; i -= 1) waiting.push(own[sorted[i] ?? 0] ?? 0);
  };
  queue(0);
  for (let place = 0; place < order.length; place += 1) {
    const at = waiting.pop() ?? 0;
    order[place] = rows[at] ?? 0;
    queue(at + 1);
  }
  return order;
}

/** Of boxes among themselves: words to pieces of lines, these by columns. */
function inOrder(boxes: Boxes, unit: number): Uint32Array<ArrayBuffer> {
  const pieces = piecesOf(boxes, unit);
  const order = new Uint32Array(boxes.count);
  let place = 0;
  for (const piece of xyCut(pieces, unit)) {
    for (let i = pieces.first[piece] ?? -1; i >= 0; i = pieces.next[i] ?? -1) {
      order[place] = i;
      place += 1;
    }
  }
  return order;
}

function pick({ x1, y1, x2, y2 }: Boxes, at: Uint32Array): Boxes {
  const picked = createBoxes(at.length);
  at.forEach((from, i) => {
    picked.x1[i] = x1[from] ?? 0;
    picked.y1[i] = y1[from] ?? 0;
    picked.x2[i] = x2[from] ?? 0;
    picked.y2[i] = y2[from] ?? 0;
  });
  return picked;
}

function rowsAt(rows: Uint32Array, places: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  for (let i = 0; i < places.length; i += 1) places[i] = rows[places[i] ?? 0] ?? 0;
  return places;
}
