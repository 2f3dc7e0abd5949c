import type { Span } from '../span.ts';
import type { Steps } from '../steps.ts';

/** Runs of characters that stand side by side: where each begins in the source, and which character that is. Ascending. */
export interface CharacterRuns {
  /** Characters in all, white space not counted. */
  readonly characters: number;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly firsts: Int32Array<ArrayBuffer>;
}

const STEP = 1 << 20;
const SPACE = 32;
const BACKSLASH = 92;
const LETTER_U = 117;

/** Of what stands `from` to before `to`. `escaped`: written within a JSON text, whose escapes are one character each. */
export function* runsOf(source: Uint8Array<ArrayBuffer>, { from, to }: Span, escaped: boolean): Steps<CharacterRuns> {
  for (let at = from; at < to; at += STEP) {
    if (!isPlain(source, at, Math.min(at + STEP, to))) return yield* findRuns(source, from, to, escaped);
    yield;
  }
  return oneRun(from, to);
}

/** Bytes of the character, escape or UTF-8 sequence at a place. */
export function widthAt(source: Uint8Array, at: number, escaped: boolean): number {
  const byte = source[at] ?? 0;
  if (byte === BACKSLASH && escaped) return source[at + 1] === LETTER_U ? 6 : 2;
  if (byte < 0x80) return 1;
  let width = 1;
  while (((source[at + width] ?? 0) & 0xc0) === 0x80) width += 1;
  return width;
}

/** 0 for what is no ASCII. */
export function codeOf(source: Uint8Array, at: number, escaped: boolean): number {
  const byte = source[at] ?? 0;
  if (byte >= 0x80) return 0;
  if (byte !== BACKSLASH || !escaped) return byte;
  const letter = source[at + 1] ?? 0;
  if (letter !== LETTER_U) return letter;
  const code = Number.parseInt(new TextDecoder().decode(source.subarray(at + 2, at + 6)), 16);
  return code < 0x80 ? code : 0;
}

/** Nothing to skip: no white space, no escapes, all of it ASCII, in three quick looks. */
function isPlain(source: Uint8Array<ArrayBuffer>, from: number, to: number): boolean {
  const part = source.subarray(from, Math.max(from, to));
  return !part.includes(SPACE) && !part.includes(BACKSLASH) && !hasOdd(part);
}

/** Control characters and what is above ASCII; four bytes at a time where they are aligned. */
function hasOdd(part: Uint8Array<ArrayBuffer>): boolean {
  if (part.length < 8) return isOdd(part, 0, part.length);
  const first = (4 - (part.byteOffset & 3)) & 3;
  const words = new Int32Array(part.buffer, part.byteOffset + first, (part.length - first) >>> 2);
  let odd = 0;
  // A byte above 127 has its high bit set; one below 32 borrows it when 32 is subtracted from each.
  for (let at = 0; at < words.length; at += 1) odd |= (words[at] ?? 0) | (((words[at] ?? 0) - 0x20202020) | 0);
  const rest = first + words.length * 4;
  return (odd & 0x80808080) !== 0 || isOdd(part, 0, first) || isOdd(part, rest, part.length);
}

function isOdd(part: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((part[at] ?? 0) < SPACE || (part[at] ?? 0) > 127) return true;
  return false;
}

function oneRun(from: number, to: number): CharacterRuns {
  return { characters: Math.max(to - from, 0), starts: Int32Array.of(from), firsts: Int32Array.of(0) };
}

function* findRuns(source: Uint8Array, from: number, to: number, escaped: boolean): Steps<CharacterRuns> {
  let starts = new Int32Array(64);
  let firsts = new Int32Array(64);
  let runs = 0;
  let characters = 0;
  let expected = -1;
  let width = 1;
  let next = from + STEP;
  for (let at = from; at < to; at += width) {
    if (at >= next) {
      next += STEP;
      yield;
    }
    width = Math.min(widthAt(source, at, escaped), to - at);
    if (isSpace(source, at, escaped)) continue;
    if (at !== expected) {
      if (runs === starts.length) {
        starts = longer(starts);
        firsts = longer(firsts);
      }
      starts[runs] = at;
      firsts[runs] = characters;
      runs += 1;
    }
    characters += 1;
    // Behind what is wider than a byte another run begins.
    expected = at + 1;
  }
  if (runs === 0) return { characters: 0, starts: Int32Array.of(from), firsts: Int32Array.of(0) };
  return { characters, starts: starts.slice(0, runs), firsts: firsts.slice(0, runs) };
}

/** White space as `readBase64` skips it: ASCII, no-break space, byte order mark; written out or as an escape. */
function isSpace(source: Uint8Array, at: number, escaped: boolean): boolean {
  const byte = source[at] ?? 0;
  if ((byte >= 9 && byte <= 13) || byte === SPACE) return true;
  if (byte === 0xc2) return source[at + 1] === 0xa0;
  if (byte === 0xef) return source[at + 1] === 0xbb && source[at + 2] === 0xbf;
  if (byte !== BACKSLASH || !escaped) return false;
  const letter = String.fromCharCode(source[at + 1] ?? 0);
  if (letter !== 'u') return 'nrtf'.includes(letter);
  const code = Number.parseInt(new TextDecoder().decode(source.subarray(at + 2, at + 6)), 16);
  return (code >= 9 && code <= 13) || code === SPACE || code === 0xa0 || code === 0xfeff;
}

function longer(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}
