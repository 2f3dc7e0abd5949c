import { readPasted } from '../../core/intake/read-pasted.ts';
import { sendIntake } from '../../core/intake/sent.ts';
import type { Jobs } from '../jobs.ts';

export async function readPastedJob({
  text,
  known,
}: Jobs['readPasted']['input']): Promise<{ output: Jobs['readPasted']['output']; transfer: Transferable[] }> {
  const { sent, transfer } = sendIntake(readPasted(text, known));
  return { output: sent, transfer };
}
