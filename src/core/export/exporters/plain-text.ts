import type { Inspection } from '../../inspection/inspection.ts';
import { itemText } from '../../inspection/items.ts';
import type { ExportInput, ExportWork } from './exporter.ts';
import { inOrder, markedItems, orderWords } from './in-order.ts';
import { counted, LossCount, UNCARRIED, uncarried, type LossWords } from './losses.ts';
import { visited, written } from './turns.ts';

const KINDS = ['noText', 'uncarried'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number], LossWords>> = {
  noText: (count, one) =>
    one ? '1 region has no text and leaves no line.' : `${count} regions have no text and leave no line.`,
  uncarried: UNCARRIED,
};

/** Every text as received, each ended by a line break unless it ends in one. */
export const plainText: ExportWork = {
  outlook: async (input, signal) => {
    const { inspection, items, order } = input;
    const tells = await teller(input, signal);
    const losses = new LossCount(WORDS, KINDS);
    let count = 0;
    await visited(items, signal, (item) => {
      const text = itemText(inspection, item);
      if (text === null) losses.add('noText');
      else if (tells(item)) {
        count += 1;
        losses.add('uncarried', uncarried(text));
      }
    });
    const holds = `${counted(count)} ${count === 1 ? 'text' : 'texts'}, ${orderWords(order)}, each on a line of its own.`;
    return { count, holds, losses: losses.list() };
  },
  async *make(input, run) {
    const { inspection, items, order } = input;
    const tells = await teller(input, run.signal);
    yield* written(await inOrder(inspection, items, order, run.signal), run, (item) => {
      const text = itemText(inspection, item);
      if (text === null || !tells(item)) return '';
      return text.endsWith('\n') ? text : `${text}\n`;
    });
  },
};

/** A block has the text of its lines, and a line that of its words: what a written one holds already is not written twice. */
async function teller({ inspection, items }: ExportInput, signal: AbortSignal): Promise<(item: number) => boolean> {
  if (!isNested(inspection)) return () => true;
  const { parent } = inspection.regions;
  const wanted = await markedItems(inspection, items, signal);
  return (item) => {
    // Beyond the table, where texts without a rectangle are, nothing has a parent.
    let row = parent[item] ?? -1;
    for (let steps = 0; row >= 0 && steps < MOST_LEVELS; steps += 1) {
      if (wanted[row] === 1 && itemText(inspection, row) !== null) return false;
      row = parent[row] ?? -1;
    }
    return true;
  };
}

/** Deeper than any page is nested; parents that run in a circle end here. */
const MOST_LEVELS = 64;

function isNested({ regions }: Inspection): boolean {
  // By hand: a call for each of a million rows is felt.
  const { count, parent } = regions;
  for (let row = 0; row < count; row += 1) if ((parent[row] ?? -1) >= 0) return true;
  return false;
}
