import type { Inspection } from '../inspection/inspection.ts';
import { isFlagged } from '../inspection/items.ts';
import { LOOK_NAMES, type LookName } from './palette.ts';

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
}

const DIMMED = 0;
const NORMAL = 3;
const MATCHED = 6;

const known = new WeakMap<Inspection, { matches: Uint32Array | null; styles: StyleCodes }>();

/** Codes of an inspection under a search, made anew only when either changes. `matches`: items found, null without a search. */
export function stylesOf(inspection: Inspection, matches: Uint32Array | null): StyleCodes {
  const before = known.get(inspection);
  if (before && before.matches === matches) return before.styles;
  const styles = makeStyles(inspection, matches);
  known.set(inspection, { matches, styles });
  return styles;
}

export function lookOf(inspection: Inspection, row: number): LookName {
  if (inspection.outside[row] === 1) return 'outside';
  return isFlagged(inspection, row) ? 'flagged' : 'plain';
}

function makeStyles(inspection: Inspection, matches: Uint32Array | null): StyleCodes {
  const { count } = inspection.regions;
  const codes = new Uint8Array(count).fill(matches ? DIMMED : NORMAL);
  for (const item of matches ?? []) if (item < count) codes[item] = MATCHED;
  const seen = new Set<number>();
  for (let row = 0; row < count; row += 1) {
    const look = lookOf(inspection, row);
    const code = (codes[row] ?? 0) + LOOK_NAMES.indexOf(look);
    codes[row] = code;
    seen.add(code);
  }
  return { codes, present: [...seen].toSorted((one, other) => one - other) };
}
