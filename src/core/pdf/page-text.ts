import { type Box, LayoutBuilder, type LayoutRows } from '../decode/layout-rows.ts';
import { MOST_RECTANGLES } from '../decode/formats/rectangles.ts';
import type { Affine } from '../geometry/affine.ts';
import type { Size } from '../geometry/space.ts';

/**
 * A run of letters on a page, as pdf.js gives it (`TextItem` and `TextStyle`): usually a word or a line.
 * https://github.com/mozilla/pdf.js/blob/master/src/display/api.js
 */
export interface TextRun {
  readonly str: string;
  readonly dir: string;
  /** From letters of size 1, on their base line, to points of the page. */
  readonly transform: readonly number[];
  /** Points along the line, and across it; of vertical writing the other way round. */
  readonly width: number;
  readonly height: number;
  /** The line ends behind it. */
  readonly hasEOL: boolean;
  /** Parts of the height above and below the base line, the latter negative; NaN where the font tells none. */
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
}

/** As most fonts have it; for fonts that tell nothing, or nonsense. */
const ASCENT = 0.8;
const DESCENT = -0.2;

type Corners = readonly [number, number, number, number];

interface Word {
  text: string;
  corners: Corners | null;
}

/**
 * The text of a page as rows: the page, its lines, their words. Words end where white space stands, also across runs. Where a word
 * stands within its run is estimated by its letters, as a PDF tells the place of runs only.
 *
 * @param toPixels from points of the page to pixels of its picture: crop, turn, unit and scale
 * @returns null when there are more than 1,000,000 rows; no rows at all when nothing is written on the page
 */
export function pageText(runs: Iterable<TextRun>, toPixels: Affine, { width, height }: Size): LayoutRows | null {
  const builder = new LayoutBuilder();
  let page = -1;
  for (const words of linesOf(runs, toPixels)) {
    if (builder.count + words.length + 2 > MOST_RECTANGLES) return null;
    if (page < 0) page = builder.add('page', -1, { corners: [0, 0, width, height], fromText: false }, () => '');
    const number = builder.count + 1;
    const line = builder.add('line', page, boxOf(joined(words.map(({ corners }) => corners))), () => `row ${number}`);
    for (const { text, corners } of words) {
      const row = builder.add('word', line, boxOf(corners), () => `row ${builder.count}`);
      builder.setText(row, text);
    }
  }
  return builder.done();
}

function* linesOf(runs: Iterable<TextRun>, toPixels: Affine): Generator<readonly Word[]> {
  let words: Word[] = [];
  /** The word that the next run goes on with, unless white space comes between. */
  let open: Word | null = null;
  let before: TextRun | null = null;
  for (const run of runs) {
    if (before && words.length > 0 && !onOneLine(before, run)) {
      yield words;
      words = [];
      open = null;
    }
    if (run.str.trim() !== '') before = run;
    for (const { text, from, to } of pieces(run.str)) {
      if (text === null) {
        open = null;
        continue;
      }
      const corners = place(run, from, to, toPixels);
      if (open) {
        open.text += text;
        open.corners = joined([open.corners, corners]);
      } else words.push((open = { text, corners }));
    }
    if (!run.hasEOL) continue;
    if (words.length > 0) yield words;
    words = [];
    open = null;
  }
  if (words.length > 0) yield words;
}

/** pdf.js takes runs for one line that are less than the height of the larger apart, which may be that of a whole picture. */
function onOneLine(one: TextRun, other: TextRun): boolean {
  const [, , c = 0, d = 0, e = 0, f = 0] = one.transform;
  const [, , , , x = 0, y = 0] = other.transform;
  const up = unit(c, d);
  const apart = one.vertical ? Math.abs((x - e) * up.y - (y - f) * up.x) : Math.abs((x - e) * up.x + (y - f) * up.y);
  const size = one.vertical ? Math.min(one.width, other.width) : Math.min(one.height, other.height);
  return !(apart > size / 2);
}

interface Piece {
  /** null: white space. */
  readonly text: string | null;
  /** Parts of the run's letters. */
  readonly from: number;
  readonly to: number;
}

function* pieces(text: string): Generator<Piece> {
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/gu)) {
    const isSpace = piece.trim() === '';
    yield { text: isSpace ? null : piece, from: index / text.length, to: (index + piece.length) / text.length };
  }
}

/** The upright box round a part of a run; null when the file puts it nowhere. */
function place(run: TextRun, from: number, to: number, toPixels: Affine): Corners | null {
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = run.transform;
  // Of text from right to left, the first letters stand at the right end.
  const [first, last] = run.dir === 'rtl' ? [1 - to, 1 - from] : [from, to];
  const along = unit(a, b);
  const up = unit(c, d);
  const corners: { x: number; y: number }[] = [];
  for (const part of [first, last]) {
    for (const side of sides(run)) {
      const [right, above] = run.vertical
        ? [side * run.width, -part * run.height]
        : [part * run.width, side * run.height];
      const x = e + along.x * right + up.x * above;
      const y = f + along.y * right + up.y * above;
      corners.push({
        x: toPixels.a * x + toPixels.c * y + toPixels.e,
        y: toPixels.b * x + toPixels.d * y + toPixels.f,
      });
    }
  }
  const xs = corners.map(({ x }) => rounded(x));
  const ys = corners.map(({ y }) => rounded(y));
  const box: Corners = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box.every(Number.isFinite) ? box : null;
}

/** Where a run ends across its line: below and above the base line, or left and right of the middle of a column. */
function sides({ vertical, ascent, descent }: TextRun): readonly [number, number] {
  if (vertical) return [-0.5, 0.5];
  const tells = ascent > 0 && ascent <= 2 && descent <= 0 && descent >= -2;
  return tells ? [descent, ascent] : [DESCENT, ASCENT];
}

/** To hundredths of a pixel: what is finer comes from reckoning, not from the file. */
function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

function unit(x: number, y: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length };
}

function joined(all: readonly (Corners | null)[]): Corners | null {
  let box: Corners | null = null;
  for (const corners of all) {
    if (!corners) continue;
    const [x1, y1, x2, y2] = corners;
    box = box ? [Math.min(box[0], x1), Math.min(box[1], y1), Math.max(box[2], x2), Math.max(box[3], y2)] : corners;
  }
  return box;
}

function boxOf(corners: Corners | null): Box {
  return corners ? { corners, fromText: false } : { corners: null, what: 'has no place on the page' };
}
