import type { Decoded } from '../core/decode/decoded.ts';
import { decodeAnswer } from '../core/decode/index.ts';
import { readLarge } from '../core/decode/read-large.ts';
import { receiveDecoded } from '../core/decode/sent.ts';
import type { KnownIds, Intake } from '../core/intake/intake.ts';
import { receiveIntake } from '../core/intake/sent.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import { type AnswerReading, OFF_THE_PAGE } from '../core/ocr/read-answer.ts';
import { isListed, type ReceivedAnswer, type ResultEntry, type TaskAnswer } from '../core/ocr/task.ts';
import { run } from './run.ts';

/** What an answer was decoded to while it was read: nobody has to ask again. */
const decodedAlready = new WeakMap<TaskAnswer, { readonly kind: TaskKind; readonly decoded: Decoded }>();

/**
 * Reads the body of a large answer, a very large one off the main thread, and decodes it on the way: `decodeReceived` finds
 * that done. The bytes stay here.
 */
export async function readLargeAnswer(
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<AnswerReading> {
  const { reading, decoded } = await read(raw, askedId, kind, signal);
  if (reading.ok && decoded) decodedAlready.set(reading.task, { kind, decoded });
  return reading;
}

/** Reads a large paste off the main thread, and decodes what answers it holds. Rejects when the worker breaks. */
export async function readLargePaste(text: string, known: KnownIds): Promise<Intake> {
  return receiveIntake(await run('readPasted', { text, known }), ({ task, kind }, decoded) => {
    if (kind !== null) decodedAlready.set(task, { kind, decoded });
  });
}

/** What an answer decodes to. Rejects when `signal` aborts, or when the worker breaks. */
export async function decodeReceived(
  { raw, task }: ReceivedAnswer,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<Decoded> {
  signal?.throwIfAborted();
  const known = decodedAlready.get(task);
  if (known?.kind === kind) return known.decoded;
  if (isListed(task)) return runDecode(task.results, kind, signal);
  return (await read(raw, null, kind, signal)).decoded ?? decodeAnswer(null, kind);
}

async function read(
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<{ readonly reading: AnswerReading; readonly decoded: Decoded | null }> {
  if (raw.length < OFF_THE_PAGE) return readLarge(raw, askedId, kind);
  const { reading, decoded } = await run('readAnswer', { raw, askedId, kind }, { signal });
  return { reading, decoded: decoded && receiveDecoded(decoded) };
}

/** Decodes entries: a few here and now, many off the main thread. */
export async function runDecode(
  results: readonly ResultEntry[] | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<Decoded> {
  signal?.throwIfAborted();
  const size = (results ?? []).reduce((sum, entry) => sum + (entry.data?.length ?? 0), 0);
  if (size < OFF_THE_PAGE) return decodeAnswer(results, kind);
  return receiveDecoded(await run('decodeAnswer', { results, kind }, { signal }));
}
