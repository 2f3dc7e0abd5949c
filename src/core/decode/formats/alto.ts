import type { Level } from '../../inspection/levels.ts';
import type { Problem } from '../../problem.ts';
import { boxOfFields } from '../box-of.ts';
import type { Format } from '../format.ts';
import { asItCame, faultOf, layoutReading, severalPages, tooManyBoxes } from '../layout-reading.ts';
import { type Box, LayoutBuilder, type LayoutRows } from '../layout-rows.ts';
import { readMarkup } from '../markup.ts';
import { isTyped, type Payload } from '../payload.ts';
import { PlaceProblems } from '../place-problems.ts';
import { SourceList } from '../row-sources.ts';
import { MOST_RECTANGLES } from './rectangles.ts';

/**
 * ALTO 2 to 4 (https://www.loc.gov/standards/alto/) by its own names: elements of several kinds in the order of the page, spaces and
 * hyphens where they are said, shapes that are no boxes of their own, and units that are no pixels.
 */
export const altoFormat: Format = {
  name: 'ALTO',
  begins: /^\s*</,
  matches: (payload) => isTyped(payload, 'alto') || (!isTyped(payload, 'text') && looksLikeAlto(payload)),
  read: (payload) => {
    const { text, problems } = payload.text();
    const { rows, found, places } = readAlto(text, payload.where);
    if (rows.count > MOST_RECTANGLES) return tooManyBoxes(payload.where);
    if (rows.count === 0) return asItCame(payload, 'has no elements of ALTO');
    return layoutReading(payload, rows, [...problems, ...found], places);
  },
  sources: (payload) => {
    const sources = new SourceList();
    readAlto(payload.text().text, payload.where, sources);
    return sources.done();
  },
};

/** Elements that are rows; characters (`Glyph`), margins and the print space are none. */
const ELEMENTS: ReadonlyMap<string, Level> = new Map([
  ['page', 'page'],
  ['composedblock', 'block'],
  ['textblock', 'block'],
  ['illustration', 'block'],
  ['graphicalelement', 'block'],
  ['textline', 'line'],
  ['string', 'word'],
]);

/** Pixels to each unit of the file at 300 dpi, and how it comes about. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['mm10', 'dpi / 254: 1.1811 for a scan of 300 dpi'],
  ['inch1200', 'dpi / 1200: 0.25 for a scan of 300 dpi'],
]);

function looksLikeAlto({ bytes }: Payload): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4000));
  return /^\s*</.test(start) && /<(?:\w{1,20}:)?alto[\s>]/i.test(start);
}

interface Open {
  /** -1: an element that is no row. */
  readonly row: number;
  /** Of its tag, characters from 0. */
  readonly from: number;
}

interface Line {
  readonly row: number;
  text: string;
  space: boolean;
}

interface AltoReading {
  readonly rows: LayoutRows;
  /** Of the whole. */
  readonly found: readonly Problem[];
  readonly places: PlaceProblems;
}

/**
 * Rows of an ALTO text, and what is wrong with it.
 *
 * @param sources gets the place of each row's element
 */
function readAlto(text: string, where: string, sources?: SourceList): AltoReading {
  const builder = new LayoutBuilder();
  const places = new PlaceProblems();
  const stack: Open[] = [];
  // Without a single space in the file, its words are not joined to one.
  const saysSpaces = /<(?:\w{1,20}:)?SP[\s/>]/i.test(text);
  let line: Line | null = null;
  let inUnit = false;
  let unit = '';
  let pages = 0;

  const addRow = (level: Level, attributes: ReadonlyMap<string, string>): number => {
    const box = boxOf(level, attributes);
    const place = () => `${where}, ${attributes.get('id') ?? `${level} ${builder.count}`}`;
    const row = builder.add(level, stack.findLast((open) => open.row >= 0)?.row ?? -1, box, place);
    if (!box.corners) {
      const { what } = box;
      places.add(() => ({ where: place(), what, severity: 'warning' }));
    }
    return row;
  };
  const word = (row: number, attributes: ReadonlyMap<string, string>) => {
    const content = attributes.get('content') ?? '';
    builder.setText(row, content);
    const confidence = Number(attributes.get('wc') ?? NaN);
    if (confidence >= 0 && confidence <= 100) builder.setConfidence(row, confidence);
    if (!line) return;
    line.text += (line.text !== '' && (line.space || !saysSpaces) ? ' ' : '') + content;
    line.space = false;
  };

  const reading = readMarkup(text, {
    open: (name, attributes, from) => {
      inUnit = name === 'measurementunit';
      const level = builder.count > MOST_RECTANGLES ? undefined : ELEMENTS.get(name);
      const row = level ? addRow(level, attributes) : -1;
      if (level === 'page') pages += 1;
      else if (level === 'line') line = { row, text: '', space: false };
      else if (level === 'word') word(row, attributes);
      else if (line && name === 'sp') line.space = true;
      else if (line && name === 'hyp') line.text += attributes.get('content') ?? '-';
      stack.push({ row, from });
    },
    text: (piece) => {
      if (inUnit && unit === '') unit = piece.trim().toLowerCase();
    },
    close: (_name, to) => {
      const done = stack.pop();
      if (!done || done.row < 0) return;
      sources?.set(done.row, { from: done.from, to });
      if (done.row !== line?.row) return;
      builder.setText(done.row, line.text);
      line = null;
    },
  });
  return {
    rows: builder.done(),
    found: [...inOtherUnits(where, unit), ...faultOf(where, text, reading), ...severalPages(where, pages)],
    places,
  };
}

/** A page says its size alone. */
function boxOf(level: Level, attributes: ReadonlyMap<string, string>): Box {
  const fields = level === 'page' ? new Map([['hpos', '0'], ['vpos', '0'], ...attributes]) : attributes;
  const box = boxOfFields(fields);
  if (!box) return { corners: null, what: 'has no HPOS, VPOS, WIDTH and HEIGHT' };
  return box.corners ? { ...box, fromText: false } : box;
}

/** The file does not say how many pixels they are. */
function inOtherUnits(where: string, unit: string): Problem[] {
  const scale = UNITS.get(unit);
  if (scale === undefined) return [];
  const what = `tells its boxes in ${unit === 'mm10' ? 'tenths of a millimetre' : '1/1200 inch'}, not in pixels`;
  return [{ where, what, todo: `Set both scales in the section Frame to ${scale}.`, severity: 'warning' }];
}
