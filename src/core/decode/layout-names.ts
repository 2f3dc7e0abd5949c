import type { Level } from '../inspection/levels.ts';

/**
 * Names under which engines tell texts, confidences and levels. The service publishes none of its own (JSON results are only
 * described in words), so all that are in use are understood: Aspose's engines, OCR.space, Azure, Google, ALTO, PAGE, ABBYY.
 */

const MOST_REMEMBERED = 1000;

/** In any case and with any of `_-: ` in it. */
export const plainName = remembered((name) => name.replace(/[^A-Za-z0-9#]/g, '').toLowerCase());

/** The finest name wins: `TextLine` is a line, `recognitionAreasData` an area. */
const LEVEL_NAMES: readonly (readonly [Level, RegExp])[] = [
  ['word', /word|symbol|char|glyph|token|^strings?$/],
  ['line', /line|row/],
  ['paragraph', /para/],
  ['block', /area|block|zone|cell|table|textregion|printspace/],
  ['page', /page/],
];

export const levelOfName = remembered((name): Level => {
  const plain = plainName(name);
  return LEVEL_NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'region';
});

/** Names of an object's own text, the best first. */
export const TEXT_NAMES: readonly string[] = namesIn(`
  text textinline recognizedtext recognisedtext recognitiontext transcription transcript unicode
  linetext wordtext ocrtext content string word line symbol char value description #text
`);

export const CONFIDENCE_NAMES: readonly string[] = namesIn(`
  confidence conf score probability prob wc wconf xwconf charconfidence
`);

/** Names of a child that holds nothing but the box of its object. */
const BOX_NAMES = new Set(
  namesIn(`
  rect rectangle bbox box boundingbox boundingrect boundingrectangle bounds boundary boundingpoly
  boundingpolygon polygon poly points vertices quad coords coordinates location position geometry
  frame
`),
);
/** Names of a box where that is all there is: `{ TextInLine, Line: { X, Y, Width, Height } }`. */
const PLACE_NAMES = new Set(['line', 'area', 'region', 'shape', 'word', 'block']);

export function isBoxName(plain: string): boolean {
  return BOX_NAMES.has(plain);
}

export function isPlaceName(plain: string): boolean {
  return PLACE_NAMES.has(plain);
}

/** One, or a list of them. */
export function isConfidenceName(plain: string): boolean {
  return CONFIDENCE_NAMES.includes(plain) || CONFIDENCE_NAMES.includes(plain.replace(/s$/, ''));
}

/** The line that letters stand on is no box, and neither is a space (ALTO). */
export function isIgnoredName(plain: string): boolean {
  return plain === 'baseline' || plain === 'sp';
}

/** A list of this name that holds strings holds texts. */
export function isListOfTexts(name: string): boolean {
  const plain = plainName(name);
  return plain === '' || TEXT_NAMES.includes(plain) || /texts?$/.test(plain) || levelOfName(name) !== 'region';
}

function namesIn(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** A document has few names, each of them a hundred thousand times. */
function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    if (made.size < MOST_REMEMBERED && name.length < 100) made.set(name, value);
    return value;
  };
}
