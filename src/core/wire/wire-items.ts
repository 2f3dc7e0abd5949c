import type { Inspection } from '../inspection/inspection.ts';
import { textIndexOf } from '../inspection/items.ts';
import type { TaskKind } from '../ocr/contract.ts';
import { lastUpTo } from '../last-up-to.ts';

/** Which part of an answer an item of the list came from. */
export interface ItemSource {
  /** Index in `results`. */
  readonly entry: number;
  /** Of the entry's own boxes, from 0; null: the item is the whole entry, a text. */
  readonly box: number | null;
}

/** The rows of a table that one entry gave, `from` to before `to`. */
export function rowsOfEntry({ regions }: Inspection, entry: number): { readonly from: number; readonly to: number } {
  return { from: firstRow(regions.entry, entry), to: firstRow(regions.entry, entry + 1) };
}

/**
 * Where an item came from in the answer of a task: its box, or else its text. null: nothing of it is in that answer.
 */
export function sourceOfItem(inspection: Inspection, kind: TaskKind, item: number): ItemSource | null {
  const { regions, regionSource } = inspection;
  if (regionSource === kind && item < regions.count) {
    const entry = regions.entry[item] ?? 0;
    return { entry, box: item - firstRow(regions.entry, entry) };
  }
  if (kind !== 'recognition' || inspection.ownTexts) return null;
  const entry = entryOfText(inspection, textIndexOf(inspection, item));
  return entry < 0 ? null : { entry, box: null };
}

/** The item that an entry, or one of its boxes, is shown as; null: none. */
export function itemOfSource(inspection: Inspection, kind: TaskKind, { entry, box }: ItemSource): number | null {
  const { regions, pairing, regionSource } = inspection;
  if (regionSource === kind) {
    const { from, to } = rowsOfEntry(inspection, entry);
    // What stands behind the last one, such as a bracket, is nearest to it.
    if (from < to) return Math.min(from + Math.max(box ?? 0, 0), to - 1);
  }
  if (kind !== 'recognition' || inspection.ownTexts) return null;
  const text = textOfEntry(inspection, entry);
  if (text < 0) return null;
  const row = pairing.textOfRow.indexOf(text);
  if (row >= 0) return row;
  const loose = pairing.loose.indexOf(text);
  return loose < 0 ? null : regions.count + loose;
}

/** -1: the text is of no entry. */
function entryOfText({ texts, textEntries }: Inspection, text: number): number {
  if (text < 0 || text >= texts.length) return -1;
  return textEntries ? (textEntries[text] ?? -1) : text;
}

function textOfEntry({ texts, textEntries }: Inspection, entry: number): number {
  if (!textEntries) return entry < texts.length ? entry : -1;
  const at = lastUpTo(textEntries, entry);
  return textEntries[at] === entry ? at : -1;
}

/** Rows stand in the order of their entries. */
function firstRow(entries: Uint32Array, entry: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
