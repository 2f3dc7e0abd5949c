import { type InkMap, isInk } from '../frame-check/ink-map.ts';
import { groupsOf } from './ink-groups.ts';

/** The ink of a page that may be text: without the lines of tables, frames and columns. */
export interface TextInk {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel of the map, 1 where there is ink. */
  readonly marks: Uint8Array;
  /** How high a letter usually is, in pixels of the map. Of the ink alone, so that it is the same whatever the regions are. */
  readonly letter: number;
}

/** Of letters: a line is longer than any stroke of them, ... */
const LINE_LENGTH = 8;
/** ... and thinner than a headline's. */
const LINE_WIDTH = 0.4;
const LEAST_LENGTH = 24;
const LEAST_WIDTH = 3;
/** Pixels of a group that may be a letter; below it is dust. */
const LEAST_LETTER = 4;
const LOWEST_LETTER = 3;
/** Of the height of the page: higher is a picture. */
const HIGHEST_LETTER = 1 / 20;
/** Of the height of the page, where there is nothing to measure. */
const USUAL_LETTER = 1 / 120;

export function textInkOf(map: InkMap): TextInk {
  const { width, height } = map;
  const marks = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (isInk(map, x, y)) marks[y * width + x] = 1;
  const letter = letterHeight(marks, width, height);
  return { width, height, marks: withoutLines(marks, width, height, letter), letter };
}

function letterHeight(marks: Uint8Array, width: number, height: number): number {
  const heights = groupsOf(marks, width, height)
    .filter(({ ink, top, bottom }) => ink >= LEAST_LETTER && bottom - top <= height * HIGHEST_LETTER)
    .map(({ top, bottom }) => bottom - top)
    .filter((high) => high >= LOWEST_LETTER)
    .toSorted((one, other) => one - other);
  return heights[heights.length >> 1] ?? Math.max(LOWEST_LETTER, Math.round(height * USUAL_LETTER));
}

/** A pixel belongs to a line when its run one way is long, and the one across is short. */
function withoutLines(marks: Uint8Array, width: number, height: number, letter: number): Uint8Array {
  const long = Math.max(LEAST_LENGTH, letter * LINE_LENGTH);
  const thin = Math.max(LEAST_WIDTH, letter * LINE_WIDTH);
  const level = runLengths(marks, height, width, width, 1);
  const upright = runLengths(marks, width, height, 1, width);
  return marks.map((mark, at) => {
    const wide = level[at] ?? 0;
    const high = upright[at] ?? 0;
    return (wide >= long && high <= thin) || (high >= long && wide <= thin) ? 0 : mark;
  });
}

/** Per pixel, how long the run of ink is that it lies in. `step` goes along a line, `next` from one line to the next. */
function runLengths(marks: Uint8Array, lines: number, length: number, next: number, step: number): Uint16Array {
  const lengths = new Uint16Array(marks.length);
  for (let line = 0; line < lines; line += 1) {
    const start = line * next;
    let from = 0;
    for (let at = 0; at <= length; at += 1) {
      if (at < length && marks[start + at * step] === 1) continue;
      for (let inside = from; inside < at; inside += 1) lengths[start + inside * step] = at - from;
      from = at + 1;
    }
  }
  return lengths;
}
