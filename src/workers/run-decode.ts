import { decodeAnswer } from '../core/decode/index.ts';
import type { Decoded } from '../core/decode/decoded.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ResultEntry } from '../core/ocr/task.ts';
import { run } from './run.ts';

/** Base64 characters: below this, decoding takes less time than the way to a worker and back. */
const INLINE = 1_000_000;

/** Decodes an answer: a small one here and now, a large one off the main thread. */
export async function runDecode(
  results: readonly ResultEntry[] | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<Decoded> {
  signal?.throwIfAborted();
  const size = (results ?? []).reduce((sum, entry) => sum + (entry.data?.length ?? 0), 0);
  return size < INLINE ? decodeAnswer(results, kind) : run('decodeAnswer', { results, kind }, { signal });
}
