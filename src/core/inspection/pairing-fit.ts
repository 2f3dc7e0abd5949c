import type { Measures } from './plausible.ts';

/**
 * What this page shows of how long a text is in its box. Three readings, as no box says which is its own: lines as high as most (width
 * tells), letters of another size (width by height tells), lines whose ends the text does not say (area tells).
 */
export interface PageFit {
  /** log of the height of a line. */
  readonly lineHeight: number;
  readonly byWidth: Spread;
  readonly byAspect: Spread;
  readonly byArea: Spread;
  /** Of the lengths of all texts, whatever their box. */
  readonly anywhere: Spread;
}

interface Spread {
  readonly middle: number;
  readonly scale: number;
}

/** Texts may have moved by so many places. */
export const FARTHEST = 3;
/** Pairs looked at to learn the page. */
const SAMPLE = 2_000;
/** A quarter of Student's t with 3 degrees of freedom lies nearer to the middle than this. */
const QUARTER = 0.35;
/** What is assumed of a page before it is seen, and how many pairs that counts for. */
const USUAL_SCALE = 0.3;
const USUAL_WEIGHT = 10;
/** Share of texts whose length has nothing to do with their box: a form's field, a text cut short. */
const STRAY = 0.1;
const LEAST_SCALE = 0.08;

/**
 * Learns from the pairs at hand although some or all of them may be wrong: the middle is the same for wrong ones, and the spread is
 * taken where texts moved by up to `FARTHEST` agree best, by the quarter of the pairs that agrees best.
 */
export function* fitOf(
  measures: Measures,
  textAtPlace: Int32Array,
  rows: Uint32Array | null,
): Generator<void, PageFit> {
  const places = sampled(textAtPlace.length);
  const pairs = (shift: number, reading: (row: number, text: number) => number) => {
    const found: number[] = [];
    for (const place of places) {
      const at = place + shift;
      const text = textAtPlace[place] ?? -1;
      if (text < 0 || at < 0 || at >= measures.width.length) continue;
      const value = reading(rows ? (rows[at] ?? at) : at, text);
      if (Number.isFinite(value)) found.push(value);
    }
    return Float64Array.from(found).toSorted();
  };
  const { length, lines, height } = measures;
  const lineHeight = quantile(
    pairs(0, (row, text) => (height[row] ?? NaN) - (lines[text] ?? NaN)),
    0.5,
  );
  const spread = (reading: (row: number, text: number) => number): Spread => {
    const middle = quantile(pairs(0, reading), 0.5);
    let scale = Infinity;
    let count = 0;
    for (let shift = -FARTHEST; shift <= FARTHEST; shift += 1) {
      const away = pairs(shift, (row, text) => Math.abs(reading(row, text) - middle));
      count = Math.max(count, away.length);
      if (away.length > 0) scale = Math.min(scale, quantile(away, 0.25) / QUARTER);
    }
    return { middle, scale: tempered(scale, count) };
  };
  yield;
  const byWidth = spread((row, text) => (length[text] ?? NaN) - widthReading(measures, lineHeight, row, text));
  yield;
  const byAspect = spread((row, text) => (length[text] ?? NaN) - aspectReading(measures, row, text));
  yield;
  const byArea = spread((row, text) => (length[text] ?? NaN) - areaReading(measures, row));
  yield;
  const lengths = pairs(0, (_, text) => length[text] ?? NaN);
  const middle = quantile(lengths, 0.5);
  return {
    lineHeight,
    byWidth,
    byAspect,
    byArea,
    anywhere: { middle, scale: tempered((quantile(lengths, 0.75) - quantile(lengths, 0.25)) / 1.53, lengths.length) },
  };
}

/** log of the likelihood of a text's length in the box of a row; without a box, of its length on this page. 0 without a text. */
export function likelihood(fit: PageFit, measures: Measures, row: number, text: number): number {
  const length = text < 0 ? NaN : (measures.length[text] ?? NaN);
  if (Number.isNaN(length)) return 0;
  const width = measures.width[row] ?? NaN;
  if (Number.isNaN(width)) return Math.log(student(length, fit.anywhere));
  const byWidth = student(length - widthReading(measures, fit.lineHeight, row, text), fit.byWidth);
  const byAspect = student(length - aspectReading(measures, row, text), fit.byAspect);
  const byArea = student(length - areaReading(measures, row), fit.byArea);
  const inBox = (byWidth + byAspect + byArea) / 3;
  return Math.log((1 - STRAY) * inBox + STRAY * student(length, fit.anywhere));
}

/** How many spreads a text is longer than its box lets expect, by the mildest reading; below 0: shorter. NaN without box or text. */
export function oddness(fit: PageFit, measures: Measures, row: number, text: number): number {
  const length = measures.length[text] ?? NaN;
  const spreads = [
    spreadsAway(length - widthReading(measures, fit.lineHeight, row, text), fit.byWidth),
    spreadsAway(length - aspectReading(measures, row, text), fit.byAspect),
    spreadsAway(length - areaReading(measures, row), fit.byArea),
  ];
  return spreads.reduce((mild, other) => (Math.abs(other) < Math.abs(mild) ? other : mild));
}

/** As many lines as the text says, or as the box has room for. */
function widthReading({ width, height, lines }: Measures, lineHeight: number, row: number, text: number): number {
  const room = Math.floor(Math.exp((height[row] ?? NaN) - lineHeight) + 0.25);
  return (width[row] ?? NaN) + Math.max(lines[text] ?? 0, room > 1 ? Math.log(room) : 0);
}

/** n lines are n times as many letters, each of them n times as narrow. */
function aspectReading({ aspect, lines }: Measures, row: number, text: number): number {
  return (aspect[row] ?? NaN) + 2 * (lines[text] ?? NaN);
}

function areaReading({ width, height }: Measures, row: number): number {
  return (width[row] ?? NaN) + (height[row] ?? NaN);
}

function spreadsAway(value: number, { middle, scale }: Spread): number {
  return (value - middle) / scale;
}

/** Student's t with 3 degrees of freedom: odd boxes are common, and none of them may decide by itself. */
function student(value: number, spread: Spread): number {
  const away = spreadsAway(value, spread);
  const shape = 1 + (away * away) / 3;
  return 0.3676 / (spread.scale * shape * shape);
}

function tempered(scale: number, count: number): number {
  if (!Number.isFinite(scale)) return USUAL_SCALE;
  const squared = (scale * scale * count + USUAL_SCALE * USUAL_SCALE * USUAL_WEIGHT) / (count + USUAL_WEIGHT);
  return Math.max(LEAST_SCALE, Math.sqrt(squared));
}

function sampled(count: number): number[] {
  const step = Math.max(1, count / SAMPLE);
  return Array.from({ length: Math.min(count, SAMPLE) }, (_, at) => Math.floor(at * step));
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
