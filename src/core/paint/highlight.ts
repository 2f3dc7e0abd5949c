import { type Inspection, isDrawable } from '../inspection/inspection.ts';
import { isSelected, type Selection, selectedItems } from '../inspection/selection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
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
import type { PaintView } from './view.ts';

const SELECTED_LINE = 2;
const HALO = 6;
/** Corner marks: the side of the small square at each corner, and the box it needs. */
const CORNER = 7;
const CORNERS_FROM = 24;
/** With more than this selected, corner marks would be all one sees. */
const CORNERS_UP_TO = 200;
/** Its badge is that of a box at least this high: readable even on a dot. */
const LEAST_BADGE_FOR = 20;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

export interface HighlightView extends PaintView {
  readonly selection: Selection;
  readonly hover: number | null;
  readonly labels: boolean;
  readonly order: boolean;
}

/**
 * What is pointed at and chosen. Hovered: a halo. Selected: filled, a thick line, corner marks. Active: selected with a halo
 * and its number. Each differs from the others by shape, not by colour alone.
 */
export function paintHighlight(brush: Brush, inspection: Inspection, view: HighlightView): void {
  const { selection, hover } = view;
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const active = selection.active !== null && isDrawable(inspection, selection.active) ? selection.active : null;
  const pointed = hover !== null && isDrawable(inspection, hover) ? hover : null;
  const chosen =
    selection.count === 0 ? [] : selectedItems(selection).filter((item) => inSight(inspection, view, at, item));
  brush.setLineDash(SOLID);
  brush.lineJoin = 'miter';

  if (pointed !== null) paintHalo(brush, inspection, view, at, pointed);
  if (active !== null && active !== pointed) paintHalo(brush, inspection, view, at, active);
  paintSelected(brush, inspection, view, at, chosen);
  if (chosen.length <= CORNERS_UP_TO) paintCorners(brush, inspection, view, at, chosen);
  const near = pointed ?? active;
  if (view.order && near !== null) paintOrderNear(brush, inspection, view, at, near);
  if (view.labels && pointed !== null) paintBadge(brush, inspection, view, at, pointed);
  if (view.labels && active !== null && active !== pointed) paintBadge(brush, inspection, view, at, active);
}

function inSight(inspection: Inspection, { stage }: PaintView, at: Projection, item: number): boolean {
  if (!isDrawable(inspection, item)) return false;
  screenBox(at, inspection.regions.received, item, box);
  return box.x2 >= -HALO && box.y2 >= -HALO && box.x1 <= stage.width + HALO && box.y1 <= stage.height + HALO;
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
  brush.strokeStyle = view.palette.looks[lookOf(inspection, row)].stroke;
  brush.lineWidth = width;
  brush.stroke();
}

function outline(brush: Brush, inspection: Inspection, at: Projection, row: number, inset: number): void {
  screenBox(at, inspection.regions.received, row, box);
  brush.beginPath();
  traceRegion(brush, at, inspection.regions.received, row, box, inset);
}

function paintSelected(
  brush: Brush,
  inspection: Inspection,
  { palette, pixelRatio }: PaintView,
  at: Projection,
  rows: readonly number[],
): void {
  const width = crispWidth(SELECTED_LINE, pixelRatio);
  brush.fillStyle = palette.selectedFill;
  brush.strokeStyle = palette.accent;
  brush.lineWidth = width;
  for (let from = 0; from < rows.length; from += BOXES_PER_PATH) {
    brush.beginPath();
    for (const row of rows.slice(from, from + BOXES_PER_PATH)) {
      screenBox(at, inspection.regions.received, row, box);
      traceRegion(brush, at, inspection.regions.received, row, box, width / 2);
    }
    brush.fill();
    brush.stroke();
  }
}

function paintCorners(
  brush: Brush,
  inspection: Inspection,
  { palette, pixelRatio }: PaintView,
  at: Projection,
  rows: readonly number[],
): void {
  const side = crispWidth(CORNER, pixelRatio);
  const line = crispWidth(1.5, pixelRatio);
  let any = false;
  for (const row of rows) {
    screenBox(at, inspection.regions.received, row, box);
    if (box.x2 - box.x1 < CORNERS_FROM || box.y2 - box.y1 < CORNERS_FROM) continue;
    if (!any) brush.beginPath();
    any = true;
    for (const x of [box.x1, box.x2]) {
      for (const y of [box.y1, box.y2]) brush.rect(x - side / 2, y - side / 2, side, side);
    }
  }
  if (!any) return;
  brush.fillStyle = palette.cornerFill;
  brush.fill();
  brush.strokeStyle = palette.accent;
  brush.lineWidth = line;
  brush.stroke();
}

/** The number of the region one looks at is always shown: where its label stands, or on its box's upper edge where that stepped aside. */
function paintBadge(brush: Brush, inspection: Inspection, view: HighlightView, at: Projection, row: number): void {
  const badge = view.badges.find(row) ?? badgeOnEdge(brush, inspection, at, row);
  const look = view.palette.looks[lookOf(inspection, row)];
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
