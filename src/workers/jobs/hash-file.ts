import { sha256Hex } from './sha256.ts';

export async function hashFile({ file }: { readonly file: Blob }): Promise<{ output: string | null; transfer: [] }> {
  return { output: await sha256Hex(() => file.arrayBuffer()), transfer: [] };
}
