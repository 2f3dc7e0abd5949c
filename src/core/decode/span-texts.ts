import { packedTexts, TextPacker } from '../inspection/packed-texts.ts';
import type { AnswerSpans } from '../ocr/answer-spans.ts';
import type { ResultEntry } from '../ocr/task.ts';
import type { Problem } from '../problem.ts';
import { entryProblems } from './answer-texts.ts';
import { type DecodedHere, NOTHING_DECODED } from './decoded.ts';
import type { Reading } from './format.ts';
import { PlainTextReader } from './plain-text.ts';

/**
 * As `textsOfAnswer`, from the bytes of the answer. `read` is asked for the entries that are not plain. null: they are not all
 * texts, which is for `textsOfAnswer` to put together.
 */
export function textsOfSpans(
  spans: AnswerSpans,
  read: (entry: ResultEntry, at: number) => Reading,
): DecodedHere | null {
  const { raw, count, places } = spans;
  const packer = new TextPacker(count);
  const plain = new PlainTextReader();
  const textProblems = new Map<number, readonly Problem[]>();
  for (let at = 0; at < count; at += 1) {
    const from = places[at * 4 + 2] ?? -1;
    const to = places[at * 4 + 3] ?? -1;
    const typeFrom = places[at * 4] ?? -1;
    const asText = isText(raw, typeFrom, places[at * 4 + 1] ?? -1);
    if (from >= 0 && (asText || typeFrom < 0) && plain.add(raw, from, to, asText, packer)) continue;
    const reading = read(entryOfSpans(spans, at), at);
    if (reading.as === 'layout' || reading.as === 'file') return null;
    packer.add(reading.as === 'text' ? reading.text : null);
    if (reading.problems.length > 0) textProblems.set(at, reading.problems);
  }
  return {
    ...NOTHING_DECODED,
    texts: packedTexts(packer.done()),
    problems: entryProblems([...textProblems.values()]),
    textProblems,
  };
}

export function entryOfSpans({ raw, places }: AnswerSpans, at: number): ResultEntry {
  return { type: textAt(raw, places, at * 4), data: textAt(raw, places, at * 4 + 2) };
}

/** What is plain ASCII in the bytes: its characters are its bytes. */
function textAt(raw: Uint8Array<ArrayBuffer>, places: Int32Array, slot: number): string | null {
  const from = places[slot] ?? -1;
  return from < 0 ? null : new TextDecoder().decode(raw.subarray(from, places[slot + 1]));
}

/** `Text`, in any case of letters: what calls itself so is never taken for markup or a JSON result. */
export function isText(raw: Uint8Array, from: number, to: number): boolean {
  return (
    to - from === 4 &&
    ((raw[from] ?? 0) | 32) === 116 &&
    ((raw[from + 1] ?? 0) | 32) === 101 &&
    ((raw[from + 2] ?? 0) | 32) === 120 &&
    ((raw[from + 3] ?? 0) | 32) === 116
  );
}
