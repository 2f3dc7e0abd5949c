import { centre } from '../core/geometry/rect.ts';
import { zoomToRect } from '../core/geometry/viewport.ts';
import { type Inspection, imageRectOf, isDrawable } from '../core/inspection/inspection.ts';
import { useView } from './view-store.ts';

/** A box whose shorter side is less than this many CSS pixels cannot be made out. */
const TINY = 9;
/** So large is its shorter side made: a line of text one can read, with its neighbours in sight. */
const READABLE = 28;

/**
 * Brings a region into sight with the least change of view: nothing when it is seen already, a pan when it is not,
 * and a zoom only when it would be too small to make out. Items without a box are left alone.
 */
export function showItem(inspection: Inspection, item: number): void {
  if (!isDrawable(inspection, item)) return;
  const rect = imageRectOf(inspection, item);
  const { viewport, stage, reveal, zoomBy, centreOn } = useView.getState();
  const shorter = Math.min(rect.x2 - rect.x1, rect.y2 - rect.y1);
  // Never so large that a long box leaves the stage.
  const scale = Math.min(READABLE / shorter, zoomToRect(rect, stage).scale);
  if (shorter * viewport.scale >= TINY || scale <= viewport.scale) {
    reveal(rect);
    return;
  }
  const middle = centre(rect);
  zoomBy(scale / viewport.scale);
  centreOn(middle.x, middle.y);
}

/** The region in the middle of the stage, as large as it can be with its surroundings in sight. */
export function zoomToItem(inspection: Inspection, item: number): void {
  if (isDrawable(inspection, item)) useView.getState().zoomTo(imageRectOf(inspection, item));
}
