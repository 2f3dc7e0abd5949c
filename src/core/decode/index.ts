import { EMPTY_TABLE } from '../inspection/region-table.ts';
import type { TaskKind } from '../ocr/contract.ts';
import type { ResultEntry } from '../ocr/task.ts';
import type { Problem } from '../problem.ts';
import { regionsOfAnswer } from './answer-regions.ts';
import { textsOfAnswer } from './answer-texts.ts';
import { type DecodedHere, NOTHING_DECODED } from './decoded.ts';
import type { EntryContext, Format, Reading } from './format.ts';
import { altoFormat } from './formats/alto.ts';
import { csvFormat } from './formats/csv.ts';
import { filesFormat, unknownFormat } from './formats/files.ts';
import { hocrFormat } from './formats/hocr.ts';
import { jsonFormat } from './formats/json.ts';
import { rectanglesFormat } from './formats/rectangles.ts';
import { textFormat } from './formats/text.ts';
import { xmlFormat } from './formats/xml.ts';
import { openPayload, type Payload } from './payload.ts';
import type { RowSources } from './row-sources.ts';

/** Looked through from the top; the first that matches reads the entry. */
const FORMATS: readonly Format[] = [
  filesFormat,
  csvFormat,
  rectanglesFormat,
  hocrFormat,
  altoFormat,
  xmlFormat,
  jsonFormat,
  unknownFormat,
  textFormat,
];

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

/** Where the rows of an entry's layout stand in its text; null: it is of a format that tells no places. */
export function sourcesOfPayload(payload: Payload, context: EntryContext): RowSources | null {
  try {
    return formatOf(payload, context)?.sources?.(payload) ?? null;
  } catch {
    // As below: more than an engine holds, or not what the format takes.
    return null;
  }
}

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
  const reading =
    formatOf(payload, context)?.read(payload, context) ?? unread(where, 'is of a kind that is not known here', 'error');
  return { ...reading, problems: [...payload.problems, ...reading.problems] };
}

function formatOf(payload: Payload, context: EntryContext): Format | undefined {
  return FORMATS.find((candidate) => candidate.matches(payload, context));
}

/**
 * The `type` that the service would give to some content, by its looks alone: `JSON`, `hOCR`, or the extension of a file. null: it is
 * plain text, or may be anything.
 */
export function typeOfContent(payload: Payload): string | null {
  // One of several: a list of rectangles is known by those who look for it.
  const context: EntryContext = { kind: 'recognition', entries: 2 };
  const format = formatOf(payload, context);
  if (!format || format === textFormat) return null;
  if (format !== filesFormat && format !== unknownFormat) return format.name;
  const reading = format.read(payload, context);
  return reading.as === 'file' ? reading.file.extension : format.name;
}

/** Pasted text begins as a result of some format does: no other is looked through. */
export function beginsAsResult(text: string): boolean {
  const start = text.slice(0, 1000);
  return FORMATS.some(({ begins }) => begins?.test(start));
}

function withoutData(): DecodedHere {
  const what = 'is null: the answer holds no data';
  return {
    ...NOTHING_DECODED,
    problems: [{ where: 'results', what, todo: 'Check the task again.', severity: 'warning' }],
  };
}

/** `results: []` says that there is nothing, which is an answer. */
function withoutEntries(kind: TaskKind): DecodedHere {
  return kind === 'detection' ? { ...NOTHING_DECODED, regions: EMPTY_TABLE } : { ...NOTHING_DECODED, texts: [] };
}

function unread(where: string, what: string, severity: Problem['severity']): Reading {
  return { as: 'nothing', problems: [{ where, what, severity }] };
}
