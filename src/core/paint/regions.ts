import type { Inspection } from '../inspection/inspection.ts';
import { paintBoxes } from './boxes.ts';
import type { Brush } from './brush.ts';
import { paintLabels } from './labels.ts';
import { project } from './projection.ts';
import { paintReadingOrder } from './reading-order.ts';
import { stylesOf } from './region-styles.ts';
import { paintTexts } from './texts.ts';
import { type PaintView, rowsInSight } from './view.ts';

export interface RegionsView extends PaintView {
  /** Items found by the search, ascending; null: no search. */
  readonly matches: Uint32Array | null;
  readonly labels: boolean;
  readonly text: boolean;
  readonly order: boolean;
}

/** All regions with what is switched on, onto a cleared canvas. Cost grows with what is in sight, not with what there is. */
export function paintRegions(brush: Brush, inspection: Inspection, view: RegionsView): void {
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const rows = rowsInSight(view);
  view.badges.clear();
  const styles = stylesOf(inspection, view.matches);
  paintBoxes(brush, inspection, view, at, rows, styles);
  if (view.text) paintTexts(brush, inspection, view, at, rows, styles);
  if (view.order) paintReadingOrder(brush, inspection, view, at);
  if (view.labels) paintLabels(brush, inspection, view, at, rows, styles);
}
