import type { Problem } from '../problem.ts';
import { FLAG, type FlagName, type RegionTable } from './region-table.ts';

interface FlagWords {
  readonly flag: FlagName;
  /** After "Region 7" or "2 regions": the same words fit one and many. */
  readonly what: string;
  readonly severity: Problem['severity'];
}

/** Every flag in words, in the order in which they are told. */
const FLAG_WORDS: readonly FlagWords[] = [
  { flag: 'refused', what: 'not a rectangle, so not drawn; the number is kept', severity: 'error' },
  { flag: 'swapped', what: 'corners came swapped; put in order for drawing and cutting', severity: 'warning' },
  { flag: 'noArea', what: 'no area, so there is nothing to draw or cut', severity: 'warning' },
  { flag: 'negative', what: 'coordinates below zero', severity: 'warning' },
  { flag: 'duplicate', what: 'the same four numbers as an earlier region', severity: 'warning' },
  { flag: 'stringNumbers', what: 'coordinates came as text, read as numbers', severity: 'note' },
];
const NUMBERS_NAMED = 5;

/** Of a line or a point whose padding was cut all the same. */
const ONLY_PADDING = 'no area, so only the padding round it was cut';

/** The flags of one region, in words. `padded`: padding gave a crop even to what has no area. */
export function flagProblems(table: RegionTable, row: number, padded = false): Problem[] {
  const flags = table.flags[row] ?? 0;
  return FLAG_WORDS.filter(({ flag }) => (flags & FLAG[flag]) !== 0).map(({ flag, what, severity }) => ({
    where: `Region ${row + 1}`,
    what: padded && flag === 'noArea' ? ONLY_PADDING : what,
    severity,
  }));
}

/** One line per kind of flag, with the numbers of the first regions it concerns. Refused ones are told one by one elsewhere. */
export function flagSummary(table: RegionTable): Problem[] {
  const seen = flagsSeen(table);
  return FLAG_WORDS.filter(({ flag }) => flag !== 'refused' && (seen & FLAG[flag]) !== 0).map(
    ({ flag, what, severity }) => {
      const rows = rowsWith(table, FLAG[flag]);
      return { where: regionsInWords(rows.first, rows.count), what, severity };
    },
  );
}

/** Bits that any row has: most tables have none, and looking once says so of all. */
export function flagsSeen({ flags }: RegionTable): number {
  let seen = 0;
  for (let row = 0; row < flags.length; row += 1) seen |= flags[row] ?? 0;
  return seen;
}

/** `Region 3`, `Regions 3, 9`, `Regions 3, 9, 12, 13, 14 and 20 more` for rows 2, 8, ... */
export function regionsInWords(first: readonly number[], count: number): string {
  const numbers = first.map((row) => row + 1).join(', ');
  if (count === 1) return `Region ${numbers}`;
  return `Regions ${numbers}${count > first.length ? ` and ${(count - first.length).toLocaleString('en')} more` : ''}`;
}

function rowsWith(table: RegionTable, bit: number): { readonly first: readonly number[]; readonly count: number } {
  const first: number[] = [];
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (((table.flags[row] ?? 0) & bit) === 0) continue;
    if (count < NUMBERS_NAMED) first.push(row);
    count += 1;
  }
  return { first, count };
}
