import { readLarge } from '../../core/decode/read-large.ts';
import { sendDecoded } from '../../core/decode/sent.ts';
import type { Jobs } from '../jobs.ts';

/** The page keeps the answer as soon as it knows what it is, while it is decoded here. */
export async function readAnswerJob({
  raw,
  askedId,
  kind,
  told,
}: Jobs['readAnswer']['input']): Promise<{ output: Jobs['readAnswer']['output']; transfer: Transferable[] }> {
  const { reading, decode } = readLarge(raw, askedId, kind);
  // With options, as everywhere here: one argument is taken for the form that a window has.
  told.postMessage(reading, { transfer: [] });
  told.close();
  if (!decode) return { output: null, transfer: [] };
  const { sent, transfer } = sendDecoded(decode());
  return { output: sent, transfer };
}
