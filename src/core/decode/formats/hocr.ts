import { type Level, LEVELS } from '../../inspection/levels.ts';
import type { Problem } from '../../problem.ts';
import type { Format } from '../format.ts';
import { betweenTexts, type Box, LayoutBuilder, type LayoutRows } from '../layout-rows.ts';
import { readMarkup } from '../markup.ts';
import { isTyped, type Payload } from '../payload.ts';
import { PlaceProblems } from '../place-problems.ts';
import { readCoordinate } from '../coordinate.ts';
import { asItCame, faultOf, layoutReading, severalPages, tooManyBoxes } from '../layout-reading.ts';
import { SourceList } from '../row-sources.ts';
import { MOST_RECTANGLES } from './rectangles.ts';

/** Pages, areas, paragraphs, lines and words of an hOCR page (hOCR 1.2, https://kba.github.io/hocr-spec/1.2/). */
export const hocrFormat: Format = {
  name: 'hOCR',
  begins: /^\s*</,
  matches: (payload) => isTyped(payload, 'hocr') || (!isTyped(payload, 'text') && looksLikeHocr(payload)),
  read: (payload) => {
    const { text, problems } = payload.text();
    const { rows, found, places } = readHocr(text, payload.where);
    if (rows.count > MOST_RECTANGLES) return tooManyBoxes(payload.where);
    if (rows.count === 0) return asItCame(payload, 'has no elements of hOCR');
    return layoutReading(payload, rows, [...problems, ...found], places);
  },
  sources: (payload) => {
    const sources = new SourceList();
    readHocr(payload.text().text, payload.where, sources);
    return sources.done();
  },
};

/** Typographic elements by their classes; the names of levels are those of the specification, and Tesseract's. */
const CLASSES: ReadonlyMap<string, Level> = new Map([
  // Our own, in front of the class that others know: what is no more than a region.
  ['ocrx_region', 'region'],
  ['ocr_page', 'page'],
  ['ocr_carea', 'block'],
  ['ocrx_block', 'block'],
  ['ocr_photo', 'block'],
  ['ocr_image', 'block'],
  ['ocr_table', 'block'],
  ['ocr_separator', 'block'],
  ['ocr_par', 'paragraph'],
  ['ocr_line', 'line'],
  ['ocrx_line', 'line'],
  ['ocr_header', 'line'],
  ['ocr_footer', 'line'],
  ['ocr_caption', 'line'],
  ['ocr_textfloat', 'line'],
  ['ocrx_word', 'word'],
  ['ocr_word', 'word'],
]);

function looksLikeHocr(payload: Payload): boolean {
  if (payload.bytes.length === 0) return false;
  const start = new TextDecoder().decode(payload.bytes.subarray(0, 4000));
  // Without an end to the class, each of a million that never close would be looked through to the end of the text.
  return /^\s*</.test(start) && /class\s*=\s*["']?[^"'<>]{0,500}\bocrx?_/i.test(payload.text().text);
}

interface Open {
  /** -1: an element that is no part of the layout. */
  readonly row: number;
  /** Of its tag, characters from 0. */
  readonly from: number;
  readonly level: Level;
  /** Texts of what closed in it, and of what stands between. */
  readonly parts: string[];
  inline: string;
}

/**
 * Rows of an hOCR text, and what is wrong with it.
 *
 * @param sources gets the place of each row's element
 */
export function readHocr(
  text: string,
  where: string,
  sources?: SourceList,
): { readonly rows: LayoutRows; readonly found: readonly Problem[]; readonly places: PlaceProblems } {
  const builder = new LayoutBuilder();
  const places = new PlaceProblems();
  const stack: Open[] = [];
  let pages = 0;
  const reading = readMarkup(text, {
    open: (_name, attributes, from) => {
      const title = attributes.get('title') ?? '';
      const level = builder.count > MOST_RECTANGLES ? null : levelOf(attributes.get('class') ?? '', title);
      if (!level) {
        stack.push({ row: -1, from, level: 'region', parts: [], inline: '' });
        return;
      }
      if (level === 'page') pages += 1;
      const box = boxOfTitle(title);
      const place = () => `${where}, ${attributes.get('id') ?? `${level} ${builder.count}`}`;
      const row = builder.add(level, rowAround(), box, place);
      if (!box.corners) {
        const { what } = box;
        places.add(() => ({ where: place(), what, severity: 'warning' }));
      }
      const said = propertyOf(title, 'x_wconf') ?? propertyOf(title, 'x_conf');
      const confidence = Number(said?.[0] ?? NaN);
      if (confidence >= 0 && confidence <= 100) builder.setConfidence(row, confidence);
      stack.push({ row, from, level, parts: [], inline: '' });
    },
    text: (piece) => {
      const inner = rowOpen();
      if (inner) inner.inline += piece;
    },
    close: (name, to) => {
      const done = stack.pop();
      if (name === 'br') {
        const inner = rowOpen();
        if (inner) inner.inline += ' ';
      }
      if (!done || done.row < 0) return;
      sources?.set(done.row, { from: done.from, to });
      flush(done);
      const own = done.parts.join('');
      builder.setText(done.row, own);
      const around = rowOpen();
      if (!around || own === '') return;
      if (done.level === 'word') around.inline += own;
      else {
        flush(around);
        append(around, own, done.level);
      }
    },
  });
  return { rows: builder.done(true), found: [...faultOf(where, text, reading), ...severalPages(where, pages)], places };

  function rowOpen(): Open | undefined {
    return stack.findLast(({ row }) => row >= 0);
  }
  function rowAround(): number {
    return rowOpen()?.row ?? -1;
  }
}

/** White space of the markup means one space at most. */
function flush(open: Open): void {
  const text = open.inline.replace(/\s+/g, ' ').trim();
  open.inline = '';
  if (text !== '') append(open, text, 'line');
}

function append(open: Open, text: string, level: Level): void {
  open.parts.push(open.parts.length === 0 ? text : betweenTexts(level) + text);
}

/** null: no part of the layout. Classes that are not known here count where they have a box; single characters do not. */
function levelOf(classes: string, title: string): Level | null {
  let isOther = false;
  for (const name of classes.toLowerCase().split(/\s+/)) {
    const level = CLASSES.get(name);
    if (level) return level;
    isOther ||= /^ocrx?_/.test(name) && !/cinfo|glyph|char/.test(name);
  }
  return isOther && propertyOf(title, 'bbox') ? LEVELS[0] : null;
}

function boxOfTitle(title: string): Box {
  const values = propertyOf(title, 'bbox');
  if (!values) return { corners: null, what: 'has no bbox' };
  if (values.length !== 4) return { corners: null, what: `has a bbox of ${values.length} numbers, needs x0 y0 x1 y1` };
  const numbers: number[] = [];
  for (const [at, value] of values.entries()) {
    const read = readCoordinate(value);
    if (read.value === null) return { corners: null, what: `${['x0', 'y0', 'x1', 'y1'][at]} ${read.what}` };
    numbers.push(read.value);
  }
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = numbers;
  return { corners: [x1, y1, x2, y2], fromText: false };
}

/** Values of a property of `title`: `bbox 1 2 3 4; x_wconf 95; image "a;b.png"`. null: it is not there. */
function propertyOf(title: string, name: string): readonly string[] | null {
  // File names stand in quotes and may hold anything.
  for (const property of title.replace(/"[^"]*"/g, '').split(';')) {
    const [first, ...values] = property.trim().split(/\s+/);
    if (first?.toLowerCase() === name) return values;
  }
  return null;
}
