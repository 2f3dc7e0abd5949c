import type { Size } from '../geometry/space.ts';
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
  LEAST_BADGE_HEIGHT,
  paintNumber,
} from './badge.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { Occupied, roomFor } from './occupied.ts';
import { type LookName, LOOK_NAMES } from './palette.ts';
import { type Projection, type ScreenBox, screenBox, snapped } from './projection.ts';
import { STYLES, type StyleCodes } from './region-styles.ts';
import type { PaintView } from './view.ts';

/** Numbers on boxes lower than this would be all one sees of them. In CSS pixels. */
export const NUMBERED_FROM = 7;
/** Boxes up to this height hold a line of text, all ink; larger ones are blocks, which can carry a badge inside. */
const INK_UP_TO = 48;
/** A box so many times as wide as its badge can carry it inside. */
const ROOMY = 2;
/** On a page so dense that fewer than this share of the numbers find a place, they are noise and none is shown. */
const WORTH_SHOWING = 0.3;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };
const shared = new Occupied();

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
  let asked = 0;
  for (let i = 0; i < rows.length; i += 1) if (isNumbered(codes[rows[i] ?? 0])) asked += 1;
  if (!isWorthNumbering(asked, asked, digitWidth(brush), view.stage)) return;
  startPlacing(shared, view);
  addInk(shared, at, received, rows, 0, rows.length);
  placeNumbers(shared, brush, view, at, received, rows, 0, rows.length, codes);
  if (areTooFew(view.badges.count, asked)) view.badges.clear();
  paintNumbers(brush, view, 0, view.badges.count);
}

/** What is found, or all while nothing is searched for. */
export function isNumbered(code: number | undefined): boolean {
  const style = STYLES[code ?? 0];
  return style !== undefined && style.emphasis !== 'dimmed';
}

/**
 * False when it is certain that too few of the numbers would find a place to be shown: then placing them is not tried.
 * `asked`: how many boxes are to be numbered; `tall`: how many of them are high enough. A page of 50,000 words seen as a whole
 * is told from these two counts alone.
 */
export function isWorthNumbering(asked: number, tall: number, digit: number, stage: Size): boolean {
  return !areTooFew(tall, asked) && leastArea(Math.ceil(asked * WORTH_SHOWING), digit) <= roomFor(stage);
}

export function areTooFew(placed: number, asked: number): boolean {
  return placed < asked * WORTH_SHOWING;
}

/** Of so many different numbers, in square pixels: nine of them have one digit, ninety have two. */
function leastArea(numbers: number, digit: number): number {
  let area = 0;
  for (let first = 1; first <= numbers; first *= 10) {
    const count = Math.min(first * 10, numbers + 1) - first;
    area += count * badgeWidth(first, LEAST_BADGE_HEIGHT, digit) * LEAST_BADGE_HEIGHT;
  }
  return area;
}

export function startPlacing(occupied: Occupied, { stage, viewport, pixelRatio, badges }: PaintView): void {
  occupied.clear(stage, snapped(viewport, pixelRatio));
  badges.clear();
}

/** Text stands where small boxes are. For all rows before the first number is placed. */
export function addInk(
  occupied: Occupied,
  at: Projection,
  received: Float64Array,
  rows: ArrayLike<number>,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += 1) {
    screenBox(at, received, rows[i] ?? 0, box);
    if (box.y2 - box.y1 <= INK_UP_TO) occupied.addInk(box.x1, box.y1, box.x2, box.y2);
  }
}

/** Looks for a place for the number of each row from place `from` to `to` (exclusive), lower numbers first; gives how many there were. */
export function placeNumbers(
  occupied: Occupied,
  brush: Brush,
  { badges }: PaintView,
  at: Projection,
  received: Float64Array,
  rows: ArrayLike<number>,
  from: number,
  to: number,
  codes: Uint8Array,
): number {
  const digit = digitWidth(brush);
  let asked = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    const style = STYLES[codes[row] ?? 0];
    if (!style || !isNumbered(codes[row])) continue;
    asked += 1;
    screenBox(at, received, row, box);
    const badge = placeBadge(occupied, box, row + 1, digit, at.pixelRatio);
    if (badge) badges.add(row, badge, LOOK_NAMES.indexOf(style.look));
  }
  return asked;
}

/** Of the plates and numbers that were placed, those from place `from` to `to` (exclusive). */
export function paintNumbers(brush: Brush, view: PaintView, from: number, to: number): void {
  for (const name of LOOK_NAMES) paintBadges(brush, view, name, from, to);
}

/** The first place that suits and is free; null when there is none. */
function placeBadge(
  occupied: Occupied,
  on: ScreenBox,
  number: number,
  digit: number,
  pixelRatio: number,
): Badge | null {
  const high = on.y2 - on.y1;
  if (high < NUMBERED_FROM) return null;
  const height = badgeHeight(high);
  const width = badgeWidth(number, height, digit);
  const beside = badgeBeside(on, width, height, pixelRatio);
  if (isFree(occupied, beside)) return beside;
  const above = badgeAbove(on, width, height);
  if (on.x2 - on.x1 >= width && isFree(occupied, above)) return above;
  if (high <= INK_UP_TO || on.x2 - on.x1 < width * ROOMY) return null;
  const inside = badgeInside(on, width, height);
  return occupied.take(inside.x, inside.y, width, height) ? inside : null;
}

function isFree(occupied: Occupied, { x, y, width, height }: Badge): boolean {
  return occupied.isClear(x, y, width, height) && occupied.take(x, y, width, height);
}

/** All plates of one look as a few paths, then their numbers. */
function paintBadges(brush: Brush, { palette, badges }: PaintView, name: LookName, from: number, to: number): void {
  const look = LOOK_NAMES.indexOf(name);
  brush.fillStyle = palette.looks[name].badge;
  let inPath = 0;
  for (let i = from; i < to; i += 1) {
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
  for (let i = from; i < to; i += 1) {
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
