import type { Inspection } from './inspection.ts';
import { itemNumber, textIndexOf } from './items.ts';
import { textAt } from './texts.ts';

/**
 * Items that match, ascending; all of them for an empty query. Case, accents and line breaks do not matter.
 * `#12` finds the item with that number only; `12` finds it too, and every text that has it.
 */
export function searchItems(inspection: Inspection, query: string): Uint32Array<ArrayBuffer> {
  const wanted = fold(query);
  const found = new Uint32Array(inspection.itemCount);
  if (wanted === '') return found.map((_, item) => item);
  const texts = foldedTexts(inspection.texts);
  const numeral = /^(#?)(\d{1,9})$/.exec(wanted);
  const number = numeral ? Number(numeral[2]) : -1;
  const numberOnly = numeral?.[1] === '#';
  let count = 0;
  for (let item = 0; item < inspection.itemCount; item += 1) {
    const byNumber = itemNumber(inspection, item) === number;
    if (byNumber || (!numberOnly && texts[textIndexOf(inspection, item)]?.includes(wanted))) found[count++] = item;
  }
  return found.slice(0, count);
}

/** The texts change only with the answer, while pairing, frame and query change often. */
const foldedOf = new WeakMap<Inspection['texts'], readonly string[]>();

function foldedTexts(texts: Inspection['texts']): readonly string[] {
  const known = foldedOf.get(texts);
  if (known) return known;
  const folded = Array.from({ length: texts.length }, (_, index) => fold(textAt(texts, index) ?? ''));
  foldedOf.set(texts, folded);
  return folded;
}

// Not all of \p{M}: vowel signs of Indic scripts and the voicing mark of kana make other words, not accents.
const ACCENTS =
  // oxlint-disable-next-line no-misleading-character-class -- single combining marks are what is meant
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** Soft hyphen, zero-width characters, direction marks: nobody types them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// oxlint-disable-next-line no-control-regex -- plain ASCII, control characters included, needs no folding
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** What the search compares: no case, accents or invisible characters. Upper case, as it makes one of ß and ss, and of both small sigmas. */
export function fold(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.normalize('NFKD').replace(ACCENTS, '').replace(INVISIBLE, '') : text;
  return plain.toLowerCase().toUpperCase().replace(/\s+/g, ' ').trim();
}
