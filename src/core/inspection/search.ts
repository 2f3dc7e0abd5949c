import { fold } from './fold.ts';
import { foldedTexts, type FoldedTexts } from './folded-texts.ts';
import type { Inspection } from './inspection.ts';
import { bitsFor, itemsIn, setBit } from './item-bits.ts';
import { allItems } from './listed.ts';
import { rowsOfTexts } from './text-rows.ts';
import type { Texts } from './texts.ts';

/** What is searched for. */
export interface Wanted {
  /** Folded; never empty. */
  readonly words: string;
  /** Of an item, from 1; null when the words are no number. */
  readonly number: number | null;
  /** Only the item with that number, whatever the texts hold. */
  readonly numberOnly: boolean;
}

/** null: everything is wanted. `#12` is the item with that number only; `12` is it too, and every text that has it. */
export function wantedOf(query: string): Wanted | null {
  const words = fold(query);
  if (words === '') return null;
  const numeral = /^(#?)(\d{1,9})$/.exec(words);
  return { words, number: numeral ? Number(numeral[2]) : null, numberOnly: numeral?.[1] === '#' };
}

/** Items that match, ascending; all of them for an empty query. Case, accents and line breaks do not matter. */
export function searchItems(inspection: Inspection, query: string): Uint32Array<ArrayBuffer> {
  const wanted = wantedOf(query);
  if (!wanted) return allItems(inspection.itemCount);
  const found: Uint32Array[] = [];
  if (!wanted.numberOnly) {
    for (const { texts } of folded(inspection.texts).search(wanted.words)) found.push(texts);
  }
  return itemsFound(inspection, wanted, found);
}

/** The items of what was found: those whose text is among `texts` (text indices, in parts), and the one with the number. Ascending. */
export function itemsFound(
  inspection: Inspection,
  { number }: Pick<Wanted, 'number'>,
  texts: readonly Uint32Array[],
): Uint32Array<ArrayBuffer> {
  const { regions, itemCount } = inspection;
  const itemOf = itemsOfTexts(inspection);
  const bits = bitsFor(itemCount);
  for (const part of texts) {
    for (let at = 0; at < part.length; at += 1) {
      const item = itemOf[part[at] ?? 0] ?? -1;
      if (item >= 0) setBit(bits, item);
    }
  }
  if (number !== null && number > 0) {
    if (number <= regions.count) setBit(bits, number - 1);
    // Texts without a region have the number of their entry.
    const item = itemOf[number - 1] ?? -1;
    if (item >= regions.count) setBit(bits, item);
  }
  return itemsIn(bits);
}

/** Per text index: the item that shows it, or -1. Kept, as the pairing changes seldom and the query often. */
function itemsOfTexts({ regions, pairing, texts }: Inspection): Int32Array {
  const known = itemsOf.get(pairing);
  if (known) return known;
  const { textOfRow, loose } = pairing;
  const items = new Int32Array(texts.length).fill(-1);
  for (let row = 0; row < textOfRow.length; row += 1) {
    const text = textOfRow[row] ?? -1;
    if (text >= 0) items[text] = row;
  }
  for (let at = 0; at < loose.length; at += 1) items[loose[at] ?? 0] = regions.count + at;
  itemsOf.set(pairing, items);
  return items;
}

const itemsOf = new WeakMap<Inspection['pairing'], Int32Array>();

/** The texts change only with the answer, while pairing, frame and query change often. */
function folded(texts: Texts): FoldedTexts {
  const known = foldedOf.get(texts);
  if (known) return known;
  const made = foldedTexts(rowsOfTexts(texts));
  foldedOf.set(texts, made);
  return made;
}

const foldedOf = new WeakMap<Texts, FoldedTexts>();
