import type { Jobs } from '../jobs.ts';

export async function closeBitmap({
  bitmap,
}: Jobs['closeBitmap']['input']): Promise<{ output: Jobs['closeBitmap']['output']; transfer: [] }> {
  bitmap.close();
  return { output: null, transfer: [] };
}
