import type { Problem } from '../problem.ts';
import type { Reading } from './format.ts';
import { placeInText } from './json.ts';
import { type LayoutRows, plainTextOf } from './layout-rows.ts';
import type { MarkupReading } from './markup.ts';
import type { Payload } from './payload.ts';
import type { PlaceProblems } from './place-problems.ts';

/**
 * `problems`: of the whole, which are all told, and first. `plain`: what the entry says as a text, where it says so itself; metadata may,
 * and say less than the boxes.
 */
export function layoutReading(
  { where }: Payload,
  rows: LayoutRows,
  problems: readonly Problem[],
  places: PlaceProblems,
  plain = '',
): Reading {
  const text = longer(plainTextOf(rows), plain);
  return { as: 'layout', rows, text, problems: [...problems, ...places.list(where)] };
}

/** A result without boxes and texts that are known here: nothing of it is lost. */
export function asItCame(payload: Payload, what: string, problems: readonly Problem[] = []): Reading {
  const { text, problems: reading } = payload.text();
  const note: Problem = { where: payload.where, what: `${what}, so it is shown as it came`, severity: 'note' };
  return { as: 'text', text, problems: [...reading, ...(problems.length > 0 ? problems : [note])] };
}

/** Of markup: where it ends too early, or goes too deep. */
export function faultOf(where: string, text: string, { fault }: MarkupReading): Problem[] {
  if (!fault) return [];
  const { what, position } = fault;
  return [
    { where, what: `${what} at ${placeInText(text, position)}`, at: { character: position }, severity: 'warning' },
  ];
}

/** Of hOCR and ALTO: each page counts from its own corner. */
export function severalPages(where: string, pages: number): Problem[] {
  if (pages < 2) return [];
  return [{ where, what: `holds ${pages} pages; the boxes of all are drawn on the same picture`, severity: 'note' }];
}

export function tooManyBoxes(where: string): Reading {
  const what = 'holds more than 1,000,000 boxes, which is the most that are read';
  return {
    as: 'nothing',
    problems: [{ where, what, todo: 'The raw answer can be viewed and saved as it came.', severity: 'error' }],
  };
}

function longer(ofRows: string, plain: string): string {
  return plain !== '' && inkOf(plain) >= inkOf(ofRows) ? plain : ofRows;
}

/** Characters that are no white space. */
function inkOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}
