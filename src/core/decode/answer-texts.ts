import type { Problem } from '../problem.ts';
import { type EntryLayout, joinLayouts } from './answer-layout.ts';
import { filesOf } from './answer-regions.ts';
import { type DecodedHere, NOTHING_DECODED } from './decoded.ts';
import type { Reading } from './format.ts';
import { MOST_RECTANGLES } from './formats/rectangles.ts';
import { toldTogether } from './told.ts';

/**
 * The answer of a recognition: texts, layouts and files, each entry as what it is.
 *
 * `texts` has one per entry; an entry that could not be read is null and keeps its number. Where one request asked for several
 * results (TextAndPdf, TextAndHocr), only its Text entries are the texts, or every region would have two. Without any, layouts
 * and tables give their plain text; an answer of other files alone has none.
 */
export function textsOfAnswer(readings: readonly Reading[]): DecodedHere {
  const layouts = readings.flatMap((reading, entry): EntryLayout[] =>
    reading.as === 'layout' ? [{ entry, rows: reading.rows }] : [],
  );
  const count = layouts.reduce((sum, { rows }) => sum + rows.count, 0);
  const joined = layouts.length > 0 && count <= MOST_RECTANGLES ? joinLayouts(layouts) : null;
  const taken = entriesOfTexts(readings);
  const texts = taken && taken.map((entry) => textOf(readings[entry]));
  const textProblems = new Map<number, readonly Problem[]>();
  for (const [at, entry] of (taken ?? []).entries()) {
    const problems = problemsOfText(readings[entry], entry);
    if (problems.length > 0) textProblems.set(at, problems);
  }
  const problems = entryProblems(readings.map((reading) => reading.problems).filter((some) => some.length > 0));
  return {
    ...NOTHING_DECODED,
    texts,
    textEntries: taken && taken.length < readings.length ? Int32Array.from(taken) : null,
    layout: joined && { ...joined.layout, beside: besideLayouts(readings, taken ?? []) },
    files: filesOf(readings),
    problems: count > MOST_RECTANGLES ? [...problems, tooMany(count)] : problems,
    regionProblems: joined?.regionProblems ?? new Map(),
    textProblems,
  };
}

/** Those of the first entries that have any, and how many more there are. */
export function entryProblems(entries: readonly (readonly Problem[])[]): Problem[] {
  return toldTogether(entries, 'texts have problems; each says so itself');
}

/** Indices of the entries that are the texts, ascending; null: none is. */
function entriesOfTexts(readings: readonly Reading[]): readonly number[] | null {
  const all = readings.map((_, entry) => entry);
  const others = all.filter((entry) => !mayBeText(readings[entry]));
  if (others.length === 0) return all;
  const texts = all.filter((entry) => mayBeText(readings[entry]));
  const isRead = texts.some((entry) => readings[entry]?.as === 'text');
  const plain = all.filter((entry) => textOf(readings[entry]) !== null);
  if (!isRead) {
    if (plain.length === 0) return null;
    return plain.length === others.length ? all : plain;
  }
  // Each region came as text and as something else, or the files stand behind the texts. Otherwise one may stand for a text.
  const combined = others.length % texts.length === 0 || (others[0] ?? 0) > (texts.at(-1) ?? 0);
  return combined ? texts : all;
}

function mayBeText(reading: Reading | undefined): boolean {
  return reading?.as === 'text' || reading?.as === 'nothing';
}

function textOf(reading: Reading | undefined): string | null {
  if (reading?.as === 'file') return reading.text ?? null;
  return reading?.as === 'text' || reading?.as === 'layout' ? reading.text : null;
}

/** A file is no problem, but where it stands in the place of a text. */
function problemsOfText(reading: Reading | undefined, entry: number): readonly Problem[] {
  if (reading?.as !== 'file' || reading.text !== undefined) return reading?.problems ?? [];
  const what = `is ${reading.file.noun} and no text: it is listed under Files in this answer`;
  return [...reading.problems, { where: `results[${entry}].data`, what, severity: 'note' }];
}

/** Texts that say something else than the layouts do: places in the list of texts. */
function besideLayouts(readings: readonly Reading[], taken: readonly number[]): readonly number[] {
  const layouts = readings.flatMap((reading) => (reading.as === 'layout' ? [withoutSpace(reading.text)] : []));
  const said = new Set([...layouts, layouts.join('')]);
  return [...taken.keys()].filter((at) => {
    const reading = readings[taken[at] ?? -1];
    return reading?.as === 'text' && !said.has(withoutSpace(reading.text));
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function tooMany(count: number): Problem {
  const most = MOST_RECTANGLES.toLocaleString('en');
  return {
    where: 'results',
    what: `hold ${count.toLocaleString('en')} boxes, and ${most} are the most that are read`,
    todo: 'The raw answer can be viewed and saved as it came.',
    severity: 'error',
  };
}
