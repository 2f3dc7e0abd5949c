import { hasFlag, receivedRect } from '../../inspection/region-table.ts';
import { rectOfRequest } from '../rect-of-request.ts';
import type { ExportInput, ExportWork } from './exporter.ts';
import { inOrder } from './in-order.ts';
import { counted, LEFT_OUT, LossCount, type LossWords } from './losses.ts';
import { visited, written } from './turns.ts';

const KINDS = ['refused', 'texts', 'tooFar', 'rounded', 'swapped'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number], LossWords>> = {
  ...LEFT_OUT,
  tooFar: (count, one) =>
    one
      ? '1 region has a coordinate beyond 32 bits and is left out: a request cannot say it.'
      : `${count} regions have a coordinate beyond 32 bits and are left out: a request cannot say them.`,
  rounded: (count, one) =>
    one
      ? '1 region has parts of pixels: it is widened to whole ones.'
      : `${count} regions have parts of pixels: they are widened to whole ones.`,
  swapped: (count, one) =>
    one
      ? '1 region came with its corners swapped: they are put in order.'
      : `${count} regions came with their corners swapped: they are put in order.`,
};
/** `topLeftX` and its like are int32 in the service's OpenAPI file. */
const FARTHEST = 2 ** 31 - 1;

/**
 * `regions` of the settings of a RecognizeRegions request. As received and never through the frame: the service reads its own
 * pixels. `order` is the reading order that was chosen, else that of the request these came from, else their place here.
 */
export const requestRegions: ExportWork = {
  outlook: async (input, signal) => {
    const { regions } = input.inspection;
    const losses = new LossCount(WORDS, KINDS);
    let count = 0;
    await visited(input.items, signal, (item) => {
      const why = leftOut(input, item);
      if (why) {
        losses.add(why);
        return;
      }
      count += 1;
      const { x1, y1, x2, y2 } = receivedRect(regions, item);
      if (![x1, y1, x2, y2].every(Number.isInteger)) losses.add('rounded');
      if (x1 > x2 || y1 > y2) losses.add('swapped');
    });
    const holds = `${counted(count)} ${count === 1 ? 'rectangle' : 'rectangles'} in whole pixels as received, each with its order.`;
    return { count, holds, losses: losses.list() };
  },
  async *make(input, run) {
    const { inspection, order } = input;
    const asSent = order ? null : inspection.order;
    let count = 0;
    yield '[';
    yield* written(await inOrder(inspection, input.items, order, run.signal), run, (item) => {
      const rect = leftOut(input, item) ? null : rectOfRequest(inspection.regions, item);
      if (rect === null) return '';
      const line = `${count === 0 ? '' : ','}\n  {"rect": ${rect}, "order": ${asSent ? (asSent[item] ?? 0) : count}}`;
      count += 1;
      return line;
    });
    yield `${count === 0 ? '' : '\n'}]\n`;
  },
};

/** Why a request has no place for it; null when it has. */
function leftOut({ inspection: { regions } }: ExportInput, item: number): 'texts' | 'refused' | 'tooFar' | null {
  if (item >= regions.count) return 'texts';
  if (hasFlag(regions, item, 'refused')) return 'refused';
  const { x1, y1, x2, y2 } = receivedRect(regions, item);
  return [x1, y1, x2, y2].every((value) => Math.ceil(Math.abs(value)) <= FARTHEST) ? null : 'tooFar';
}
