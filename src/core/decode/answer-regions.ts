import { flagsSeen, flagSummary } from '../inspection/flag-words.ts';
import { FLAG } from '../inspection/region-table.ts';
import type { Problem } from '../problem.ts';
import { type AssembledRegions, assembleRegions, type EntryRows } from './assemble.ts';
import { type DecodedHere, NOTHING_DECODED, type ResultFile } from './decoded.ts';
import type { Reading } from './format.ts';
import { MOST_RECTANGLES } from './formats/rectangles.ts';
import type { RectangleRows } from './rectangle-rows.ts';
import { andMore, toldTogether } from './told.ts';

const REFUSALS_TOLD = 20;

/** All rectangles of an answer in one table. No entry could be read: no table, and the problems say why. */
export function regionsOfAnswer(readings: readonly Reading[]): DecodedHere {
  const unwrapping = toldTogether(
    readings.map(({ problems }) => problems),
    'entries have problems',
  );
  const none: DecodedHere = { ...NOTHING_DECODED, files: filesOf(readings), problems: unwrapping };
  if (!readings.some(({ as }) => as === 'rectangles')) return none;

  const parts = numberedParts(readings);
  const count = parts.reduce((sum, { rows }) => sum + rows.received.length / 4, 0);
  if (count > MOST_RECTANGLES) return { ...none, problems: [...unwrapping, tooMany(count)] };

  const regions = assembleRegions(parts);
  return {
    ...none,
    regions: regions.table,
    problems: [...unwrapping, ...refusals(regions, new Set(unwrapping)), ...flagSummary(regions.table)],
    regionProblems: new Map([...regions.refused].map(([row, problem]) => [row, [problem]])),
  };
}

/** What is no text and no rectangles, in the order received. */
export function filesOf(readings: readonly Reading[]): readonly ResultFile[] {
  return readings.flatMap((reading, entry) => (reading.as === 'file' ? [{ entry, ...reading.file }] : []));
}

/**
 * An answer normally holds one entry with all rectangles. Where every entry that was read holds exactly one, entries are
 * numbered like regions, so an unreadable one takes a row too, or the numbers behind it would slip.
 */
function numberedParts(readings: readonly Reading[]): readonly EntryRows[] {
  const read = readings.filter((reading) => reading.as === 'rectangles');
  const oneEach = readings.length > 1 && read.every(({ rows }) => rows.received.length === 4);
  return readings.flatMap((reading, entry): EntryRows[] => {
    if (reading.as === 'rectangles') return [{ entry, rows: reading.rows }];
    return oneEach ? [{ entry, rows: refusedRow(reading.problems.at(-1)) }] : [];
  });
}

function refusedRow(problem: Problem | undefined): RectangleRows {
  return {
    received: new Float64Array([NaN, NaN, NaN, NaN]),
    refused: new Map(problem ? [[0, problem]] : []),
    fromText: [],
  };
}

/** Each refused row in words, the first ones; without those that were told already. */
function refusals({ table, refused }: AssembledRegions, told: ReadonlySet<Problem>): Problem[] {
  if ((flagsSeen(table) & FLAG.refused) === 0) return [];
  const first = [...refused.values()].slice(0, REFUSALS_TOLD);
  const count = table.flags.reduce((sum, flags) => sum + (flags & FLAG.refused), 0);
  return [
    ...first.filter((problem) => !told.has(problem)),
    ...andMore(count - first.length, 'entries are not rectangles'),
  ];
}

function tooMany(count: number): Problem {
  const most = MOST_RECTANGLES.toLocaleString('en');
  return {
    where: 'results',
    what: `hold ${count.toLocaleString('en')} rectangles, and ${most} are the most that are read`,
    todo: 'The raw answer can be viewed and saved as it came.',
    severity: 'error',
  };
}
