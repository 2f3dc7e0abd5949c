import { type Inspection, isDrawable } from '../inspection/inspection.ts';
import { isSelected, type Selection } from '../inspection/selection.ts';
import { type Brush, SOLID } from './brush.ts';
import {
  type Badge,
  badgeAbove,
  badgeFont,
  badgeHeight,
  badgeInside,
  badgeWidth,
  digitWidth,
  paintNumber,
} from './badge.ts';
import { lookOf } from './region-styles.ts';
import { paintOrderNear } from './reading-order.ts';
import { crispWidth, project, type Projection, type ScreenBox, screenBox, traceRegion } from './projection.ts';
import { RowList } from './row-list.ts';
import { paintSelected, SELECTED_LINE, selectedInSight } from './selected.ts';
import type { PaintView } from './view.ts';

const HALO = 6;
/** Its badge is that of a box at least this high: readable even on a dot. */
const LEAST_BADGE_FOR = 20;
/** More selected boxes than this in sight are dear to draw in every frame. */
export const MANY_SELECTED = 1_500;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };
const chosen = new RowList();

export interface HighlightView extends PaintView {
  readonly selection: Selection;
  readonly hover: number | null;
  readonly labels: boolean;
  readonly order: boolean;
  /** Draws all that is selected in a cheaper way, where more than `MANY_SELECTED` are in sight. Without it they are all drawn here. */
  readonly drawMany?: () => void;
}

/**
 * What is pointed at and chosen. Hovered: a halo. Selected: filled, a thick line, corner marks. Active: selected with a halo
 * and its number. Each differs from the others by shape, not by colour alone.
 */
export function paintHighlight(brush: Brush, inspection: Inspection, view: HighlightView): void {
  const { selection, hover, drawMany } = view;
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const active = selection.active !== null && isDrawable(inspection, selection.active) ? selection.active : null;
  const pointed = hover !== null && isDrawable(inspection, hover) ? hover : null;
  brush.setLineDash(SOLID);
  brush.lineJoin = 'miter';

  if (pointed !== null) paintHalo(brush, inspection, view, at, pointed);
  if (active !== null && active !== pointed) paintHalo(brush, inspection, view, at, active);
  if (drawMany && selection.count > MANY_SELECTED) drawMany();
  else paintSelectedInSight(brush, inspection, view, at);
  const near = pointed ?? active;
  if (view.order && near !== null) paintOrderNear(brush, inspection, view, at, near);
  if (view.labels && pointed !== null) paintBadge(brush, inspection, view, at, pointed);
  if (view.labels && active !== null && active !== pointed) paintBadge(brush, inspection, view, at, active);
}

/** What is selected, box by box. */
export function paintSelectedInSight(
  brush: Brush,
  inspection: Inspection,
  view: PaintView & Pick<HighlightView, 'selection'>,
  at: Projection = project(inspection.frame, view.viewport, view.pixelRatio),
): void {
  selectedInSight(inspection, view.selection, view, at, Infinity, chosen);
  paintSelected(brush, inspection, view, at, chosen.rows);
}

/** A broad soft band round the box, a casing and a crisp line in it. */
function paintHalo(brush: Brush, inspection: Inspection, view: PaintView, at: Projection, row: number): void {
  const width = crispWidth(SELECTED_LINE, at.pixelRatio);
  outline(brush, inspection, at, row, -HALO / 2);
  brush.strokeStyle = view.palette.halo;
  brush.lineWidth = HALO;
  brush.stroke();
  outline(brush, inspection, at, row, width / 2);
  brush.strokeStyle = view.palette.casing;
  brush.lineWidth = width + 2 / at.pixelRatio;
  brush.stroke();
  brush.strokeStyle = view.palette.looks[lookOf(inspection, row, view.thresholds)].stroke;
  brush.lineWidth = width;
  brush.stroke();
}

function outline(brush: Brush, inspection: Inspection, at: Projection, row: number, inset: number): void {
  screenBox(at, inspection.regions.received, row, box);
  brush.beginPath();
  traceRegion(brush, at, inspection.regions.received, row, box, inset);
}

/** The number of the region one looks at is always shown: where its label stands, or on its box's upper edge where that stepped aside. */
function paintBadge(brush: Brush, inspection: Inspection, view: HighlightView, at: Projection, row: number): void {
  const badge = view.badges.find(row) ?? badgeOnEdge(brush, inspection, at, row);
  const look = view.palette.looks[lookOf(inspection, row, view.thresholds)];
  brush.fillStyle = isSelected(view.selection, row) ? view.palette.accent : look.badge;
  brush.fillRect(badge.x, badge.y, badge.width, badge.height);
  brush.fillStyle = view.palette.badgeText;
  brush.font = badgeFont(badge.height);
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  paintNumber(brush, badge, row + 1);
  brush.textAlign = 'left';
}

function badgeOnEdge(brush: Brush, inspection: Inspection, at: Projection, row: number): Badge {
  screenBox(at, inspection.regions.received, row, box);
  const height = badgeHeight(Math.max(box.y2 - box.y1, LEAST_BADGE_FOR));
  const width = badgeWidth(row + 1, height, digitWidth(brush));
  // At the upper edge of the stage there is no place above it.
  return box.y1 >= height ? badgeAbove(box, width, height) : badgeInside(box, width, height);
}
