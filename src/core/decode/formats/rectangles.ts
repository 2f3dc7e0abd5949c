import type { Problem } from '../../problem.ts';
import type { Format, Reading } from '../format.ts';
import { type JsonReading, readJson } from '../json.ts';
import { innerPayload, isReadable, type Payload } from '../payload.ts';
import { scanRectangles } from '../rectangle-scanner.ts';
import { cleanRows, type RectangleRows, rowsOfList } from '../rectangle-rows.ts';
import { wholeRowsOf, withoutNaN } from './rectangle-repair.ts';

type JsonFaultReading = Extract<JsonReading, { ok: false }>;

/** More would be refused anyway, and counting further is work that nobody sees. Promise 13. */
export const MOST_RECTANGLES = 1_000_000;

/**
 * The regions of a detection task: a JSON list of `[x1, y1, x2, y2]` in pixels, normally one list in one entry
 * (documentation of "Fetching image regions").
 */
export const rectanglesFormat: Format = {
  name: 'Rectangles',
  matches: (payload, { kind, entries }) => kind === 'detection' || (entries === 1 && isRectangleList(payload)),
  read: (payload) => readRectangles(payload),
};

/** A list of lists of four numbers and nothing else: what no recognised text is by chance. `[]` says nothing of its kind. */
export function isRectangleList(payload: Payload): boolean {
  const first = payload.bytes.subarray(0, 400);
  if (!/^\s*\[\s*\[/.test(new TextDecoder().decode(first))) return false;
  const reading = readRectangles(payload);
  return reading.as === 'rectangles' && reading.rows.received.length > 0 && reading.rows.refused.size === 0;
}

/** Below this JSON.parse is quicker than a scanner that nobody has compiled yet. Some ten thousand rectangles. */
const SHORT_LIST = 200_000;

export function readRectangles(payload: Payload): Reading {
  const { bytes } = payload;
  const scanned = (bytes.length < SHORT_LIST && cleanRows(bytes)) || scanRectangles(bytes, MOST_RECTANGLES);
  if (scanned) {
    if (scanned.length / 4 > MOST_RECTANGLES) return tooMany(payload.where);
    return rectangles({ received: scanned, refused: new Map(), fromText: [] }, []);
  }
  const json = payload.json();
  if (json.ok) return rectanglesOf(json.value, payload.where, []);
  return repaired(payload, json) ?? notRectangles(payload, json.problem);
}

function rectanglesOf(value: unknown, where: string, problems: readonly Problem[]): Reading {
  if (typeof value === 'string') {
    const inner = readJson(value, where);
    const note: Problem = { where, what: 'is a list within a JSON text; it was taken out', severity: 'note' };
    if (inner.ok && Array.isArray(inner.value)) return rectanglesOf(inner.value, where, [...problems, note]);
  }
  if (!Array.isArray(value)) return { as: 'nothing', problems: [...problems, notAList(value, where)] };
  const rows = rowsOfList(value, where, MOST_RECTANGLES);
  return rows === 'too many' ? tooMany(where) : rectangles(rows, problems);
}

/** What can still be understood of content that is no JSON; null when nothing can. */
function repaired(payload: Payload, fault: JsonFaultReading): Reading | null {
  if (fault.tooMuch) return null;
  const { where } = payload;
  const { text } = payload.text();
  const inner = innerPayload(payload);
  const reading = inner && readRectangles(inner);
  if (reading?.as === 'rectangles') {
    const what = 'was encoded in Base64 twice; both were taken off';
    return { ...reading, problems: [{ where, what, severity: 'warning' }, ...reading.problems] };
  }
  const standard = withoutNaN(text);
  const reread = standard === text ? null : readJson(standard, where);
  if (reread?.ok) return rectanglesOf(reread.value, where, []);

  const whole = wholeRowsOf(text, fault.position);
  if (!whole) return null;
  const broken: Problem = {
    ...fault.problem,
    what: `${fault.problem.what}. Only the rectangles before that are shown`,
    todo: 'It may have been cut on the way: check the task again.',
  };
  const { list, rest } = whole;
  const scanned = rest === '' ? scanRectangles(new TextEncoder().encode(list), MOST_RECTANGLES) : null;
  if (scanned) return rectangles({ received: scanned, refused: new Map(), fromText: [] }, [broken]);
  const rows = readJson(list, where);
  // What was broken stays as its text, so that it keeps its number.
  return rows.ok && Array.isArray(rows.value)
    ? rectanglesOf(rest === '' ? rows.value : [...rows.value, rest], where, [broken])
    : null;
}

function rectangles(rows: RectangleRows, problems: readonly Problem[]): Reading {
  return { as: 'rectangles', rows, problems };
}

function notAList(value: unknown, where: string): Problem {
  const noun = value === null ? 'null' : typeof value === 'object' ? 'a JSON object' : `a JSON ${typeof value}`;
  return {
    where,
    what: `is ${noun}, needs a list of rectangles: [[x1, y1, x2, y2], ...]`,
    todo: 'View the answer to see what was sent.',
    severity: 'error',
  };
}

function notRectangles(payload: Payload, notJson: Problem): Reading {
  const { text } = payload.text();
  if (!/^[[{]/.test(text.trimStart().slice(0, 1)) && isReadable(payload)) {
    const begins = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
    const what = `is text, not a list of rectangles: ${begins} (${notJson.what})`;
    const todo = 'If this is the answer of a recognition task, give its ID in the field Recognition task ID.';
    return { as: 'nothing', problems: [{ ...notJson, what, todo }] };
  }
  const todo = 'View the answer to see what was sent, or check the task again.';
  return { as: 'nothing', problems: [...payload.text().problems, { ...notJson, todo }] };
}

function tooMany(where: string): Reading {
  return {
    as: 'nothing',
    problems: [
      {
        where,
        what: `holds more than ${MOST_RECTANGLES.toLocaleString('en')} rectangles, which is the most that are read`,
        todo: 'The raw answer can be viewed and saved as it came.',
        severity: 'error',
      },
    ],
  };
}
