import { levelsWithConfidence, lowRows, nextLow } from '../core/inspection/confidence.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { bitOf, isLevelShown, levelOf, levelsShown, withLevels } from '../core/inspection/levels-shown.ts';
import { inBoth } from '../core/lint/filter.ts';
import { useLevelChoice } from '../state/levels.ts';

export { levelsWithConfidence } from '../core/inspection/confidence.ts';
export { shownItems, withLevels } from '../core/inspection/levels-shown.ts';

/** An item that was asked for by its number is listed and drawn, whatever was shown before. */
export function showLevelOf(inspection: Inspection, item: number): void {
  if (isLevelShown(inspection, item)) return;
  useLevelChoice.getState().showLevels(levelsShown(inspection) | bitOf(levelOf(inspection.regions, item)));
}

/** Colours on or off. Where no level that is shown tells any confidence, those that do are shown in their place. */
export function toggleConfidence(inspection: Inspection): void {
  const { confidence, showConfidence } = useLevelChoice.getState();
  showConfidence(!confidence);
  if (!confidence) confidentView(inspection);
}

/**
 * The next low-confidence item of those listed, after the active one and round again; null when there is none. Levels are
 * changed like `toggleConfidence` does it.
 */
export function nextLowItem(inspection: Inspection, listed: Uint32Array, active: number | null): number | null {
  const { thresholds } = useLevelChoice.getState();
  const seen = confidentView(inspection);
  const low = lowRows(seen, thresholds);
  // What was listed is of other levels: the search has yet to look at these.
  return nextLow(seen === inspection ? inBoth(low, listed) : low, active);
}

function confidentView(inspection: Inspection): Inspection {
  const bits = levelsWithConfidence(inspection);
  if (bits === 0 || (bits & levelsShown(inspection)) !== 0) return inspection;
  useLevelChoice.getState().showLevels(bits, 'confidence');
  return withLevels(inspection, bits);
}
