import type { Inspection } from '../inspection/inspection.ts';
import { paintBoxes } from './boxes.ts';
import type { Brush } from './brush.ts';
import { paintLabels } from './labels.ts';
import { project } from './projection.ts';
import { paintReadingOrder } from './reading-order.ts';
import { stylesOf } from './region-styles.ts';
import { type FitAllowance, paintTexts } from './texts.ts';
import { areMany, type PaintView, rowsInSight } from './view.ts';

export interface RegionsView extends PaintView {
  /** Items found by the search, ascending; null: no search. */
  readonly matches: Uint32Array | null;
  readonly labels: boolean;
  readonly text: boolean;
  readonly order: boolean;
}

/**
 * All regions with what is switched on, onto a cleared canvas. Cost grows with what is in sight, not with what there is; for
 * very many of them `regionSlices` spreads it. With an allowance, true when texts were left out that the next painting adds.
 */
export function paintRegions(
  brush: Brush,
  inspection: Inspection,
  view: RegionsView,
  allowance?: FitAllowance,
): boolean {
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const rows = rowsInSight(view);
  view.badges.clear();
  const styles = stylesOf(inspection, view.matches, view.thresholds);
  paintBoxes(brush, inspection, view, at, rows, styles);
  const more = view.text && paintTexts(brush, inspection, view, at, rows, styles, allowance);
  if (view.order) paintReadingOrder(brush, inspection, view, at);
  if (view.labels) paintLabels(brush, inspection, view, at, rows, styles);
  return more;
}

/** More rows in sight than this are dear to draw in every frame; with their texts fewer are. */
const MANY = 1_500;
const MANY_TEXTS = 300;
/** The reading order is looked through as a whole, whatever is in sight. */
const MANY_STEPS = 10_000;

/** Whether drawing this view in every frame is too dear. */
export function isDear(view: RegionsView): boolean {
  if (view.order && view.index.rows.length > MANY_STEPS) return true;
  return areMany(view, view.text ? MANY_TEXTS : MANY);
}
