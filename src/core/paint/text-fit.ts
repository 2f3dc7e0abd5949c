/** A text set into a box: the font size in the box's own units, and its lines from the top. */
export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
  /** Reads from right to left, by its first letter with a direction. */
  readonly rtl: boolean;
}

/** Width of a text at a font size of 1. */
export type MeasureText = (text: string) => number;

/** In font sizes, room for accents and descenders of every script included. */
export const LINE_HEIGHT = 1.2;
/** Of the box's width; the rest is air, so that letters do not touch the outline. */
export const USED_WIDTH = 0.98;
/** Nobody reads more than this in one box on a screen; the list has the whole. */
const MAX_LENGTH = 4_000;
/** A run without a space longer than this may be broken anywhere. */
const MAX_WORD = 24;
/** Each step halves the range between a size that fits and twice that size: ten leave a thousandth. */
const STEPS = 10;
/** A billionth of the box: what does not fit then has no size. */
const MOST_HALVINGS = 30;

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}]|[\u{1E800}-\u{1EFFF}]/u;
const WITH_DIRECTION = /\p{L}/u;
/** Scripts that break between any two signs. */
const WITHOUT_SPACES = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/;
/** What a canvas draws as boxes or as nothing: control signs, and marks that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const INVISIBLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * The largest size at which the text, wrapped, lies inside `width` x `height`. Lines in the text stay lines.
 * null for a text with nothing to see or a box without area. Never throws.
 */
export function fitText(text: string, width: number, height: number, measure: MeasureText): FittedText | null {
  const room = width * USED_WIDTH;
  const clean = visibleText(text);
  if (clean === '' || !(room > 0) || !(height > 0)) return null;
  const words = wordsOf(clean, measure);
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
  // Letters that join or kern make a line other than the sum of its words: measured once more as a whole.
  const widest = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
  const size = widest > 0 ? Math.min(low, room / widest) : low;
  return { size, lines, rtl: isRtl(clean) };
}

export function isRtl(text: string): boolean {
  const first = WITH_DIRECTION.exec(text)?.[0];
  return first !== undefined && RTL.test(first);
}

function visibleText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return cut
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, ' ')
    .trim();
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
