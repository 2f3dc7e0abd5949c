import type { Inspection } from '../inspection/inspection.ts';
import { isLevelShown } from '../inspection/levels-shown.ts';

type Shown = Pick<Inspection, 'regions' | 'shownLevels'>;

/** An order is that of all levels: of it, what is drawn. */
export function drawnOf(order: Uint32Array, shown: Shown): Uint32Array {
  return shown.shownLevels === null ? order : order.filter((row) => isLevelShown(shown, row));
}

/** How many of the rows before a place are drawn: what the next one is numbered after. */
export function drawnBefore(order: Uint32Array, shown: Shown, place: number): number {
  return drawnOf(order.subarray(0, place), shown).length;
}
