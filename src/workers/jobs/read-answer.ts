import { readLarge } from '../../core/decode/read-large.ts';
import { sendDecoded } from '../../core/decode/sent.ts';
import type { Jobs } from '../jobs.ts';

export async function readAnswerJob({
  raw,
  askedId,
  kind,
}: Jobs['readAnswer']['input']): Promise<{ output: Jobs['readAnswer']['output']; transfer: Transferable[] }> {
  const { reading, decoded } = readLarge(raw, askedId, kind);
  if (!decoded) return { output: { reading, decoded: null }, transfer: [] };
  const { sent, transfer } = sendDecoded(decoded);
  return { output: { reading, decoded: sent }, transfer };
}
