import type { Brush } from './brush.ts';
import { FONT } from './palette.ts';
import { onGrid, type ScreenBox } from './projection.ts';

/** A number plate, in CSS pixels. Digits are as wide as each other, so its width is known without measuring it. */
export interface Badge {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const LEAST_BADGE_HEIGHT = 11;
const LARGEST = 15;
/** Of its box's height, how much a badge may take. */
const SHARE = 0.7;
const PADDING = 3;
const LETTERS = 0.76;
/** Between a badge and the box that it stands beside, in CSS pixels: ink reaches to the edge of its box. */
const GAP = 2;

/** Width of a digit at a font size of 1, in the font of badges. */
export function digitWidth(brush: Brush): number {
  brush.font = `600 100px ${FONT}`;
  return brush.measureText('0').width / 100;
}

export function badgeHeight(boxHeight: number): number {
  return Math.min(Math.max(Math.round(boxHeight * SHARE), LEAST_BADGE_HEIGHT), LARGEST);
}

export function badgeWidth(number: number, height: number, digit: number): number {
  const digits = Math.floor(Math.log10(number)) + 1;
  return Math.ceil(digits * digit * height * LETTERS) + 2 * PADDING;
}

/** In the upper left corner of its box. */
export function badgeInside(box: ScreenBox, width: number, height: number): Badge {
  return { x: box.x1, y: box.y1, width, height };
}

/** Above its box. */
export function badgeAbove(box: ScreenBox, width: number, height: number): Badge {
  return { x: box.x1, y: box.y1 - height - GAP, width, height };
}

/** Left of its box, in the middle of its height: in the margin of a page, like the numbers of lines. */
export function badgeBeside(box: ScreenBox, width: number, height: number, pixelRatio: number): Badge {
  return { x: box.x1 - width - GAP, y: onGrid((box.y1 + box.y2 - height) / 2, pixelRatio), width, height };
}

export function badgeFont(height: number): string {
  return `600 ${height * LETTERS}px ${FONT}`;
}

/** The number in the middle of its plate. Font, colour and alignment (centre, middle) are set by the caller, once for many. */
export function paintNumber(brush: Brush, { x, y, width, height }: Badge, number: number): void {
  brush.fillText(String(number), x + width / 2, y + height / 2 + 0.5);
}
