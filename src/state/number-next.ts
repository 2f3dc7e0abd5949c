import type { RegionTable } from '../core/inspection/region-table.ts';
import { familyAt, moveTo } from '../core/order/hand.ts';
import { currentInspection, useInspections } from './inspections.ts';
import { handOf, useOrders } from './reading-order.ts';

/** Where clicks number regions: this one of `regions` is next in the order by hand, and the one after it is asked for. Else nothing. */
export function numberNext(regions: RegionTable, row: number): void {
  const { numbering, choices, move, setNumbering } = useOrders.getState();
  const { key } = currentInspection(useInspections.getState());
  const hand = handOf(choices[key], regions);
  if (numbering === null || !hand) return;
  const step = moveTo(hand.order, hand.regions.parent, row, numbering);
  if (step) move(key, step);
  const { order } = useOrders.getState().choices[key]?.hand ?? hand;
  const place = order.indexOf(row);
  // What has a number already becomes the last one that was numbered. What stands in it goes with it.
  if (place >= 0) setNumbering(place + familyAt(order, hand.regions.parent, place));
}
