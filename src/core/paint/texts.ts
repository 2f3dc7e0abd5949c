import { type Inspection, imageRectOf } from '../inspection/inspection.ts';
import { itemText } from '../inspection/items.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { FONT } from './palette.ts';
import type { Projection, ScreenBox } from './projection.ts';
import { STYLES, type StyleCodes } from './region-styles.ts';
import type { RowList } from './row-list.ts';
import { type FittedText, fitText, type Ruler, USED_WIDTH } from './text-fit.ts';
import { placeText, type TextTurn, textTurn } from './text-place.ts';
import type { PaintView } from './view.ts';

/** Smaller boxes and smaller letters are left out: nobody can read them, and text is most of the cost of a frame. */
const READ_FROM = 6;
const LETTERS_FROM = 4;
/** Sizes are cut to this part of a pixel: setting a font is dear, and equal sizes share one. */
const SIZE_STEP = 0.5;
const MEASURED_AT = 100;
/** Leaves the outline of the box to be seen, in CSS pixels. */
const INSET = 1.5;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };
/** Of a turned one, on the screen. */
const middle = { x: 0, y: 0 };
const fitted = new WeakMap<Inspection, Map<number, FittedText | null>>();

/** How many texts may still be fitted before the frame is shown: measuring letters is dear. */
export interface FitAllowance {
  left: number;
}

/**
 * The recognised text of each region in its place, on a nearly opaque plate, never outside its box. A text that is met for
 * the first time is left out when the allowance is used up; true when that happened: paint again, and more of them are there.
 */
export function paintTexts(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  styles: StyleCodes,
  allowance: FitAllowance = { left: Infinity },
): boolean {
  const one = { brush, inspection, view, at, rows, codes: styles.codes, allowance };
  paintPlates(one, 0, rows.length, false);
  if (anyFound(styles)) paintPlates(one, 0, rows.length, true);
  paintWords(one, 0, rows.length);
  return allowance.left < 0;
}

export interface TextPainting {
  readonly brush: Brush;
  readonly inspection: Inspection;
  readonly view: PaintView;
  readonly at: Projection;
  readonly rows: ArrayLike<number>;
  readonly codes: Uint8Array;
  readonly allowance: FitAllowance;
}

export function anyFound({ present }: StyleCodes): boolean {
  return present.some((code) => STYLES[code]?.emphasis === 'matched');
}

/** Adds the rows from place `from` to `to` whose boxes are large enough for a text: all that the others need look at. */
export function listReadable(
  inspection: Inspection,
  at: Projection,
  rows: ArrayLike<number>,
  from: number,
  to: number,
  into: RowList,
): void {
  const turn = textTurn(at);
  for (let i = from; i < to; i += 1) {
    placeText(at, turn, inspection.regions.received, rows[i] ?? 0, box, middle);
    if (isReadable()) into.add(rows[i] ?? 0);
  }
}

/** The region that `box` holds. */
function isReadable(): boolean {
  return box.x2 - box.x1 >= READ_FROM && box.y2 - box.y1 >= READ_FROM;
}

/** The ground under texts that are drawn, of rows from place `from` to `to`: of what the search found, or of the others. */
export function paintPlates(painting: TextPainting, from: number, to: number, found: boolean): void {
  const { brush, inspection, view, at, rows, codes } = painting;
  brush.fillStyle = found ? view.palette.foundPlate : view.palette.plate;
  const turn = textTurn(at);
  let inPath = 0;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    if ((STYLES[codes[row] ?? 0]?.emphasis === 'matched') !== found) continue;
    placeText(at, turn, inspection.regions.received, row, box, middle);
    if (lettersOf(painting, row) === 0) continue;
    if (inPath === 0) brush.beginPath();
    tracePlate(brush, turn);
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();
}

function tracePlate(brush: Brush, turn: TextTurn | null): void {
  const [width, height] = [Math.max(box.x2 - box.x1 - 2 * INSET, 0), Math.max(box.y2 - box.y1 - 2 * INSET, 0)];
  if (!turn) {
    brush.rect(box.x1 + INSET, box.y1 + INSET, width, height);
    return;
  }
  const [cos, sin] = [Math.cos(turn.angle) / 2, Math.sin(turn.angle) / 2];
  const [alongX, alongY, acrossX, acrossY] = [width * cos, width * sin, -height * sin, height * cos];
  brush.moveTo(middle.x - alongX - acrossX, middle.y - alongY - acrossY);
  brush.lineTo(middle.x + alongX - acrossX, middle.y + alongY - acrossY);
  brush.lineTo(middle.x + alongX + acrossX, middle.y + alongY + acrossY);
  brush.lineTo(middle.x - alongX + acrossX, middle.y - alongY + acrossY);
  brush.closePath();
}

