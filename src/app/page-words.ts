import type { FrameCheck } from '../core/frame-check/check.ts';
import { isExifTurn } from '../core/geometry/exif-frame.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import { NOTHING_SELECTED } from '../core/inspection/selection.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import type { PixelChoice } from '../image/image-view.ts';
import { useInspections, currentInspection } from '../state/inspections.ts';
import { handOf, useOrders } from '../state/reading-order.ts';
import { useView } from '../state/view-store.ts';
import { grouped } from '../ui/regions/numbers.ts';
import type { PageData } from './use-inspection.ts';

/** For the status bar: size, and which of the two ways of turning is in use where there are two. */
export function imageWords({ image }: PageData): string | null {
  if (!image) return null;
  const { size, source, choice } = image;
  const words = `${grouped(size.width)} x ${grouped(size.height)} px`;
  if (source.orientation === 1) return words;
  return `${words}, ${choice === 'raw' ? 'raw pixels' : `turned by EXIF ${source.orientation}`}`;
}

/** Which of the two ways of reading the file the rectangles belong to, where they differ and the pixels say so. */
export function pixelsThatFit({ image }: Pick<PageData, 'image'>, check: FrameCheck | null): PixelChoice | null {
  if (!image || !check || image.source.orientation === 1) return null;
  if (check.verdict === 'fits') return image.choice;
  const [best] = check.suggestions;
  if (check.verdict !== 'fits only if' || !best) return null;
  if (!isExifTurn(best.setting, image.source.orientation, image.orientation)) return null;
  return image.choice === 'raw' ? 'upright' : 'raw';
}

/** False when there is no step to take back, or while a hand holds the regions: what it does is no step yet. */
export function undoFrame(): boolean {
  if (useView.getState().liveFrame !== null) return false;
  const { frame } = currentInspection(useInspections.getState());
  useInspections.getState().undoFrame();
  return frame.before.length > 0;
}

/** The last move of an order by hand of these regions; false when there is none. */
export function undoOrder(regions: RegionTable): boolean {
  const { key } = currentInspection(useInspections.getState());
  const { choices, undo } = useOrders.getState();
  if (!handOf(choices[key], regions)?.done.length) return false;
  undo(key);
  return true;
}

/** The last move that was taken back; false when there is none. */
export function redoOrder(regions: RegionTable): boolean {
  const { key } = currentInspection(useInspections.getState());
  const { choices, redo } = useOrders.getState();
  if (!handOf(choices[key], regions)?.undone.length) return false;
  redo(key);
  return true;
}

/** Esc with nothing else open: first clicks stop numbering, then the search goes, then the filter, then the selection. False when neither was there. */
export function backOut(): boolean {
  const { search, filter, selection, setSearch, setFilter, select } = useView.getState();
  const { numbering, setNumbering } = useOrders.getState();
  if (numbering !== null) setNumbering(null);
  else if (search !== '') setSearch('');
  else if (filter.length > 0) setFilter([]);
  else if (selection.count > 0 || selection.active !== null) select(NOTHING_SELECTED);
  else return false;
  return true;
}

/** Some task came to an end that brings nothing. */
export function hasFailed({ tasks }: Pick<PageData, 'tasks'>): boolean {
  return TASK_KINDS.some((kind) => ['failed', 'error', 'not-found'].includes(tasks[kind].view.phase));
}

export function count(flags: Uint8Array): number {
  let set = 0;
  for (const flag of flags) set += flag;
  return set;
}
