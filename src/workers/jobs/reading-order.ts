import { orderRows } from '../../core/order/reading-order.ts';
import type { Jobs } from '../jobs.ts';

export async function readingOrderJob(
  input: Jobs['readingOrder']['input'],
): Promise<{ output: Jobs['readingOrder']['output']; transfer: Transferable[] }> {
  const output = orderRows(input);
  return { output, transfer: [output.buffer] };
}