/** The letters on the plates. */
export function paintWords(painting: TextPainting, from: number, to: number): void {
  const { brush, inspection, view, at, rows } = painting;
  const { scale } = view.viewport;
  brush.fillStyle = view.palette.ink;
  brush.textBaseline = 'alphabetic';
  const turn = textTurn(at);
  let font = 0;
  let rtl: boolean | null = null;
  for (let i = from; i < to; i += 1) {
    const row = rows[i] ?? 0;
    placeText(at, turn, inspection.regions.received, row, box, middle);
    const letters = lettersOf(painting, row);
    const text = letters === 0 ? null : fitOf(painting, row);
    if (!text) continue;
    if (letters !== font) {
      font = letters;
      brush.font = `${letters}px ${FONT}`;
    }
    if (text.rtl !== rtl) {
      rtl = text.rtl;
      brush.direction = rtl ? 'rtl' : 'ltr';
    }
    if (turn) {
      brush.save();
      brush.translate(middle.x, middle.y);
      brush.rotate(turn.angle);
    }
    if (text.exact) paintExactly(brush, text, text.exact, scale, letters);
    else paintLines(brush, text, scale);
    if (turn) brush.restore();
  }
  brush.direction = 'ltr';
  brush.textAlign = 'left';
}

function paintLines(brush: Brush, { lines, rtl, baseline, pitch }: FittedText, scale: number): void {
  const air = ((box.x2 - box.x1) * (1 - USED_WIDTH)) / 2;
  const width = box.x2 - box.x1 - 2 * air;
  brush.textAlign = rtl ? 'right' : 'left';
  for (const [at, line] of lines.entries()) {
    // The last argument squeezes the line by the pixel that rounding of letter widths may add: it never leaves the box.
    if (line !== '')
      brush.fillText(line, rtl ? box.x2 - air : box.x1 + air, box.y1 + (baseline + at * pitch) * scale, width);
  }
}

/** The font's size is one of a few; the rest up to the exact size is scaled, so that words on one line do not differ. */
function paintExactly(
  brush: Brush,
  { lines, size, baseline }: FittedText,
  { pen, stretch }: NonNullable<FittedText['exact']>,
  scale: number,
  letters: number,
): void {
  const rest = (size * scale) / letters;
  brush.textAlign = 'left';
  brush.save();
  brush.translate(box.x1 + pen * scale, box.y1 + baseline * scale);
  brush.scale(rest * stretch, rest);
  brush.fillText(lines[0] ?? '', 0, 0);
  brush.restore();
}

/** Font size on the screen in CSS pixels for the region that `box` holds; 0 when there is nothing to read. */
function lettersOf(painting: TextPainting, row: number): number {
  if (!isReadable()) return 0;
  const text = fitOf(painting, row);
  if (!text) return 0;
  const letters = Math.floor((text.size * painting.view.viewport.scale) / SIZE_STEP) * SIZE_STEP;
  return letters < LETTERS_FROM ? 0 : letters;
}

/** Fitted once per region in image pixels: zooming only scales it. null: nothing to set, or not yet. */
function fitOf({ brush, inspection, allowance, at, view }: TextPainting, row: number): FittedText | null {
  let fits = fitted.get(inspection);
  if (!fits) {
    fits = new Map();
    fitted.set(inspection, fits);
  }
  const before = fits.get(row);
  if (before !== undefined) return before;
  const text = itemText(inspection, row) ?? '';
  if (text !== '') {
    allowance.left -= 1;
    if (allowance.left < 0) return null;
  }
  const upright = textTurn(at) === null;
  // Of an upright one without the grid of the screen.
  const { x1, y1, x2, y2 } = upright ? imageRectOf(inspection, row) : box;
  const by = upright ? 1 : 1 / view.viewport.scale;
  const fit = text === '' ? null : fitText(text, (x2 - x1) * by, (y2 - y1) * by, rulerOf(brush));
  fits.set(row, fit);
  return fit;
}

function rulerOf(brush: Brush): Ruler {
  brush.font = `${MEASURED_AT}px ${FONT}`;
  // Ink reaches left and right of the point that the text is aligned by.
  brush.textAlign = 'left';
  return {
    width: (text) => brush.measureText(text).width / MEASURED_AT,
    ink: (text) => {
      const ink = brush.measureText(text);
      return {
        left: ink.actualBoundingBoxLeft / MEASURED_AT,
        right: ink.actualBoundingBoxRight / MEASURED_AT,
        ascent: ink.actualBoundingBoxAscent / MEASURED_AT,
        descent: ink.actualBoundingBoxDescent / MEASURED_AT,
      };
    },
  };
}
