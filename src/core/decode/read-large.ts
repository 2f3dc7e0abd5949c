import { type AnswerSpans, findEntries } from '../ocr/answer-spans.ts';
import type { TaskKind } from '../ocr/contract.ts';
import { type AnswerReading, readAnswer } from '../ocr/read-answer.ts';
import { type CountedEntries, hasData, type TaskAnswer } from '../ocr/task.ts';
import type { DecodedHere } from './decoded.ts';
import { decodeAnswer, readEntry } from './index.ts';
import { entryOfSpans, isText, textsOfSpans } from './span-texts.ts';

export interface LargeReading {
  /** Its entries are counted, not listed. */
  readonly reading: AnswerReading;
  /** null when there is nothing to decode: it is no answer, or has no results. */
  readonly decode: (() => DecodedHere) | null;
}

/**
 * As `readAnswer` and then `decodeAnswer`, for a large body: what they give, but that the entries stay in the bytes.
 * In two steps, because an answer is kept before it is decoded. `kind`: of the task that answered. Never throws.
 */
export function readLarge(raw: Uint8Array<ArrayBuffer>, askedId: string | null, kind: TaskKind): LargeReading {
  const spans = findEntries(raw);
  const rest = spans && readAnswer(withoutEntries(spans), askedId);
  // What is wrong anywhere is said by the slow way, with its place in the whole.
  if (!spans || !rest?.ok || spans.count === 0) return readSlowly(raw, askedId, kind);
  const results: CountedEntries = { length: spans.count, withData: anyUsable(spans) };
  return { reading: { ok: true, task: { ...rest.task, results } }, decode: () => decodeSpans(spans, kind) };
}

function readSlowly(raw: Uint8Array<ArrayBuffer>, askedId: string | null, kind: TaskKind): LargeReading {
  const reading = readAnswer(raw, askedId);
  if (!reading.ok) return { reading, decode: null };
  const { results } = reading.task;
  return {
    reading: { ok: true, task: counted(reading.task) },
    decode: results && (() => decodeAnswer(results, kind)),
  };
}

/** The same answer without its entries. */
export function counted(task: TaskAnswer): TaskAnswer {
  return task.results ? { ...task, results: { length: task.results.length, withData: hasData(task) } } : task;
}

function decodeSpans(spans: AnswerSpans, kind: TaskKind): DecodedHere {
  const { count } = spans;
  // One entry alone may be anything; many of a recognition are its texts.
  if (kind === 'recognition' && count > 1) {
    const texts = textsOfSpans(spans, (entry, at) => readEntry(entry, at, { kind, entries: count }));
    if (texts) return texts;
  }
  return decodeAnswer(
    Array.from({ length: count }, (_, at) => entryOfSpans(spans, at)),
    kind,
  );
}

/** The envelope: the bytes of the answer with an empty list in it. */
function withoutEntries({ raw, from, to }: AnswerSpans): Uint8Array<ArrayBuffer> {
  const rest = new Uint8Array(raw.length - (to - from) + 2);
  rest.set(raw.subarray(0, from));
  rest.set([OPEN_LIST, CLOSE_LIST], from);
  rest.set(raw.subarray(to), from + 2);
  return rest;
}

const OPEN_LIST = 91;
const CLOSE_LIST = 93;

/** As `hasData`, without making a string of megabytes. */
function anyUsable({ raw, count, places }: AnswerSpans): boolean {
  for (let at = 0; at < count; at += 1) {
    const from = places[at * 4 + 2] ?? -1;
    const to = places[at * 4 + 3] ?? -1;
    if (from < 0) continue;
    if (isText(raw, places[at * 4] ?? -1, places[at * 4 + 1] ?? -1)) return true;
    for (let byte = from; byte < to; byte += 1) if (raw[byte] !== SPACE) return true;
  }
  return false;
}

const SPACE = 32;
