import type { Inspection } from '../inspection/inspection.ts';
import { receivedRect } from '../inspection/region-table.ts';
import { ItemScan } from './item-scan.ts';
import type { Span } from '../span.ts';
import type { Steps } from '../steps.ts';
import type { WireEntry } from './wire-entry.ts';
import { rowsOfEntry } from './wire-items.ts';

/** Where each box of an entry stands in its decoded bytes. */
export type WireBoxes = Pick<ItemScan, 'spanOf' | 'itemAt'>;

/** Rows that are compared; those that were refused say nothing. */
const COMPARED = 50;

/**
 * Finds the boxes of a list of rectangles: its elements, or those of the lists of its pages. Gives way after every few milliseconds; ends with
 * null where rows and elements cannot be told to be the same: other formats tell the places of their rows (`item-places.ts`).
 */
export function* findBoxes(inspection: Inspection, entry: number, wire: WireEntry): Steps<WireBoxes | null> {
  const { from, to } = rowsOfEntry(inspection, entry);
  if (from === to) return null;
  if (inspection.ownTexts) return null;
  for (const level of [1, 2] as const) {
    const scan = new ItemScan(wire.content, level);
    while (scan.step()) yield;
    if (scan.count >= to - from && agrees(inspection, { from, to }, scan, wire)) return scan;
  }
  return null;
}

/** The first row that can be compared has the numbers that stand there. */
function agrees(inspection: Inspection, { from, to }: Span, scan: ItemScan, wire: WireEntry): boolean {
  for (let row = from; row < Math.min(to, from + COMPARED); row += 1) {
    const { x1, y1, x2, y2 } = receivedRect(inspection.regions, row);
    if (Number.isNaN(x1)) continue;
    const span = scan.spanOf(row - from);
    const read = span && numbersIn(new TextDecoder().decode(wire.content.read(span)));
    return read !== null && [x1, y1, x2, y2].every((value, at) => read[at] === value);
  }
  return scan.count === to - from;
}

function numbersIn(text: string): readonly number[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length === 4 ? value.map(Number) : null;
  } catch {
    return null;
  }
}
