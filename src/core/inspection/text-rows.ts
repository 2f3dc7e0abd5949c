import type { PackedTexts } from './packed-texts.ts';
import { textAt, type Texts } from './texts.ts';

/** Stands between joined texts; nearly no text has one. */
export const BETWEEN = '\u0001';

/** Texts an answer of `take`: what is done with one takes some milliseconds, after which others get their turn. */
const MOST_TEXTS = 4096;
/** Characters an answer. A longer text comes alone. */
const MOST_LENGTH = 262_144;

/** Many texts as few long strings: these are folded and searched many times faster than thousands of short ones. */
export interface TextRows {
  readonly count: number;
  /** The texts from `first` to before `end` with `BETWEEN` between them; a missing one is empty. */
  readonly take: (first: number) => { readonly end: number; readonly joined: string };
  /** One text by itself. */
  readonly at: (index: number) => string;
}

export function rowsOfTexts(texts: Texts): TextRows {
  return {
    count: texts.length,
    at: (index) => textAt(texts, index) ?? '',
    take(first) {
      const taken: string[] = [];
      let length = 0;
      while (taken.length < MOST_TEXTS && length < MOST_LENGTH && first + taken.length < texts.length) {
        const text = textAt(texts, first + taken.length) ?? '';
        taken.push(text);
        length += text.length;
      }
      return { end: first + taken.length, joined: taken.join(BETWEEN) };
    },
  };
}

/** Without a string for each text. */
export function rowsOfColumns({ count, units, starts }: PackedTexts): TextRows {
  return {
    count,
    at: (index) => textOf(units.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)),
    take(first) {
      const begin = starts[first] ?? 0;
      let end = Math.min(first + 1, count);
      while (end < count && end - first < MOST_TEXTS && (starts[end] ?? 0) - begin < MOST_LENGTH) end += 1;
      const row = new Uint16Array((starts[end] ?? 0) - begin + Math.max(end - first - 1, 0));
      let all = 0;
      let at = 0;
      for (let text = first; text < end; text += 1) {
        if (text > first) row[at++] = 1;
        const until = starts[text + 1] ?? 0;
        for (let from = starts[text] ?? 0; from < until; from += 1) {
          const unit = units[from] ?? 0;
          all |= unit;
          row[at++] = unit;
        }
      }
      return { end, joined: all < 0x80 ? ASCII.decode(new Uint8Array(row)) : textOf(row) };
    },
  };
}

/** Gives strings of one byte a character, which is half the memory. */
const ASCII = new TextDecoder('utf-8', { ignoreBOM: true });
const UTF16 = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });
/** Engines limit how many arguments a call takes. */
const MOST_ARGUMENTS = 8192;

function textOf(units: Uint16Array<ArrayBuffer>): string {
  try {
    return UTF16.decode(units);
  } catch {
    // A lone surrogate: slower, and just as exact.
    let text = '';
    for (let at = 0; at < units.length; at += MOST_ARGUMENTS)
      text += String.fromCharCode(...units.subarray(at, at + MOST_ARGUMENTS));
    return text;
  }
}
