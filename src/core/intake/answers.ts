import { isRectangleList } from '../decode/formats/rectangles.ts';
import { openPayload } from '../decode/payload.ts';
import { sameTaskId, type TaskKind } from '../ocr/contract.ts';
import { isTaskFault, parseTask } from '../ocr/parse-task.ts';
import type { ListedAnswer, ResultEntry, TaskAnswer } from '../ocr/task.ts';
import { lowerKeys } from '../ocr/parse-parts.ts';
import { type Findings, type KnownIds, NOTHING_FOUND, type PastedAnswer } from './intake.ts';

/** What a whole answer of the service has, in any case of letters; an SDK's dump of one too. */
export function looksLikeAnswer(value: unknown): boolean {
  const fields = lowerKeys(value);
  return fields !== null && ('taskstatus' in fields || ('results' in fields && !isOtherList(fields['results'])));
}

/** `results` of an engine and not of the service, which has `data` in each. */
function isOtherList(results: unknown): boolean {
  if (!Array.isArray(results) || results.length === 0) return false;
  return results.slice(0, 1000).every((one) => {
    const fields = lowerKeys(one);
    return Array.isArray(one) || (fields !== null && !('data' in fields));
  });
}

export function looksLikeEntry(value: unknown): boolean {
  const fields = lowerKeys(value);
  return fields !== null && 'data' in fields && Object.keys(fields).every((name) => name === 'data' || name === 'type');
}

/** A whole answer. `raw` is the text it stood in. */
export function answerFound(value: unknown, raw: string, known: KnownIds): Findings {
  const task = parseTask(value, null);
  if (isTaskFault(task)) return { ...NOTHING_FOUND, problems: [task.problem] };
  return { ...NOTHING_FOUND, answers: [{ raw: utf8(raw), task, kind: kindOfAnswer(task, known) }] };
}

/** Results without their envelope, as if a finished task had answered them. `raw` stays what was pasted. */
export function wrappedAnswer(results: readonly ResultEntry[], kind: TaskKind, raw: string): Findings {
  const task: TaskAnswer = {
    id: null,
    status: 'Completed',
    statusWord: 'Completed',
    code: null,
    results,
    messages: [],
    warnings: [],
    problems: [],
  };
  const answer: PastedAnswer = { raw: utf8(raw), task, kind };
  return { ...NOTHING_FOUND, answers: [answer] };
}

/**
 * Which task answered: by content, which cannot lie (a list of rectangles is a detection), then by id, then by type.
 * null when there is nothing to tell by.
 */
export function kindOfAnswer({ id, results }: ListedAnswer, known: KnownIds): TaskKind | null {
  const entry = results?.find(({ data }) => data !== null && data !== '') ?? null;
  const payload = entry?.data ? openPayload(entry.data, entry.type, 'data').payload : null;
  if (payload && isRectangleList(payload)) return 'detection';
  if (id !== null) {
    for (const kind of ['detection', 'recognition'] as const) {
      const asked = known[kind];
      if (asked && sameTaskId(asked, id)) return kind;
    }
  }
  const type = results
    ?.find((result) => result.type !== null)
    ?.type?.trim()
    .toLowerCase();
  if (type !== undefined) return type === 'other' ? 'detection' : 'recognition';
  return payload ? 'recognition' : null;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
