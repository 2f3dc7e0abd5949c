import { MAX_JSON_DEPTH, readJson } from '../decode/json.ts';
import { readUtf8 } from '../decode/utf8.ts';
import type { Problem } from '../problem.ts';
import type { MalformedFault } from './attempt.ts';
import { closingQuote } from './answer-spans.ts';
import { isTaskFault, parseTask } from './parse-task.ts';
import type { ListedAnswer, TaskAnswer } from './task.ts';

/** 64 MiB: a body above it is refused while it arrives. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Bytes of a body from which on its entries are not listed but decoded from where they stand. */
export const LARGE = 100_000;
/** Bytes of a body, or characters of a paste, that are read in a worker: of fewer, the way there and back costs more than the reading. */
export const OFF_THE_PAGE = 400_000;

export type AnswerReading<Task extends TaskAnswer = TaskAnswer> =
  | { readonly ok: true; readonly task: Task }
  | { readonly ok: false; readonly fault: MalformedFault | 'too-deep'; readonly problem: Problem };

/**
 * The bytes of a body as an answer of the service. The bytes decide, never the Content-Type: JSON arrives as
 * text/plain too. `askedId` as in `parseTask`. Never throws.
 */
export function readAnswer(raw: Uint8Array<ArrayBuffer>, askedId: string | null): AnswerReading<ListedAnswer> {
  const start = firstByte(raw);
  if (start === undefined)
    return refuse('empty', 'is empty', 'This goes away by itself, or the service is in trouble.');
  if (start === LESS_THAN) {
    return refuse(
      'html',
      'is a web page (HTML), not an answer of the service',
      'Something between this page and the service answered: a login page, a proxy, an error page.',
    );
  }
  // Before JSON.parse: a deep nesting takes its stack, and before the text is even made.
  if (nestedBeyond(raw, MAX_JSON_DEPTH)) {
    return refuse(
      'too-deep',
      `is JSON nested deeper than ${MAX_JSON_DEPTH} levels, which is refused`,
      'No answer of the service is like that. View it, or save it, to see what it is.',
    );
  }
  const { text, problems } = readUtf8(raw, 'answer');
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const json = readJson(plain, 'answer');
  if (!json.ok) {
    const cut = HALF.test(plain.slice(json.position).trimEnd());
    return { ok: false, fault: cut ? 'cut-json' : 'bad-json', problem: json.problem };
  }
  const task = parseTask(json.value, askedId);
  if (isTaskFault(task)) return { ok: false, fault: task.fault, problem: task.problem };
  return { ok: true, task: problems.length === 0 ? task : { ...task, problems: [...problems, ...task.problems] } };
}

/** What stands where the mistake is, when it is only the end that is missing: nothing, half a word, number or escape. */
const HALF = /^(?:|t|tr|tru|f|fa|fal|fals|n|nu|nul|-|\.|[eE][+-]?|\\(?:u[\da-fA-F]{0,3})?)$/;
const QUOTE = 0x22;
const LESS_THAN = 0x3c;

/** First byte that is neither white space nor part of the UTF-8 byte order mark. */
function firstByte(raw: Uint8Array): number | undefined {
  const from = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  for (let at = from; at < raw.length; at += 1) {
    const byte = raw[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return byte;
  }
  return undefined;
}

/** Brackets in strings do not count. Strings, which are most of an answer, are leapt over. */
function nestedBeyond(raw: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at];
    if (byte === QUOTE) at = closingQuote(raw, at);
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}

function refuse(fault: MalformedFault | 'too-deep', what: string, todo: string): Extract<AnswerReading, { ok: false }> {
  return { ok: false, fault, problem: { where: 'answer', what, todo, severity: 'error' } };
}
