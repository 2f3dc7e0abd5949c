import { useInspections } from '../../src/state/inspections.ts';
import { useLevelChoice } from '../../src/state/levels.ts';
import { type Place, useNotices } from '../../src/state/notices.ts';
import { useOrders } from '../../src/state/reading-order.ts';
import { useView } from '../../src/state/view-store.ts';

/** The stores as a page that was just opened has them. */
export function freshPage(): void {
  useInspections.setState(useInspections.getInitialState(), true);
  useLevelChoice.setState(useLevelChoice.getInitialState(), true);
  useNotices.setState(useNotices.getInitialState(), true);
  useOrders.setState(useOrders.getInitialState(), true);
  useView.setState(useView.getInitialState(), true);
}

/** What stands at a field, in words. */
export function toldAt(place: Place): string[] {
  return (useNotices.getState().notices[place] ?? []).map(({ what }) => what);
}
