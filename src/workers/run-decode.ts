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

interface Decoding {
  readonly kind: TaskKind;
  /** Under way, or done; of an answer that was read here, it begins when it is asked for. */
  readonly decoded: () => Promise<Decoded>;
  /** Nobody wants it any more. */
  readonly stop: () => void;
}

/** What is made of the entries of an answer that does not list them. Begun when it was read: nobody has to read it again. */
const decodings = new WeakMap<TaskAnswer, Decoding>();

/**
 * Reads the body of a large answer, a very large one off the main thread, where it is decoded next while the page keeps it.
 * The bytes stay here. Rejects when `signal` aborts, or when the worker breaks before it knows what the answer is.
 */
export async function readLargeAnswer(
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<AnswerReading> {
  const { reading, ...decoding } = await read(raw, askedId, kind, signal);
  if (reading.ok) decodings.set(reading.task, { kind, ...decoding });
  return reading;
}

/** Reads a large paste off the main thread, and decodes what answers it holds. Rejects when `signal` aborts or the worker breaks. */
export async function readLargePaste(text: string, known: KnownIds, signal?: AbortSignal): Promise<Intake> {
  return receiveIntake(await run('readPasted', { text, known }, { signal }), ({ task, kind }, decoded) => {
    if (kind !== null) decodings.set(task, { kind, decoded: () => Promise.resolve(decoded), stop: () => undefined });
  });
}

/** What an answer decodes to. Rejects when `signal` aborts, or when the worker breaks. */
export async function decodeReceived(
  { raw, task }: ReceivedAnswer,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<Decoded> {
  signal?.throwIfAborted();
  if (isListed(task)) return runDecode(task.results, kind, signal);
  const begun = decodings.get(task);
  if (begun?.kind === kind) {
    try {
      return await finished(begun, signal);
    } catch {
      // Given up, or its worker was lost: whoever asks next begins anew.
      decodings.delete(task);
      signal?.throwIfAborted();
    }
  }
  return finished(await read(raw, null, kind, signal), signal);
}

/** Waits for a decoding, and ends it when `signal` aborts. */
async function finished({ decoded, stop }: Pick<Decoding, 'decoded' | 'stop'>, signal?: AbortSignal): Promise<Decoded> {
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const done = await decoded();
    signal?.throwIfAborted();
    return done;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

interface BodyReading extends Pick<Decoding, 'decoded' | 'stop'> {
  readonly reading: AnswerReading;
}

async function read(
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<BodyReading> {
  if (raw.length >= OFF_THE_PAGE) return readOffThePage(raw, askedId, kind, signal);
  const { reading, decode } = readLarge(raw, askedId, kind);
  let decoded: Promise<Decoded> | null = null;
  return {
    reading,
    decoded: () => (decoded ??= Promise.resolve(decode ? decode() : decodeAnswer(null, kind))),
    stop: () => undefined,
  };
}

async function readOffThePage(
  raw: Uint8Array<ArrayBuffer>,
  askedId: string | null,
  kind: TaskKind,
  signal?: AbortSignal,
): Promise<BodyReading> {
  const { port1, port2 } = new MessageChannel();
  const told = new Promise<AnswerReading>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<AnswerReading>) => resolve(data));
  });
  port1.start();
  // Giving up the attempt ends the job; once the answer is known, only the page can.
  const stop = new AbortController();
  const giveUp = () => stop.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  const job = run('readAnswer', { raw, askedId, kind, told: port2 }, { signal: stop.signal, transfer: [port2] });
  const decoded = job.then((sent) => (sent ? receiveDecoded(sent) : decodeAnswer(null, kind)));
  // Heard by whoever asks for it; nobody may.
  decoded.catch(() => undefined);
  try {
    const reading = await Promise.race([told, decoded.then(() => told)]);
    return { reading, decoded: () => decoded, stop: () => stop.abort() };
  } finally {
    signal?.removeEventListener('abort', giveUp);
    port1.close();
  }
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
