import * as v from 'valibot';
import type { Problem } from '../problem.ts';
import { sameTaskId, TASK_STATUSES, type TaskStatus } from './contract.ts';
import { readError } from './parse-error-field.ts';
import { lowerKeys, type LooseObject, note, TextLike } from './parse-parts.ts';
import type { ListedAnswer, ResultEntry } from './task.ts';

/** Why a value is no answer of the service, or not the one that was asked for. */
export interface TaskFault {
  readonly fault: 'not-an-answer' | 'other-id';
  readonly problem: Problem;
}

/**
 * The envelope of an answer (`OCRResponse` of the OpenAPI file 24.11), understood as far as it can be.
 * What is odd and harmless becomes one of `problems`; nothing is thrown, whatever is given.
 *
 * `askedId` null: nobody asked for a certain id (a pasted answer), so any is right.
 */
export function parseTask(value: unknown, askedId: string | null): ListedAnswer | TaskFault {
  try {
    return parse(value, askedId);
  } catch {
    // Only a value that never was JSON gets here: a getter that throws, a revoked proxy.
    return notAnAnswer('cannot be read');
  }
}

export function isTaskFault(parsed: ListedAnswer | TaskFault): parsed is TaskFault {
  return 'fault' in parsed;
}

function parse(value: unknown, askedId: string | null): ListedAnswer | TaskFault {
  const fields = lowerKeys(value);
  if (!fields) return notAnAnswer(`is ${kindOf(value)}, not an answer of the service`);
  if (!('taskstatus' in fields) && !('results' in fields)) {
    return notAnAnswer('has neither `taskStatus` nor `results`', saidInstead(fields));
  }
  const problems: Problem[] = [];
  const id = readId(fields['id'], problems);
  if (askedId !== null && id !== null && !sameTaskId(id, askedId)) {
    return {
      fault: 'other-id',
      problem: {
        where: 'id',
        what: `the answer is for another task (${clip(id)}) than the one that was asked for`,
        todo: 'It is not used. Check the task id if this goes on.',
        severity: 'error',
      },
    };
  }
  const statusWord = readWord(fields['taskstatus'], 'taskStatus', problems) ?? '';
  const { messages, warnings } = readError(fields['error'], problems);
  return {
    id,
    status: statusOf(statusWord, problems),
    statusWord,
    code: readWord(fields['responsestatuscode'], 'responseStatusCode', problems),
    results: readResults(fields['results'], problems),
    messages,
    warnings,
    problems,
  };
}

function readId(value: unknown, problems: Problem[]): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (v.is(v.string(), value)) return value;
  if (v.is(TextLike, value)) return String(value);
  problems.push(note('id', `is ${kindOf(value)} instead of text; it was not compared with the one asked for`));
  return null;
}

function readWord(value: unknown, where: string, problems: Problem[]): string | null {
  if (value === undefined || value === null) return null;
  if (v.is(TextLike, value)) return String(value);
  problems.push(note(where, `is ${kindOf(value)} instead of a word`));
  return null;
}

/** Case, spaces, `_` and `-` do not matter. */
function statusOf(word: string, problems: Problem[]): TaskStatus | 'Unknown' {
  const plain = bare(word);
  const known = TASK_STATUSES.find((status) => status.toLowerCase() === plain);
  if (known) return known;
  const what =
    word === ''
      ? 'is missing, so nothing says how far the task is'
      : `is “${clip(word)}”, a word that no document lists`;
  problems.push({ where: 'taskStatus', what, severity: 'warning' });
  return 'Unknown';
}

/** One per region at the most, and a million regions is the limit of rectangles. */
const MOST_ENTRIES = 1_000_000;
/** More of a kind than this, nobody reads. */
const MOST_TOLD = 20;

function readResults(value: unknown, problems: Problem[]): readonly ResultEntry[] | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    if (value.length > MOST_ENTRIES) {
      const what = `has ${value.length.toLocaleString('en')} entries; the first ${MOST_ENTRIES.toLocaleString('en')} are read`;
      problems.push(note('results', what));
    }
    const odd: Problem[] = [];
    const entries = value.slice(0, MOST_ENTRIES).map((entry, index) => readEntry(entry, `results[${index}]`, odd));
    problems.push(...odd.slice(0, MOST_TOLD));
    if (odd.length > MOST_TOLD) {
      problems.push(note('results', `has ${(odd.length - MOST_TOLD).toLocaleString('en')} more oddities like these`));
    }
    return entries;
  }
  problems.push(note('results', `is ${kindOf(value)} instead of a list; read as a list of one`));
  return [readEntry(value, 'results', problems)];
}

function readEntry(value: unknown, where: string, problems: Problem[]): ResultEntry {
  if (v.is(v.string(), value)) {
    problems.push(note(where, 'is text instead of {type, data}; read as `data`'));
    return { type: null, data: value };
  }
  const fields = lowerKeys(value);
  if (!fields) {
    problems.push({
      where,
      what: `is ${kindOf(value)} instead of {type, data}; it holds nothing`,
      severity: 'warning',
    });
    return { type: null, data: null };
  }
  return {
    type: readWord(fields['type'], `${where}.type`, problems),
    data: readData(fields['data'], `${where}.data`, problems),
  };
}

/** Data that came as JSON instead of Base64 is handed on as JSON text: the decoder knows a decoded array when it sees one. */
function readData(value: unknown, where: string, problems: Problem[]): string | null {
  if (value === undefined || value === null) return null;
  if (v.is(v.string(), value)) return value;
  problems.push(note(where, `is ${kindOf(value)} instead of Base64 text; read as it is`));
  return JSON.stringify(value) ?? null;
}

function notAnAnswer(what: string, said: string | null = null): TaskFault {
  return {
    fault: 'not-an-answer',
    problem: { where: 'answer', what: said === null ? what : `${what}; it says: ${said}`, severity: 'error' },
  };
}

/** ProblemDetails and the gateway's errors name themselves, even under a 200. */
function saidInstead(fields: LooseObject): string | null {
  const inner = lowerKeys(fields['error']) ?? {};
  const texts = [
    fields['title'],
    fields['detail'],
    inner['message'],
    inner['description'],
    fields['message'],
    fields['reason'],
  ];
  const said = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return said.length === 0 ? null : clip(said.join(': '));
}

function bare(word: string): string {
  return word.replace(/[\s_-]/g, '').toLowerCase();
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
    default:
      return 'something else';
  }
}
