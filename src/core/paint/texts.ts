import { type Inspection, imageRectOf } from '../inspection/inspection.ts';
import { itemText } from '../inspection/items.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { FONT } from './palette.ts';
import { type Projection, type ScreenBox, screenBox } from './projection.ts';
import { STYLES, type StyleCodes } from './region-styles.ts';
import { type FittedText, fitText, type Ruler, USED_WIDTH } from './text-fit.ts';
import type { PaintView } from './view.ts';

/** Smaller boxes and smaller letters are left out: nobody can read them, and text is most of the cost of a frame. */
const BOX_FROM = 6;
const LETTERS_FROM = 4;
/** Sizes are cut to this part of a pixel: setting a font is dear, and equal sizes share one. */
const SIZE_STEP = 0.5;
const MEASURED_AT = 100;
/** Leaves the outline of the box to be seen, in CSS pixels. */
const INSET = 1.5;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };
const fitted = new WeakMap<Inspection, Map<number, FittedText | null>>();

/** The recognised text of each region in its place, on a nearly opaque plate, never outside its box. */
export function paintTexts(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  styles: StyleCodes,
): void {
  const { received } = inspection.regions;
  const { palette, viewport } = view;
  paintPlates(brush, inspection, view, at, rows, styles.codes, false, palette.plate);
  const found = styles.present.some((code) => STYLES[code]?.emphasis === 'matched');
  if (found) paintPlates(brush, inspection, view, at, rows, styles.codes, true, palette.foundPlate);

  brush.fillStyle = palette.ink;
  brush.textBaseline = 'alphabetic';
  let font = 0;
  let rtl: boolean | null = null;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    screenBox(at, received, row, box);
    const letters = lettersOf(brush, inspection, row, viewport.scale);
    const text = letters === 0 ? null : fitOf(brush, inspection, row);
    if (!text) continue;
    if (letters !== font) {
      font = letters;
      brush.font = `${letters}px ${FONT}`;
    }
    if (text.rtl !== rtl) {
      rtl = text.rtl;
      brush.direction = rtl ? 'rtl' : 'ltr';
    }
    if (text.exact) paintExactly(brush, text, text.exact, viewport.scale, letters);
    else paintLines(brush, text, viewport.scale);
  }
  brush.direction = 'ltr';
  brush.textAlign = 'left';
}

/** The ground under texts that are drawn: of what the search found, or of the others. */
function paintPlates(
  brush: Brush,
  inspection: Inspection,
  { viewport }: PaintView,
  at: Projection,
  rows: ArrayLike<number>,
  codes: Uint8Array,
  found: boolean,
  colour: string,
): void {
  brush.fillStyle = colour;
  let inPath = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    if ((STYLES[codes[row] ?? 0]?.emphasis === 'matched') !== found) continue;
    screenBox(at, inspection.regions.received, row, box);
    if (lettersOf(brush, inspection, row, viewport.scale) === 0) continue;
    if (inPath === 0) brush.beginPath();
    const [width, height] = [box.x2 - box.x1 - 2 * INSET, box.y2 - box.y1 - 2 * INSET];
    brush.rect(box.x1 + INSET, box.y1 + INSET, Math.max(width, 0), Math.max(height, 0));
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();
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
function lettersOf(brush: Brush, inspection: Inspection, row: number, scale: number): number {
  if (box.x2 - box.x1 < BOX_FROM || box.y2 - box.y1 < BOX_FROM) return 0;
  const text = fitOf(brush, inspection, row);
  if (!text) return 0;
  const letters = Math.floor((text.size * scale) / SIZE_STEP) * SIZE_STEP;
  return letters < LETTERS_FROM ? 0 : letters;
}

/** Fitted once per region in image pixels: zooming only scales it. */
function fitOf(brush: Brush, inspection: Inspection, row: number): FittedText | null {
  let fits = fitted.get(inspection);
  if (!fits) {
    fits = new Map();
    fitted.set(inspection, fits);
  }
  const before = fits.get(row);
  if (before !== undefined) return before;
  const text = itemText(inspection, row) ?? '';
  const { x1, y1, x2, y2 } = imageRectOf(inspection, row);
  const fit = text === '' ? null : fitText(text, x2 - x1, y2 - y1, rulerOf(brush));
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
