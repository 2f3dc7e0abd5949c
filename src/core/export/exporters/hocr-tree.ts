import type { Inspection } from '../../inspection/inspection.ts';
import { itemText } from '../../inspection/items.ts';
import { hasFlag } from '../../inspection/region-table.ts';
import type { ExportInput } from './exporter.ts';
import { plain } from './hocr-values.ts';
import { inOrder, markedItems } from './in-order.ts';
import { itemLevel } from './item-facts.ts';
import { everyPlace, visited } from './turns.ts';

const DEEPEST = 40;

/** The regions that are written, as a tree. Per-row columns are as long as the table. */
export interface Nested {
  /** In the order of the document: those that stand in no page first. */
  readonly rows: Uint32Array;
  /** How many of them, from the first, stand in no page. */
  readonly loose: number;
  /** The nearest region round a row that is written too, or -1. */
  readonly around: Int32Array;
  /** 1: some region inside it has a text. */
  readonly told: Uint8Array;
  /** Places in `TAGS`. */
  readonly tags: Uint8Array;
  /** How many were moved outwards. */
  readonly deep: number;
}

/** A paragraph of HTML holds nothing that begins a line of its own. */
export const TAGS = ['div', 'p', 'span'] as const;
export const [DIV, P, SPAN] = [0, 1, 2] as const;

/** Siblings follow the order that is asked for; a region stands where the first of those inside it does. */
export async function nested({ inspection, items, order }: ExportInput, signal: AbortSignal): Promise<Nested> {
  const { count, parent } = inspection.regions;
  const room = new Uint32Array(items.length);
  let length = 0;
  await visited(items, signal, (item) => {
    if (isWritten(inspection, item)) room[length++] = item;
  });
  const chosen = room.subarray(0, length);
  const marked = await markedItems(inspection, chosen, signal);
  const around = new Int32Array(count).fill(-1);
  const depth = new Uint8Array(count);
  const tags = new Uint8Array(count);
  let deep = 0;
  // Parents stand before their children.
  await everyPlace(count, signal, (row) => {
    const above = parent[row] ?? -1;
    let outer = above < 0 || above >= row ? -1 : marked[above] === 1 ? above : (around[above] ?? -1);
    if (marked[row] === 1 && outer >= 0 && depth[outer] === DEEPEST) {
      outer = around[outer] ?? -1;
      deep += 1;
    }
    around[row] = outer;
    depth[row] = outer < 0 ? 0 : (depth[outer] ?? 0) + 1;
    const level = itemLevel(inspection, row);
    const isInline = level === 'line' || level === 'word' || (outer >= 0 && tags[outer] !== DIV);
    tags[row] = isInline ? SPAN : level === 'paragraph' ? P : DIV;
  });
  const listed = await inOrder(inspection, chosen, order, signal);
  const rank = new Uint32Array(count);
  await everyPlace(listed.length, signal, (place) => (rank[listed[place] ?? 0] = place));
  const told = new Uint8Array(count);
  await everyPlace(chosen.length, signal, (at) => {
    const row = chosen[chosen.length - 1 - at] ?? 0;
    const outer = around[row] ?? -1;
    if (outer < 0) return;
    rank[outer] = Math.min(rank[outer] ?? 0, rank[row] ?? 0);
    if (told[row] === 1 || plain(itemText(inspection, row) ?? '') !== '') told[outer] = 1;
  });
  // Lists of siblings, filled from the last; behind those of the rows the two of the outermost.
  const first = new Int32Array(count + 2).fill(-1);
  const next = new Int32Array(count).fill(-1);
  await everyPlace(listed.length, signal, (at) => {
    const place = listed.length - 1 - at;
    for (let row = listed[place] ?? -1; row >= 0 && rank[row] === place; row = around[row] ?? -1) {
      const outer = around[row] ?? -1;
      const list = outer >= 0 ? outer : itemLevel(inspection, row) === 'page' ? count + 1 : count;
      next[row] = first[list] ?? -1;
      first[list] = row;
    }
  });
  const rows = new Uint32Array(listed.length);
  let loose = 0;
  let row = first[count] ?? -1;
  await everyPlace(rows.length, signal, (place) => {
    if (row < 0) {
      loose = place;
      row = first[count + 1] ?? -1;
    }
    rows[place] = row;
    let after = first[row] ?? -1;
    for (let open = row; after < 0 && open >= 0; open = around[open] ?? -1) after = next[open] ?? -1;
    row = after;
  });
  return { rows, loose: (first[count + 1] ?? -1) < 0 ? rows.length : loose, around, told, tags, deep };
}

/** It is a rectangle. */
export function isWritten({ regions }: Inspection, item: number): boolean {
  return item < regions.count && !hasFlag(regions, item, 'refused');
}
