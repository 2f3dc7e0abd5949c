import { decodeAnswer } from '../../core/decode/index.ts';
import { sendDecoded } from '../../core/decode/sent.ts';
import type { Jobs } from '../jobs.ts';

/** Columns are moved, not copied: what crosses costs the same for ten rectangles and for a million. */
export async function decodeAnswerJob({
  results,
  kind,
}: Jobs['decodeAnswer']['input']): Promise<{ output: Jobs['decodeAnswer']['output']; transfer: Transferable[] }> {
  const { sent, transfer } = sendDecoded(decodeAnswer(results, kind));
  return { output: sent, transfer };
}
