import { useDeferredValue, useMemo } from 'react';
import type { Thresholds } from '../core/inspection/confidence.ts';
import { useLevelChoice } from '../state/levels.ts';
import { usePart } from '../ui/kit/part.ts';
import { PARTS } from './parts.ts';
import type { PageData } from './use-inspection.ts';

export interface Levelled {
  /** With the levels that the person chose: what is searched is narrowed to them. */
  readonly page: PageData;
  /** By which regions are coloured; null: they are not, or the result tells no confidence. */
  readonly thresholds: Thresholds | null;
  /** Under which a confidence is low, coloured or not. */
  readonly low: Thresholds;
}

/**
 * The page narrowed to the levels that are shown. The selection is left as it is: what is chosen stays chosen, drawn and in
 * the details while its level is hidden.
 */
export function useLevels(found: PageData): Levelled {
  const view = usePart(PARTS.fullView, false);
  const levels = useLevelChoice((state) => state.levels);
  const on = useLevelChoice((state) => state.confidence);
  // A threshold that is dragged moves at once, and a million regions follow when there is time.
  const low = useDeferredValue(useLevelChoice((state) => state.thresholds));
  const { inspection, matches } = found;

  const seen = useMemo(() => (view ? view.withLevels(inspection, levels) : inspection), [view, inspection, levels]);
  const left = useMemo(() => {
    const shown = view && view.shownItems(seen);
    return shown && view.inBoth(matches, shown);
  }, [view, seen, matches]);
  const page = useMemo(() => (left ? { ...found, inspection: seen, matches: left } : found), [found, seen, left]);
  const thresholds = on && view && view.levelsWithConfidence(seen) !== 0 ? low : null;
  return useMemo(() => ({ page, thresholds, low }), [page, thresholds, low]);
}
