import { type Inspection, imageRectOf } from '../inspection/inspection.ts';
import { itemText } from '../inspection/items.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import { FONT } from './palette.ts';
import { type Projection, type ScreenBox, screenBox } from './projection.ts';
import { type FittedText, fitText, LINE_HEIGHT, type MeasureText, USED_WIDTH } from './text-fit.ts';
import type { PaintView } from './view.ts';

/** Smaller boxes and smaller letters are left out: nobody can read them, and text is most of the cost of a frame. */
const BOX_FROM = 6;
const LETTERS_FROM = 4;
/** Of the line's height, from its top to the line the letters stand on. */
const BASELINE = 0.94;
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
): void {
  const { received } = inspection.regions;
  const { palette, viewport } = view;
  brush.fillStyle = palette.plate;
  let inPath = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    screenBox(at, received, row, box);
    if (lettersOf(brush, inspection, row, viewport.scale) === 0) continue;
    if (inPath === 0) brush.beginPath();
    brush.rect(
      box.x1 + INSET,
      box.y1 + INSET,
      Math.max(box.x2 - box.x1 - 2 * INSET, 0),
      Math.max(box.y2 - box.y1 - 2 * INSET, 0),
    );
    inPath += 1;
    if (inPath === BOXES_PER_PATH) {
      brush.fill();
      inPath = 0;
    }
  }
  if (inPath > 0) brush.fill();

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
      brush.textAlign = rtl ? 'right' : 'left';
    }
    paintLines(brush, text, letters);
  }
  brush.direction = 'ltr';
  brush.textAlign = 'left';
}

function paintLines(brush: Brush, { lines, rtl }: FittedText, letters: number): void {
  const air = ((box.x2 - box.x1) * (1 - USED_WIDTH)) / 2;
  const width = box.x2 - box.x1 - 2 * air;
  const step = letters * LINE_HEIGHT;
  const top = (box.y1 + box.y2 - step * lines.length) / 2;
  for (const [at, line] of lines.entries()) {
    // The last argument squeezes the line by the pixel that rounding of letter widths may add: it never leaves the box.
    if (line !== '')
      brush.fillText(line, rtl ? box.x2 - air : box.x1 + air, top + at * step + letters * BASELINE, width);
  }
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
  const fit = text === '' ? null : fitText(text, x2 - x1, y2 - y1, measureBy(brush));
  fits.set(row, fit);
  return fit;
}

function measureBy(brush: Brush): MeasureText {
  brush.font = `${MEASURED_AT}px ${FONT}`;
  return (text) => brush.measureText(text).width / MEASURED_AT;
}
