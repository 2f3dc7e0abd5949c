import { readBody } from '../client/outcome.ts';
import { endpointNamed } from '../core/ocr/contract.ts';
import { hasData, type ReceivedAnswer } from '../core/ocr/task.ts';
import type { ResultStore } from '../storage/result-store.ts';
import type { TaskRef } from './keys.ts';
import type { Services } from './services.ts';

/** Keeps an answer that has data. A store that fails (full, closed) takes nothing away from the page: the answer is shown all the same. */
export async function keepCopy(
  store: ResultStore,
  ref: TaskRef,
  { raw, task, receivedAt }: ReceivedAnswer,
): Promise<void> {
  if (!hasData(task)) return;
  try {
    await store.keep(ref, { raw, receivedAt });
  } catch {
    // The store says so itself: it is the one that knows why, and what can be done.
  }
}

export async function findCopy(
  { store, readLarge }: Pick<Services, 'store' | 'readLarge'>,
  ref: TaskRef,
  signal: AbortSignal,
): Promise<ReceivedAnswer | null> {
  try {
    const stored = await store.find(ref);
    if (!stored) return null;
    const { raw, receivedAt } = stored;
    const { kind } = endpointNamed(ref.endpoint);
    const reading = await readBody(raw, ref.id, { kind, readLarge, signal });
    return reading.ok ? { raw, task: reading.task, receivedAt } : null;
  } catch {
    return null;
  }
}
