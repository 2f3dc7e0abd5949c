import { EMPTY_TABLE } from '../inspection/region-table.ts';
import type { TaskKind } from '../ocr/contract.ts';
import type { ResultEntry } from '../ocr/task.ts';
import type { Problem } from '../problem.ts';
import { regionsOfAnswer } from './answer-regions.ts';
import { textsOfAnswer } from './answer-texts.ts';
import type { DecodedHere } from './decoded.ts';
import type { EntryContext, Format, Reading } from './format.ts';
import { filesFormat } from './formats/files.ts';
import { rectanglesFormat } from './formats/rectangles.ts';
import { textFormat } from './formats/text.ts';
import { openPayload } from './payload.ts';

/** Looked through from the top; the first that matches reads the entry. */
const FORMATS: readonly Format[] = [filesFormat, rectanglesFormat, textFormat];

/**
 * `results` of an answer into rectangles and texts. Never throws: what is not understood is in the problems, with its place
 * as a path into the answer, and every entry keeps its number.
 */
export function decodeAnswer(results: readonly ResultEntry[] | null, kind: TaskKind): DecodedHere {
  if (!results) return withoutData();
  if (results.length === 0) return withoutEntries(kind);
  const readings = results.map((entry, at) => readEntry(entry, at, { kind, entries: results.length }));
  if (kind === 'detection') return regionsOfAnswer(readings);
  if (!readings.some(({ as }) => as === 'rectangles')) return textsOfAnswer(readings);
  const decoded = regionsOfAnswer(readings);
  return { ...decoded, problems: [SWAPPED_TASKS, ...decoded.problems] };
}

const SWAPPED_TASKS: Problem = {
  where: 'results[0].data',
  what: 'holds rectangles, not text; they are taken as the regions',
  todo: 'If the two task IDs were swapped, give each in the other field.',
  severity: 'warning',
};

/** One entry, whatever it holds. Formats do not throw; an engine does, when a string or a stack grows past what it can hold. */
export function readEntry(entry: ResultEntry, at: number, context: EntryContext): Reading {
  try {
    return readByFormat(entry, at, context);
  } catch (cause) {
    return unread(`results[${at}].data`, `is more than this browser can read (${String(cause)})`, 'error');
  }
}

function readByFormat({ data, type }: ResultEntry, at: number, context: EntryContext): Reading {
  const where = `results[${at}].data`;
  if (data === null) return unread(where, 'is null: there is no content', 'warning');
  // An empty text is what the service says of a region without text; no rectangles at all would be [].
  if (data === '' && context.kind === 'detection') return unread(where, 'is empty: there is no content', 'warning');
  const { payload, problems } = openPayload(data, type, where);
  if (!payload) return { as: 'nothing', problems };
  const format = FORMATS.find((candidate) => candidate.matches(payload, context));
  const reading = format?.read(payload, context) ?? unread(where, 'is of a kind that is not known here', 'error');
  return { ...reading, problems: [...payload.problems, ...reading.problems] };
}

function withoutData(): DecodedHere {
  const what = 'is null: the answer holds no data';
  return { ...NOTHING, problems: [{ where: 'results', what, todo: 'Check the task again.', severity: 'warning' }] };
}

/** `results: []` says that there is nothing, which is an answer. */
function withoutEntries(kind: TaskKind): DecodedHere {
  return kind === 'detection' ? { ...NOTHING, regions: EMPTY_TABLE } : { ...NOTHING, texts: [] };
}

const NOTHING: DecodedHere = {
  regions: null,
  texts: null,
  problems: [],
  regionProblems: new Map(),
  textProblems: new Map(),
};

function unread(where: string, what: string, severity: Problem['severity']): Reading {
  return { as: 'nothing', problems: [{ where, what, severity }] };
}
