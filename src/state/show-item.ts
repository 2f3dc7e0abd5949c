import { centre } from '../core/geometry/rect.ts';
import type { ImageRect } from '../core/geometry/space.ts';
import { zoomToRect } from '../core/geometry/viewport.ts';
import { type Inspection, imageRectOf, isDrawable } from '../core/inspection/inspection.ts';
import { itemText } from '../core/inspection/items.ts';
import { useView } from './view-store.ts';

/** A box whose shorter side is less than this many CSS pixels cannot be made out. */
const TINY = 9;
/** So large is its shorter side made: a line of text one can read, with its neighbours in sight. */
const READABLE = 28;
/** A line of text is enlarged up to this height in CSS pixels: a word does not fill the screen. */
const LINE_HEIGHT = 96;
/** Of a font's size: the usual width of a letter, and from line to line. */
const LETTER = 0.5;
const PITCH = 1.2;
/** Text that would take up more lines than this in its box, filling it, is not one line. */
const ONE_LINE = 1.6;

/**
 * Brings a region into sight with the least change of view: nothing when it is seen already, a pan when it is not,
 * a zoom only when it would be too small to make out or too large for the stage. Items without a box are left alone.
 */
export function showItem(inspection: Inspection, item: number): void {
  if (!isDrawable(inspection, item)) return;
  const rect = imageRectOf(inspection, item);
  const { viewport, stage, reveal, zoomBy, zoomTo, centreOn } = useView.getState();
  const shorter = Math.min(rect.x2 - rect.x1, rect.y2 - rect.y1);
  const largest = zoomToRect(rect, stage).scale;
  if (isLargerThan(rect, stage.width / viewport.scale, stage.height / viewport.scale)) {
    zoomTo(rect);
    return;
  }
  // Never so large that a long box leaves the stage.
  const scale = Math.min(READABLE / shorter, largest);
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
  if (!isDrawable(inspection, item)) return;
  const rect = imageRectOf(inspection, item);
  useView.getState().zoomTo(rect, isOneLine(itemText(inspection, item), rect) ? LINE_HEIGHT : Infinity);
}

function isLargerThan(rect: ImageRect, width: number, height: number): boolean {
  return rect.x2 - rect.x1 > width || rect.y2 - rect.y1 > height;
}

/** Whether a box holds one line: by how often its text must be broken to fill it; without a text, by its shape. */
function isOneLine(text: string | null, { x1, y1, x2, y2 }: ImageRect): boolean {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return x2 - x1 > 2 * (y2 - y1);
  if (trimmed.includes('\n')) return false;
  return Math.sqrt((trimmed.length * LETTER * (y2 - y1)) / (PITCH * (x2 - x1))) < ONE_LINE;
}
