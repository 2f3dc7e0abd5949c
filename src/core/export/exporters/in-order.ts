import type { Inspection } from '../../inspection/inspection.ts';
import { listingOrder } from '../../inspection/items.ts';
import { visited } from './turns.ts';

/**
 * Items as they are to be written: a text of the whole first, then in the reading order, then what the order does not name.
 * Works in turns.
 *
 * @param items ascending, each once
 * @param order rows; null: as received
 * @throws the signal's reason when aborted
 */
export async function inOrder(
  inspection: Inspection,
  items: Uint32Array,
  order: Uint32Array | null,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const listed = listingOrder(inspection, items);
  if (!order) return listed;
  const wanted = await markedItems(inspection, items, signal);
  const found = new Uint32Array(items.length);
  let length = 0;
  const take = (item: number) => {
    if (wanted[item] !== 1) return;
    wanted[item] = 2;
    found[length] = item;
    length += 1;
  };
  // What stands before the regions in the list is the text of the whole.
  if (listed !== items) take(listed[0] ?? -1);
  await visited(order, signal, take);
  await visited(items, signal, take);
  return found;
}

/** Per item of the inspection 1 where it is one of these. Works in turns. */
export async function markedItems(
  { itemCount }: Inspection,
  items: Uint32Array,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const marked = new Uint8Array(itemCount);
  await visited(items, signal, (item) => (marked[item] = 1));
  return marked;
}

/** `as received` or `in the reading order that was chosen`. */
export function orderWords(order: Uint32Array | null): string {
  return order ? 'in the reading order that was chosen' : 'in the order received';
}
