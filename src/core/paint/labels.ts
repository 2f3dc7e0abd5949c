import type { Inspection } from '../inspection/inspection.ts';
import {
  type Badge,
  badgeAbove,
  badgeBeside,
  badgeFont,
  badgeHeight,
  badgeInside,
  badgeWidth,
  digitWidth,
  paintNumber,
} from './badge.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { Occupied } from './occupied.ts';
import { type LookName, LOOK_NAMES } from './palette.ts';
import { type Projection, type ScreenBox, screenBox, snapped } from './projection.ts';
import { STYLES, type StyleCodes } from './region-styles.ts';
import type { PaintView } from './view.ts';

/** Numbers on boxes lower than this would be all one sees of them. In CSS pixels. */
const BOX_FROM = 7;
/** Boxes up to this height hold a line of text, all ink; larger ones are blocks, which can carry a badge inside. */
const INK_UP_TO = 48;
/** A box so many times as wide as its badge can carry it inside. */
const ROOMY = 2;
/** On a page so dense that fewer than this share of the numbers find a place, they are noise and none is shown. */
const WORTH_SHOWING = 0.3;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };
const occupied = new Occupied();

/**
 * The number of each region, as received. Numbers step aside: one stands beside its box, or above it, where no text is
 * in the way, or inside it where it is a block, or is left out; never one over another, the lower number first.
 * While something is searched for, only what was found is numbered.
 */
export function paintLabels(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  { codes }: StyleCodes,
): void {
  const { received } = inspection.regions;
  const { badges } = view;
  const digit = digitWidth(brush);
  occupied.clear(view.stage, snapped(view.viewport, view.pixelRatio));
  for (let i = 0; i < rows.length; i += 1) {
    screenBox(at, received, rows[i] ?? 0, box);
    if (box.y2 - box.y1 <= INK_UP_TO) occupied.addInk(box.x1, box.y1, box.x2, box.y2);
  }
  let asked = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const style = STYLES[codes[row] ?? 0];
    if (!style || style.emphasis === 'dimmed') continue;
    asked += 1;
    screenBox(at, received, row, box);
    const badge = placeBadge(box, row + 1, digit, at.pixelRatio);
    if (badge) badges.add(row, badge, LOOK_NAMES.indexOf(style.look));
  }
  if (badges.count < asked * WORTH_SHOWING) badges.clear();
  for (const name of LOOK_NAMES) paintBadges(brush, view, name);
}

/** The first place that suits and is free; null when there is none. */
function placeBadge(on: ScreenBox, number: number, digit: number, pixelRatio: number): Badge | null {
  const high = on.y2 - on.y1;
  if (high < BOX_FROM) return null;
  const height = badgeHeight(high);
  const width = badgeWidth(number, height, digit);
  const beside = badgeBeside(on, width, height, pixelRatio);
  if (isFree(beside)) return beside;
  const above = badgeAbove(on, width, height);
  if (on.x2 - on.x1 >= width && isFree(above)) return above;
  if (high <= INK_UP_TO || on.x2 - on.x1 < width * ROOMY) return null;
  const inside = badgeInside(on, width, height);
  return occupied.take(inside.x, inside.y, width, height) ? inside : null;
}

function isFree({ x, y, width, height }: Badge): boolean {
  return occupied.isClear(x, y, width, height) && occupied.take(x, y, width, height);
}

/** All plates of one look as a few paths, then their numbers. */
function paintBadges(brush: Brush, { palette, badges }: PaintView, name: LookName): void {
  const look = LOOK_NAMES.indexOf(name);
  brush.fillStyle = palette.looks[name].badge;
  let inPath = 0;
  for (let i = 0; i < badges.count; i += 1) {
    if (badges.lookOf(i) !== look) continue;
    if (inPath === 0) brush.beginPath();
    const { x, y, width, height } = badges.badge(i);
    brush.rect(x, y, width, height);
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();

  brush.fillStyle = palette.badgeText;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  let height = 0;
  for (let i = 0; i < badges.count; i += 1) {
    if (badges.lookOf(i) !== look) continue;
    const badge = badges.badge(i);
    if (badge.height !== height) {
      height = badge.height;
      brush.font = badgeFont(height);
    }
    paintNumber(brush, badge, badges.rowOf(i) + 1);
  }
  brush.textAlign = 'left';
}
