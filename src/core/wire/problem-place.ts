import type { Problem, ProblemPlace } from '../problem.ts';
import { findCharacter, firstWrongCharacter } from './base64-map.ts';
import type { Span } from '../span.ts';
import { byteOfIndex } from './utf8-offsets.ts';
import { placesOfBase64, placesOfDecoded, wholeEntry, type WireEntry, type WirePlaces } from './wire-entry.ts';

/** What a problem's path says of its place: `results[0].data[7]`. */
export interface ProblemPath {
  /** null: it speaks of the answer as a whole. */
  readonly entry: number | null;
  /** `[7]` of the entry's boxes, or `[1][7]` of the boxes of a page. Empty: it speaks of the whole entry. */
  readonly items: readonly number[];
}

const PATH = /results\[(\d+)\](?:\.data((?:\[\d+\])*))?/;

/** null: the problem is not one of an answer. */
export function pathOf({ where }: Problem): ProblemPath | null {
  const found = PATH.exec(where);
  if (found) {
    return {
      entry: Number(found[1]),
      items: [...(found[2] ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits)),
    };
  }
  return /(?:^|, )(?:answer|results|id|taskStatus|responseStatusCode)/.test(where) ? { entry: null, items: [] } : null;
}

/** Nothing was decoded of its entry. */
export function isNotBase64({ at }: Problem): boolean {
  return at !== undefined && 'base64' in at && at.base64 === 'wrong';
}

/** The mistake itself, in an answer that is no JSON; null: the problem names no place in it. */
export function placeInAnswer({ at }: Problem, raw: Uint8Array<ArrayBuffer>): Span | null {
  if (!at) return null;
  // Bytes of a whole answer are counted with its mark: it is read as it came.
  if ('byte' in at) return oneAt(at.byte, raw.length);
  if (!('character' in at)) return null;
  const mark = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  return oneAt(mark + byteOfIndex(raw.subarray(mark), at.character), raw.length);
}

/** The mistake itself in an entry. What has no place of its own is the whole entry. */
export function placeInEntry({ at }: Problem, entry: WireEntry): WirePlaces {
  return (at && placeOf(at, entry)) ?? wholeEntry(entry);
}

function placeOf(at: ProblemPlace, entry: WireEntry): WirePlaces | null {
  if ('character' in at) return atTextIndex(entry, at.character);
  if ('byte' in at) return atDecoded(entry, entry.mark + at.byte);
  if ('mark' in at) return placesOfDecoded(entry, { from: 0, to: entry.mark });
  switch (at.base64) {
    case 'wrong':
      return atCharacter(entry, firstWrongCharacter);
    case 'url-safe':
      return atCharacter(entry, (outer) => findCharacter(outer, isUrlSafe));
    case 'end':
      return atCharacter(entry, (outer) => outer.characters - 1);
    case 'space':
      return atGap(entry);
    case 'prefix':
      return atPrefix(entry);
  }
}

type Outer = WireEntry['layers'][number];

function atCharacter(entry: WireEntry, find: (outer: Outer) => number): WirePlaces | null {
  const [outer] = entry.layers;
  const character = outer ? find(outer) : -1;
  return character < 0 ? null : placesOfBase64(entry, { from: character, to: character + 1 });
}

function isUrlSafe(code: number): boolean {
  return code === 45 || code === 95;
}

/** The first white space between characters, or around them: it has a place in the answer alone. */
function atGap(entry: WireEntry): WirePlaces | null {
  const [outer] = entry.layers;
  if (!outer) return null;
  const start = entry.body.from + outer.prefix;
  const [first = start, second] = outer.starts;
  if (first > start) return { answer: { from: start, to: first }, base64: null, decoded: null };
  const end = first + (outer.firsts[1] ?? outer.characters);
  const to = second ?? entry.body.to;
  return to > end ? { answer: { from: end, to }, base64: null, decoded: null } : null;
}

function atPrefix(entry: WireEntry): WirePlaces | null {
  const [outer] = entry.layers;
  const { from } = entry.body;
  return outer ? { answer: { from, to: from + outer.prefix }, base64: null, decoded: null } : null;
}

function atDecoded(entry: WireEntry, byte: number): WirePlaces {
  return placesOfDecoded(entry, oneAt(byte, entry.content.length));
}

function atTextIndex(entry: WireEntry, index: number): WirePlaces {
  const text = entry.content.read({ from: entry.mark, to: entry.content.length });
  const isUtf16 = (text[0] === 0xff && text[1] === 0xfe) || (text[0] === 0xfe && text[1] === 0xff);
  // Two bytes each, behind a mark of two.
  if (isUtf16) return placesOfDecoded(entry, { from: 2 + index * 2, to: Math.min(4 + index * 2, text.length) });
  return atDecoded(entry, entry.mark + byteOfIndex(text, index));
}

/** The byte at a place, or the last one for the end. */
function oneAt(at: number, length: number): Span {
  const from = Math.max(Math.min(at, length - 1), 0);
  return { from, to: Math.min(from + 1, length) };
}
