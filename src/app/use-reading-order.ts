import { useEffect, useMemo, useState } from 'react';
import type { Inspection } from '../core/inspection/inspection.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import type { ReadingOrder } from '../core/order/choice.ts';
import { axesOf } from '../core/order/axes.ts';
import { currentInspection, useInspections } from '../state/inspections.ts';
import { useNotices } from '../state/notices.ts';
import { handOf, useOrders } from '../state/reading-order.ts';
import type { Problem } from '../core/problem.ts';
import { usePart } from '../ui/kit/part.ts';
import { PARTS } from './parts.ts';

/** Drawable rows of the open inspection in the order that was chosen; null: as received, also until another is worked out. */
export function useReadingOrder(inspection: Inspection): Uint32Array | null {
  const key = useInspections((state) => currentInspection(state).key);
  const choice = useOrders((state) => state.choices[key]);
  const hand = handOf(choice, inspection.regions);
  const { regions } = inspection;
  useEffect(() => {
    useOrders.getState().shownAre(key, regions);
    useNotices.getState().clear('order');
  }, [key, regions]);
  const counted = useCounted(key, inspection, hand ? 'received' : (choice?.by ?? 'received'));
  return hand ? hand.order : counted;
}

const NOT_WORKED_OUT: Problem = {
  where: 'Reading order',
  what: 'could not be worked out, so the regions are read as received',
  todo: 'Choose the order again; if that fails too, reload the page.',
  severity: 'error',
};

interface Told {
  readonly of: RegionTable;
  /** What it was told by: the choice and how the page lies. */
  readonly by: string;
  readonly order: Uint32Array;
}

/** Few regions are put in order at once, many in a worker. */
function useCounted(key: string, inspection: Inspection, by: ReadingOrder): Uint32Array | null {
  const view = usePart(PARTS.fullView, false);
  const { regions, frame } = inspection;
  const { swapped, acrossBack, downBack } = axesOf(frame, by === 'columns from the right');
  // Another frame that does not turn the page changes no order.
  const told = [by, swapped, acrossBack, downBack].join(' ');
  const here = useMemo(
    () => (view && by !== 'received' ? view.orderFew(inspection, by) : null),
    // oxlint-disable-next-line react/exhaustive-deps -- of the inspection it reads the regions and how the page lies
    [view, regions, told],
  );
  const [many, setMany] = useState<Told | null>(null);

  useEffect(() => {
    if (!view || by === 'received' || here) return undefined;
    const giveUp = new AbortController();
    const { setWorking } = useOrders.getState();
    const tell = (order: Uint32Array) => {
      setMany({ of: regions, by: told, order });
      setWorking(false);
    };
    setWorking(true);
    useNotices.getState().clear('order');
    view.orderMany(inspection, by, giveUp.signal).then(tell, (error: unknown) => {
      if (giveUp.signal.aborted) return;
      setWorking(false);
      // What is shown and what is exported stay the same order.
      useOrders.getState().chooseOrder(key, 'received');
      useNotices.getState().tell('order', NOT_WORKED_OUT);
      reportError(error);
    });
    return () => {
      giveUp.abort();
      setWorking(false);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the same
  }, [view, key, regions, told, here]);
  if (by === 'received') return null;
  return here ?? (many?.of === regions && many.by === told ? many.order : null);
}
