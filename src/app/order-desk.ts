import type { Inspection } from '../core/inspection/inspection.ts';
import type { ReadingOrder } from '../core/order/choice.ts';
import { FEW_TO_ORDER, orderInput, orderOf } from '../core/order/reading-order.ts';
import { run } from '../workers/run.ts';

/** null: there are too many to put them in order here and now. */
export function orderFew(inspection: Inspection, by: ReadingOrder): Uint32Array | null {
  return inspection.regions.count > FEW_TO_ORDER && by !== 'received' ? null : orderOf(inspection, by);
}

/** In a worker. Rejects when `signal` aborts or the worker breaks. */
export function orderMany(
  inspection: Inspection,
  by: Exclude<ReadingOrder, 'received'>,
  signal: AbortSignal,
): Promise<Uint32Array> {
  const { received, parent, rows, axes } = orderInput(inspection, by);
  const copies = { received: received.slice(), parent: parent.slice(), rows: rows.slice(), axes };
  const transfer = [copies.received.buffer, copies.parent.buffer, copies.rows.buffer];
  return run('readingOrder', copies, { signal, transfer });
}
