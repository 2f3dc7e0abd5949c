import type { Problem } from '../problem.ts';
import { flagProblems } from './flag-words.ts';
import { imageRectOf, type Inspection } from './inspection.ts';
import { hasFlag } from './region-table.ts';
import { textAt } from './texts.ts';

/** `Region 7`, `Text 7` for a text without a rectangle, `Whole text` for one merged text. */
export function itemName(inspection: Inspection, item: number): string {
  if (item < inspection.regions.count) return `Region ${item + 1}`;
  return inspection.pairing.whole ? 'Whole text' : `Text ${itemNumber(inspection, item)}`;
}

/** The number in the name: of the entry in what was received, from 1. */
export function itemNumber(inspection: Inspection, item: number): number {
  return item < inspection.regions.count ? item + 1 : textIndexOf(inspection, item) + 1;
}

/** Exactly as received; null when the item has none. */
export function itemText(inspection: Inspection, item: number): string | null {
  return textAt(inspection.texts, textIndexOf(inspection, item));
}

/** Index into `texts` of the text that an item shows, or -1. */
export function textIndexOf({ regions, pairing }: Inspection, item: number): number {
  const found = item < regions.count ? pairing.textOfRow[item] : pairing.loose[item - regions.count];
  return found ?? -1;
}

/**
 * Items in the order the list shows them: a merged text is what the person came for and stands before the regions, which have
 * no text then. Takes and gives items ascending otherwise; giving it its own answer changes nothing.
 */
export function listingOrder({ pairing, itemCount }: Inspection, items: Uint32Array): Uint32Array {
  const last = items.length - 1;
  if (!pairing.whole || items[last] !== itemCount - 1) return items;
  const listed = new Uint32Array(items.length);
  listed[0] = itemCount - 1;
  listed.set(items.subarray(0, last), 1);
  return listed;
}

/** Its accessible name: the name and then its text, or `no text`. */
export function itemLabel(inspection: Inspection, item: number): string {
  const text = itemText(inspection, item)?.trim();
  return `${itemName(inspection, item)} ${text ? text : 'no text'}`;
}

/** Everything that is to be said of one item: refusal, flags, where it lies, its text. `padded`: as of `flagProblems`. */
export function itemProblems(inspection: Inspection, item: number, padded = false): readonly Problem[] {
  const { regions, regionProblems, textProblems } = inspection;
  const ofText = textProblems.get(textIndexOf(inspection, item)) ?? [];
  if (item >= regions.count) return ofText;
  return [
    ...(regionProblems.get(item) ?? []),
    ...flagProblems(regions, item, padded),
    ...placeProblems(inspection, item),
    ...ofText,
  ];
}

/** Something about it needs a look. Notes do not count. Cheap: asked for every row on screen. */
export function isFlagged(inspection: Inspection, item: number): boolean {
  if ((inspection.regions.flags[item] ?? 0) !== 0 || inspection.outside[item] === 1) return true;
  const ofText = inspection.textProblems.get(textIndexOf(inspection, item)) ?? [];
  return inspection.regionProblems.has(item) || ofText.some(({ severity }) => severity !== 'note');
}

function placeProblems(inspection: Inspection, item: number): Problem[] {
  const { imageSize, outside, regions } = inspection;
  if (!imageSize || outside[item] !== 1 || hasFlag(regions, item, 'refused')) return [];
  const { x1, y1, x2, y2 } = imageRectOf(inspection, item);
  const touches = x1 < imageSize.width && y1 < imageSize.height && x2 > 0 && y2 > 0;
  const size = `${imageSize.width} x ${imageSize.height} px`;
  const what = touches ? `reaches beyond the image (${size})` : `lies wholly outside the image (${size})`;
  return [{ where: itemName(inspection, item), what, severity: 'warning' }];
}
