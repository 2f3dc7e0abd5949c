import { keepsUpright } from '../../geometry/affine.ts';
import { imageRectOf } from '../../inspection/inspection.ts';
import { itemProblems, itemText } from '../../inspection/items.ts';
import { hasFlag, receivedRect } from '../../inspection/region-table.ts';
import { type CsvCell, csvLine, unguarded } from '../csv.ts';
import type { ExportInput, ExportWork } from './exporter.ts';
import { inOrder, orderWords } from './in-order.ts';
import { itemConfidence, itemIndex, itemKind, itemLevel, itemParent } from './item-facts.ts';
import { counted, LossCount, type LossWords, UNCARRIED, uncarried } from './losses.ts';
import { visited, written } from './turns.ts';

/** The header. x1 to y2 are as received; image_x1 to image_y2 are the upright box in pixels of the image as shown. */
export const CSV_COLUMNS = [
  'index',
  'kind',
  'level',
  'parent',
  'x1',
  'y1',
  'x2',
  'y2',
  'image_x1',
  'image_y1',
  'image_x2',
  'image_y2',
  'confidence',
  'text',
  'problems',
] as const;

const KINDS = ['guarded', 'uncarried', 'slanted'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number], LossWords>> = {
  guarded: (count, one) =>
    one
      ? '1 cell begins as a formula does: an apostrophe before it keeps spreadsheets from running it.'
      : `${count} cells begin as a formula does: an apostrophe before each keeps spreadsheets from running it.`,
  uncarried: UNCARRIED,
  slanted: (count, one) =>
    one
      ? '1 region lies slanted on the image: a row has room for the upright box round it only. JSON has its corners.'
      : `${count} regions lie slanted on the image: a row has room for the upright box round each only. JSON has their corners.`,
};

/** RFC 4180 with a header, CRLF, UTF-8 without a mark. */
export const csvRows: ExportWork = {
  outlook: async (input, signal) => {
    const { inspection, items, order } = input;
    const losses = new LossCount(WORDS, KINDS);
    const slants = !keepsUpright(inspection.frame);
    await visited(items, signal, (item) => {
      for (const cell of wordsOf(input, item)) {
        if (cell === null) continue;
        if (isGuarded(cell)) losses.add('guarded');
        losses.add('uncarried', uncarried(cell));
      }
      if (slants && item < inspection.regions.count && !hasFlag(inspection.regions, item, 'refused'))
        losses.add('slanted');
    });
    const count = items.length;
    const rows = `${counted(count)} ${count === 1 ? 'row' : 'rows'} under a header`;
    return { count, holds: `${rows}, ${orderWords(order)}.`, losses: losses.list() };
  },
  async *make(input, run) {
    yield csvLine(CSV_COLUMNS);
    const items = await inOrder(input.inspection, input.items, input.order, run.signal);
    yield* written(items, run, (item) => csvLine(cellsOf(input, item)));
  },
};

function cellsOf(input: ExportInput, item: number): CsvCell[] {
  const { inspection } = input;
  const boxes =
    item < inspection.regions.count
      ? [receivedRect(inspection.regions, item), imageRectOf(inspection, item)]
      : [NOWHERE, NOWHERE];
  return [
    itemIndex(inspection, item),
    itemKind(inspection, item),
    itemLevel(inspection, item),
    itemParent(inspection, item),
    // Numbers that are none are empty cells.
    ...boxes.flatMap(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2]),
    itemConfidence(inspection, item),
    ...wordsOf(input, item),
  ];
}

const NOWHERE = { x1: NaN, y1: NaN, x2: NaN, y2: NaN };

/** The cells that hold words of others: the text, and problems joined by "; ". */
function wordsOf({ inspection }: ExportInput, item: number): readonly (string | null)[] {
  const problems = itemProblems(inspection, item).map(({ what }) => what);
  return [itemText(inspection, item), problems.join('; ') || null];
}

/** Asked of the writer itself, so that what is counted is what is done. */
function isGuarded(cell: string): boolean {
  return unguarded(`'${cell}`) !== `'${cell}`;
}
