import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Thresholds } from '../core/inspection/confidence.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import type { BoxLint } from '../core/lint/box-lint.ts';
import type { Lint, LintEvidence } from '../core/lint/lint.ts';
import { useView } from '../state/view-store.ts';
import { usePart } from '../ui/kit/part.ts';
import { PARTS } from './parts.ts';
import type { Evidence } from './use-evidence.ts';
import type { PageData } from './use-inspection.ts';

export interface Linted {
  /** null until the part that looks is there. */
  readonly lint: Lint | null;
  /** What the search left, and of that what the person's filter leaves. */
  readonly page: PageData;
}

/** What may be wrong with the result, and the page narrowed to the kinds that the person chose. `thresholds`: what low confidence is. */
export function useLint(found: PageData, evidence: Evidence, thresholds?: Thresholds): Linted {
  const view = usePart(PARTS.fullView, false);
  // After the regions are drawn: nobody waits for it.
  const inspection = useDeferredValue(found.inspection);
  const ink = inkOf(found, evidence);
  const inkIsEarlier = evidence.ink === null;
  const boxes = useBoxLint(inspection.regions);
  const lint = useMemo(
    () =>
      view && inspection.itemCount > 0
        ? view.lintOf(inspection, { boxes, ink, inkIsEarlier, ...(thresholds && { thresholds }) })
        : null,
    [view, inspection, boxes, ink, inkIsEarlier, thresholds],
  );

  const filter = useView((state) => state.filter);
  const { itemCount, regions } = found.inspection;
  // What was found in another answer says nothing of this one.
  const current = inspection.regions === regions && inspection.itemCount === itemCount ? lint : null;
  const kept = useMemo(
    () => (view && current && filter.length > 0 ? view.itemsOfKinds(current, filter, itemCount) : null),
    [view, current, filter, itemCount],
  );
  // Not anew with a poll: what an export counts hangs on it.
  const { matches, searching } = found;
  const left = useMemo(
    () => view && kept && (searching ? view.inBoth(matches, kept) : kept),
    [view, matches, searching, kept],
  );
  const page = useMemo(() => (left ? { ...found, matches: left, searching: true } : found), [found, left]);
  return { lint, page };
}

function inkOf({ inspection }: PageData, { lastInk, inkFailed, status }: Evidence): LintEvidence['ink'] {
  if (lastInk) return lastInk.density.length === inspection.regions.count ? lastInk : 'coming';
  if (status === 'nothing to check') return null;
  return inkFailed ? 'failed' : 'coming';
}

interface Told {
  readonly of: RegionTable;
  readonly boxes: BoxLint | 'failed';
}

/** Few rectangles are looked at in the same breath, many in a worker, once for each answer. */
function useBoxLint(regions: RegionTable): LintEvidence['boxes'] {
  const view = usePart(PARTS.fullView, false);
  const here = useMemo(() => view && view.lintFew(regions), [view, regions]);
  const [told, setTold] = useState<Told | null>(null);

  useEffect(() => {
    if (!view || here) return undefined;
    const giveUp = new AbortController();
    view.lintMany(regions, giveUp.signal).then(
      (boxes) => setTold({ of: regions, boxes }),
      (error: unknown) => {
        if (giveUp.signal.aborted) return;
        setTold({ of: regions, boxes: 'failed' });
        reportError(error);
      },
    );
    return () => giveUp.abort();
  }, [view, regions, here]);
  return here ?? (told?.of === regions ? told.boxes : 'coming');
}
