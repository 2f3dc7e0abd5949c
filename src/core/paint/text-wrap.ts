/** Width of a text at a font size of 1. */
export type MeasureText = (text: string) => number;

/** In font sizes, room for accents and descenders of every script included. */
export const LINE_HEIGHT = 1.2;
/** A run without a space longer than this may be broken anywhere. */
const MAX_WORD = 24;
/** Each step halves the range between a size that fits and twice that size: ten leave a thousandth. */
const STEPS = 10;
/** A billionth of the box: what does not fit then has no size. */
const MOST_HALVINGS = 30;

/** Scripts that break between any two signs. */
const WITHOUT_SPACES = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/;

export interface WrappedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest size at which the text, wrapped, lies inside `room` x `height`. Lines in the text stay lines. */
export function wrapText(text: string, room: number, height: number, measure: MeasureText): WrappedText {
  const words = wordsOf(text, measure);
  const space = measure(' ');
  const widestWord = words.reduce((most, word) => Math.max(most, word.width), 0);
  let high = Math.min(height / LINE_HEIGHT, widestWord > 0 ? room / widestWord : Infinity);
  let low = high;
  // Down by halves until it fits, then between the last two: no box is too odd for it.
  for (let halved = 0; halved < MOST_HALVINGS && !fits(words, space, room, height, low); halved += 1) {
    high = low;
    low /= 2;
  }
  for (let step = 0; step < STEPS && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (fits(words, space, room, height, middle)) low = middle;
    else high = middle;
  }
  const lines = wrap(words, space, room / low);
  return { size: Math.min(low, sizeForWidth(lines, room, measure)), lines };
}

/**
 * The size at which the widest line is as wide as the room. Letters that join or kern make a line other than the sum of
 * its words: measured as a whole.
 */
export function sizeForWidth(lines: readonly string[], room: number, measure: MeasureText): number {
  const widest = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
  return widest > 0 ? room / widest : Infinity;
}

interface Word {
  readonly text: string;
  readonly width: number;
  /** What stands before it: nothing (inside a broken word), a space, or the end of a line. */
  readonly before: '' | ' ' | '\n';
}

function wordsOf(text: string, measure: MeasureText): Word[] {
  const words: Word[] = [];
  for (const [row, line] of text.split('\n').entries()) {
    const parts = line.split(/\s+/).filter((part) => part !== '');
    for (const [at, part] of (parts.length > 0 ? parts : ['']).entries()) {
      for (const [piece, signs] of pieces(part).entries()) {
        const before = piece > 0 ? '' : at > 0 ? ' ' : row > 0 ? '\n' : '';
        words.push({ text: signs, width: measure(signs), before });
      }
    }
  }
  return words;
}

/** A word as it may be broken: whole, or sign by sign where its script or its length asks for it. */
function pieces(word: string): string[] {
  return word.length > MAX_WORD || WITHOUT_SPACES.test(word) ? graphemes(word) : [word];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function graphemes(word: string): string[] {
  return Array.from(segmenter.segment(word), (part) => part.segment);
}

function fits(words: readonly Word[], space: number, width: number, height: number, size: number): boolean {
  const room = width / size;
  const most = Math.floor(height / (size * LINE_HEIGHT) + 1e-9);
  let lines = 1;
  let used = 0;
  for (const [at, word] of words.entries()) {
    // A hair more than the room is rounding: the largest size is where the widest word fills it.
    if (word.width > room * (1 + 1e-9)) return false;
    const gap = word.before === ' ' ? space : 0;
    if (at > 0 && (word.before === '\n' || used + gap + word.width > room)) {
      lines += 1;
      used = word.width;
    } else used += (at > 0 ? gap : 0) + word.width;
    if (lines > most) return false;
  }
  return lines <= most;
}

function wrap(words: readonly Word[], space: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [at, word] of words.entries()) {
    const gap = word.before === ' ' ? space : 0;
    if (at > 0 && (word.before === '\n' || used + gap + word.width > room)) {
      lines.push(line);
      line = word.text;
      used = word.width;
    } else {
      line += at > 0 && word.before === ' ' ? ` ${word.text}` : word.text;
      used += (at > 0 ? gap : 0) + word.width;
    }
  }
  lines.push(line);
  return lines;
}
