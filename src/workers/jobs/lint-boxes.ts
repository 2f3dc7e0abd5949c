import { boxLintBuffers, lintBoxes } from '../../core/lint/box-lint.ts';
import type { Jobs } from '../jobs.ts';

export async function lintBoxesJob(
  boxes: Jobs['lintBoxes']['input'],
): Promise<{ output: Jobs['lintBoxes']['output']; transfer: Transferable[] }> {
  const output = lintBoxes(boxes);
  return { output, transfer: boxLintBuffers(output) };
}
