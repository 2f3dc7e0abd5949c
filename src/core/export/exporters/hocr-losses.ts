import { keepsUpright } from '../../geometry/affine.ts';
import { itemText } from '../../inspection/items.ts';
import type { ExportInput } from './exporter.ts';
import { isWritten, type Nested } from './hocr-tree.ts';
import { boxOf, NO_XML, plain } from './hocr-values.ts';
import { LEFT_OUT, LossCount, type LossWords } from './losses.ts';
import { visited } from './turns.ts';

const KINDS = ['refused', 'texts', 'held', 'rounded', 'cut', 'slanted', 'spaces', 'uncarried', 'tooDeep'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number], LossWords>> = {
  ...LEFT_OUT,
  held: (count, one) =>
    one
      ? '1 text differs from those of the regions inside its own: theirs are written.'
      : `${count} texts differ from those of the regions inside their own: theirs are written.`,
  rounded: (count, one) =>
    one
      ? '1 box has parts of pixels: it is widened to whole ones.'
      : `${count} boxes have parts of pixels: they are widened to whole ones.`,
  cut: (count, one) =>
    one
      ? '1 box reaches beyond 0 to 2,147,483,647, the numbers that a box can have: it is cut there.'
      : `${count} boxes reach beyond 0 to 2,147,483,647, the numbers that a box can have: they are cut there.`,
  slanted: (count, one) =>
    one
      ? '1 region lies slanted on the image: the upright box round it is written.'
      : `${count} regions lie slanted on the image: the upright box round each is written.`,
  spaces: (count, one) =>
    one
      ? '1 text has line breaks or spaces that readers of hOCR take for one space, or for none at its ends.'
      : `${count} texts have line breaks or spaces that readers of hOCR take for one space, or for none at their ends.`,
  uncarried: (count, one) =>
    one
      ? '1 character is written as U+FFFD: XML cannot carry it.'
      : `${count} characters are written as U+FFFD: XML cannot carry them.`,
  tooDeep: (count, one) =>
    one
      ? '1 region stands deeper than 40 levels: it is written beside those it stands in.'
      : `${count} regions stand deeper than 40 levels: they are written beside those they stand in.`,
};
/** Longer texts of regions that hold others are not compared with theirs: each is some milliseconds. */
const MOST_COMPARED = 100_000;

/** What of these regions hOCR cannot hold, or holds in another way, as sentences. */
export async function hocrLosses(input: ExportInput, tree: Nested, signal: AbortSignal): Promise<readonly string[]> {
  const { inspection, items } = input;
  const losses = new LossCount(WORDS, KINDS);
  const { rows, told, deep } = tree;
  const slants = !keepsUpright(inspection.frame);
  await visited(items, signal, (item) => {
    if (item >= inspection.regions.count) losses.add('texts');
    else if (!isWritten(inspection, item)) losses.add('refused');
  });
  await visited(rows, signal, (row) => {
    const { isCut, isRounded } = boxOf(inspection, row);
    if (isCut) losses.add('cut');
    if (isRounded) losses.add('rounded');
    if (slants) losses.add('slanted');
    if (told[row] === 1) return;
    const text = itemText(inspection, row) ?? '';
    if (plain(text) !== text) losses.add('spaces');
    losses.add('uncarried', plain(text).match(NO_XML)?.length ?? 0);
  });
  losses.add('held', await heldCount(input, tree, signal));
  losses.add('tooDeep', deep);
  return losses.list();
}

/** How many regions have a text that those inside them do not say. White space is how the regions are written, and does not count. */
async function heldCount(
  { inspection, items }: ExportInput,
  { around, told }: Nested,
  signal: AbortSignal,
): Promise<number> {
  // Per region what those inside say, as far as they are known, without white space.
  const inside = new Map<number, string>();
  let count = 0;
  // As received, which a text of several regions is made by. Children stand behind their parents.
  await visited(items.toReversed(), signal, (row) => {
    if (!isWritten(inspection, row)) return;
    const held = inside.get(row) ?? '';
    inside.delete(row);
    const own = itemText(inspection, row) ?? '';
    const ink = own.length > MOST_COMPARED && told[row] === 1 ? held : own.replace(/\s+/g, '');
    if (told[row] === 1 && ink !== '' && ink !== held) count += 1;
    const outer = around[row] ?? -1;
    if (outer >= 0) inside.set(outer, (told[row] === 1 ? held : ink) + (inside.get(outer) ?? ''));
  });
  return count;
}
