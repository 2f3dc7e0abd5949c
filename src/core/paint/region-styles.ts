import { bandOf, type Thresholds } from '../inspection/confidence.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { isFlagged } from '../inspection/items.ts';
import { isLevelShown } from '../inspection/levels-shown.ts';
import { LOOK_NAMES, type LookName } from './palette.ts';
import { repeatsOf } from './repeats.ts';

/** How a region stands to the search: no search, found by it, or not. */
export type Emphasis = 'normal' | 'matched' | 'dimmed';

export interface RegionStyle {
  readonly look: LookName;
  readonly emphasis: Emphasis;
}

/** All the ways a region can be drawn; the code of a row is a place in this list. Matched ones come last: on top. */
export const STYLES: readonly RegionStyle[] = (['dimmed', 'normal', 'matched'] as const).flatMap((emphasis) =>
  LOOK_NAMES.map((look) => ({ look, emphasis })),
);

export interface StyleCodes {
  /** Per row, a place in `STYLES`. */
  readonly codes: Uint8Array;
  /** Codes that occur at all, ascending: styles that nobody has cost nothing. */
  readonly present: readonly number[];
  /** Per code, how many rows have it. */
  readonly counts: readonly number[];
  /** Per row, 1 where a box with the same numbers and code is drawn anyway; null when there are none. Numbers and texts do not mind. */
  readonly repeats: Uint8Array | null;
}

const [PLAIN, FLAGGED, OUTSIDE] = [0, 1, 2];
const NOTHING_FOUND = new Uint32Array(0);
const DIMMED = 0;
const NORMAL = LOOK_NAMES.length;
const MATCHED = LOOK_NAMES.length * 2;
/** The look of the first of `BANDS`. */
const FIRST_BAND = LOOK_NAMES.indexOf('untold');

interface Known {
  readonly matches: Uint32Array | null;
  readonly thresholds: Thresholds | null;
  readonly styles: StyleCodes;
}

const known = new WeakMap<Inspection, Known>();

/**
 * Codes of an inspection under a search, made anew only when either changes. `matches`: items found, null without a search.
 * `thresholds`: looks are those of confidence.
 */
export function stylesOf(
  inspection: Inspection,
  matches: Uint32Array | null,
  thresholds: Thresholds | null = null,
): StyleCodes {
  const before = known.get(inspection);
  if (before && before.matches === matches && before.thresholds === thresholds) return before.styles;
  const looks = thresholds ? bandLooksOf(inspection, thresholds) : looksOf(inspection);
  const styles = makeStyles(inspection, matches, looks);
  known.set(inspection, { matches, thresholds, styles });
  return styles;
}

export function lookOf(inspection: Inspection, row: number, thresholds: Thresholds | null = null): LookName {
  if (thresholds) return LOOK_NAMES[bandLook(inspection.confidence, row, thresholds)] ?? 'untold';
  if (inspection.outside[row] === 1) return 'outside';
  return isFlagged(inspection, row) ? 'flagged' : 'plain';
}

function makeStyles(inspection: Inspection, matches: Uint32Array | null, looks: Uint8Array): StyleCodes {
  const codes = new Uint8Array(looks.length);
  const counts = STYLES.map(() => 0);
  const other = matches ? DIMMED : NORMAL;
  for (let row = 0; row < looks.length; row += 1) codes[row] = other + (looks[row] ?? 0);
  for (const row of matches ?? NOTHING_FOUND) {
    if (row < looks.length) codes[row] = MATCHED + (looks[row] ?? 0);
  }
  for (let row = 0; row < codes.length; row += 1) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1;
  // A box of a level that is not shown stands for no other.
  const repeats = repeatsOf(inspection.regions, (row) => (isLevelShown(inspection, row) ? (codes[row] ?? 0) : -1));
  return { codes, counts, present: [...counts.keys()].filter((code) => counts[code] !== 0), repeats };
}

function bandLook(confidence: Inspection['confidence'], row: number, thresholds: Thresholds): number {
  return FIRST_BAND + bandOf(confidence?.[row] ?? NaN, thresholds);
}

/** Whatever else is odd about a row is told in the list: a colour says one thing at a time. */
function bandLooksOf({ regions, confidence }: Inspection, thresholds: Thresholds): Uint8Array {
  const looks = new Uint8Array(regions.count);
  for (let row = 0; row < looks.length; row += 1) looks[row] = bandLook(confidence, row, thresholds);
  return looks;
}

const knownLooks = new WeakMap<Inspection, Uint8Array>();

/** Per row, the place of `lookOf` in `LOOK_NAMES`. Of a million rows a few have a problem of their own: only these are asked for it. */
function looksOf(inspection: Inspection): Uint8Array {
  const known = knownLooks.get(inspection);
  if (known) return known;
  const { regions, outside, regionProblems } = inspection;
  const looks = new Uint8Array(regions.count);
  for (let row = 0; row < looks.length; row += 1) {
    looks[row] = outside[row] === 1 ? OUTSIDE : regions.flags[row] !== 0 ? FLAGGED : PLAIN;
  }
  const ask = (row: number) => {
    if (looks[row] === PLAIN && isFlagged(inspection, row)) looks[row] = FLAGGED;
  };
  for (const row of regionProblems.keys()) ask(row);
  for (const row of rowsWithTextProblems(inspection)) ask(row);
  knownLooks.set(inspection, looks);
  return looks;
}

function* rowsWithTextProblems({ textProblems, pairing }: Inspection): Generator<number> {
  if (textProblems.size === 0) return;
  const { textOfRow } = pairing;
  for (let row = 0; row < textOfRow.length; row += 1) if (textProblems.has(textOfRow[row] ?? -1)) yield row;
}
