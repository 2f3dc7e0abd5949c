import {
  type Base64Map,
  byteOfCharacter,
  characterAt,
  charactersOfBytes,
  decodeRange,
  firstWrongCharacter,
  mapBase64,
  mapBase64InSteps,
  placeOfCharacters,
} from './base64-map.ts';
import type { EntryPlaces } from './entry-places.ts';
import { placeOfEntry } from './entry-places.ts';
import type { Content } from './item-scan.ts';
import type { Span } from '../span.ts';
import { allAtOnce, type Steps } from '../steps.ts';

/** One entry of an answer, from its place in the body to what it decodes to. Nothing of it is decoded before it is looked at. */
export interface WireEntry {
  /** In the body. */
  readonly body: Span;
  /** How its bytes are packed, the outermost first: once as a rule, twice where it was encoded twice, never for plain JSON. */
  readonly layers: readonly Base64Map[];
  /** What was decoded; without its byte order mark it is what the decoder read. */
  readonly content: Content;
  /** Bytes of a byte order mark at its beginning. */
  readonly mark: number;
}

/** The same thing in each pane: bytes of the body, characters of the Base64, decoded bytes. null: it has no place there. */
export interface WirePlaces {
  readonly answer: Span | null;
  readonly base64: Span | null;
  readonly decoded: Span | null;
}

const STEP = 1 << 20;

export const NOWHERE: WirePlaces = { answer: null, base64: null, decoded: null };

/** @param unwraps a content that is Base64 itself is decoded once more, as the decoder does with rectangles */
export function openEntry(
  raw: Uint8Array<ArrayBuffer>,
  places: EntryPlaces,
  entry: number,
  unwraps: boolean,
): WireEntry | null {
  return allAtOnce(openEntryInSteps(raw, places, entry, unwraps));
}

/** The same, giving way after each megabyte. */
export function* openEntryInSteps(
  raw: Uint8Array<ArrayBuffer>,
  places: EntryPlaces,
  entry: number,
  unwraps: boolean,
): Steps<WireEntry | null> {
  const body = placeOfEntry(places, entry);
  if (!body) return null;
  const layers = yield* layersOf(raw, body, places.escaped, unwraps);
  const content = contentOf(raw, body, layers);
  const [a, b, c] = content.read({ from: 0, to: 3 });
  return { body, layers, content, mark: a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0 };
}

/** Of some decoded bytes. Of none, the whole entry in the body and in the Base64. */
export function placesOfDecoded(entry: WireEntry, decoded: Span): WirePlaces {
  let span = decoded;
  let base64: Span | null = null;
  for (const layer of entry.layers.toReversed()) {
    base64 = charactersOfBytes(span);
    base64 = { from: base64.from, to: Math.min(base64.to, layer.characters) };
    span = placeOfCharacters(layer, base64);
  }
  if (entry.layers.length === 0) span = { from: span.from + entry.body.from, to: span.to + entry.body.from };
  return { answer: span, base64, decoded };
}

/** Of some characters of the (outer) Base64; they decode to all the bytes that they hold a bit of. */
export function placesOfBase64(entry: WireEntry, base64: Span): WirePlaces {
  const [outer] = entry.layers;
  if (!outer) return NOWHERE;
  const from = decodedOfCharacter(entry, base64.from);
  const to = base64.to > base64.from ? decodedOfCharacter(entry, base64.to - 1) + 1 : from;
  return { answer: placeOfCharacters(outer, base64), base64, decoded: { from, to } };
}

export function wholeEntry(entry: WireEntry): WirePlaces {
  const [outer] = entry.layers;
  return {
    answer: entry.body,
    base64: outer ? { from: 0, to: outer.characters } : null,
    decoded: { from: 0, to: entry.content.length },
  };
}

/** The decoded byte that a byte of the body belongs to. */
export function decodedOfBody(entry: WireEntry, byte: number): number {
  const [outer] = entry.layers;
  return outer ? decodedOfCharacter(entry, characterAt(outer, byte)) : byte - entry.body.from;
}

/** The decoded byte that a character of the (outer) Base64 belongs to. */
export function decodedOfCharacter(entry: WireEntry, character: number): number {
  let at = character;
  for (const [depth, layer] of entry.layers.entries()) {
    at = byteOfCharacter(layer, depth === 0 ? at : characterAt(layer, at));
  }
  return at;
}

function* layersOf(raw: Uint8Array<ArrayBuffer>, body: Span, escaped: boolean, unwraps: boolean): Steps<Base64Map[]> {
  // No Base64 begins like this: content that came as JSON.
  const head = new TextDecoder().decode(raw.subarray(body.from, Math.min(body.from + 100, body.to)));
  if (/^\s*[[{]/.test(head)) return [];
  const outer = yield* mapBase64InSteps(raw, body, escaped);
  if (!unwraps || !looksTwiceEncoded(outer)) return [outer];
  const bytes = new Uint8Array(outer.length);
  for (let from = 0; from < bytes.length; from += STEP) {
    bytes.set(decodeRange(outer, { from, to: from + STEP }), from);
    yield;
  }
  const inner = yield* mapBase64InSteps(bytes, { from: 0, to: bytes.length }, false);
  return firstWrongCharacter(inner) < 0 ? [outer, inner] : [outer];
}

/** Its beginning is Base64 of a list, so that nothing has to be decoded for nearly all entries. */
function looksTwiceEncoded(outer: Base64Map): boolean {
  const head = decodeRange(outer, { from: 0, to: 64 });
  if (head.length < 16) return false;
  const inner = mapBase64(head, { from: 0, to: head.length }, false);
  if (firstWrongCharacter(inner) >= 0) return false;
  const text = new TextDecoder().decode(decodeRange(inner, { from: 0, to: inner.length }));
  return /^\s*\[/.test(text);
}

function contentOf(raw: Uint8Array<ArrayBuffer>, body: Span, layers: readonly Base64Map[]): Content {
  const innermost = layers.at(-1);
  if (innermost) return { length: innermost.length, read: (span) => decodeRange(innermost, span) };
  const bytes = raw.subarray(body.from, body.to);
  return { length: bytes.length, read: ({ from, to }) => bytes.subarray(Math.max(from, 0), to) };
}
