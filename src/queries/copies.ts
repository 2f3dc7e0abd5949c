import { hasData } from '../core/ocr/poll-policy.ts';
import { readAnswer } from '../core/ocr/read-answer.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import type { ResultStore } from '../storage/result-store.ts';
import type { TaskRef } from './keys.ts';

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

export async function findCopy(store: ResultStore, ref: TaskRef): Promise<ReceivedAnswer | null> {
  try {
    const stored = await store.find(ref);
    const reading = stored && readAnswer(stored.raw, ref.id);
    return stored && reading?.ok ? { raw: stored.raw, task: reading.task, receivedAt: stored.receivedAt } : null;
  } catch {
    return null;
  }
}
