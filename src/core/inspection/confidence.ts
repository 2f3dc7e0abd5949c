import { rowsWhere } from '../rows-where.ts';
import type { Inspection } from './inspection.ts';
import { isLevelShown, type LevelBits } from './levels-shown.ts';
import { firstAfter } from './listed.ts';

/** Confidences, 0 to 1: under `low` is low, under `middle` middle, from there on high. `low` is at most `middle`. */
export interface Thresholds {
  readonly low: number;
  readonly middle: number;
}

export const USUAL_THRESHOLDS: Thresholds = { low: 0.6, middle: 0.85 };

/** What a confidence is called. Not being told is no confidence at all, neither a low nor a high one. */
export const BANDS = ['untold', 'low', 'middle', 'high'] as const;
export type Band = (typeof BANDS)[number];

/** A place in `BANDS`. Thresholds are whole per cent, and so are confidences mostly: as such they are compared, in Float32. */
export function bandOf(confidence: number, { low, middle }: Thresholds): number {
  if (Number.isNaN(confidence)) return 0;
  if (confidence < Math.fround(low)) return 1;
  return confidence < Math.fround(middle) ? 2 : 3;
}

/** Per band, how many rows of the levels that are shown have it. */
export function bandCounts(inspection: Inspection, thresholds: Thresholds): readonly number[] {
  const counts = BANDS.map(() => 0);
  const { confidence, regions } = inspection;
  for (let row = 0; row < regions.count; row += 1) {
    if (!isLevelShown(inspection, row)) continue;
    const band = bandOf(confidence?.[row] ?? NaN, thresholds);
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return counts;
}

/** Rows under the lower threshold, ascending, of the levels that are shown. */
export function lowRows(inspection: Inspection, { low }: Thresholds): Uint32Array<ArrayBuffer> {
  const { confidence, regions } = inspection;
  const under = Math.fround(low);
  return rowsWhere(regions.count, (row) => (confidence?.[row] ?? NaN) < under && isLevelShown(inspection, row));
}

const told = new WeakMap<Float32Array, LevelBits>();

/** Levels of which some row has a confidence; 0: the result tells none. */
export function levelsWithConfidence({ confidence, regions }: Pick<Inspection, 'confidence' | 'regions'>): LevelBits {
  if (!confidence) return 0;
  const known = told.get(confidence);
  if (known !== undefined) return known;
  let bits = 0;
  for (let row = 0; row < confidence.length; row += 1) {
    if (!Number.isNaN(confidence[row])) bits |= 1 << (regions.level[row] ?? 0);
  }
  told.set(confidence, bits);
  return bits;
}

/** The low one to look at after `active`, among those of the list and round again; null when there is none. */
export function nextLow(low: Uint32Array, active: number | null): number | null {
  const at = active === null ? 0 : firstAfter(low, active);
  return low[at] ?? low[0] ?? null;
}

/** `62 %`, rounded down: what is low never reads as if it were not. null: there is none. */
export function confidenceWords({ confidence }: Pick<Inspection, 'confidence'>, row: number): string | null {
  const value = confidence?.[row] ?? NaN;
  // A hundredth of a per cent: Float32 of 0.29 is a little less.
  return Number.isNaN(value) ? null : `${Math.floor(value * 100 + 0.01)} %`;
}
