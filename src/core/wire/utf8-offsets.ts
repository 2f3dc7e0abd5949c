import type { Span } from '../span.ts';

/**
 * UTF-8 offset <-> UTF-16 index, over bytes that may be broken: as TextDecoder has it, each maximal part of a broken sequence is
 * one U+FFFD (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts").
 */
export function indexOfByte(bytes: Uint8Array, offset: number): number {
  let index = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (at + length > offset) break;
    index += length === 4 ? 2 : 1;
    at += length;
  }
  return index;
}

/** The byte at which the character of a UTF-16 index begins; the length for an index behind the text. */
export function byteOfIndex(bytes: Uint8Array, index: number): number {
  let seen = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceAt(bytes, at);
    seen += length === 4 ? 2 : 1;
    if (seen > index) break;
    at += length;
  }
  return at;
}

/** The bytes at which characters begin, for UTF-16 indices in ascending order: one walk for all of them. */
export function bytesOfIndices(bytes: Uint8Array, ascending: Int32Array): Int32Array<ArrayBuffer> {
  const places = new Int32Array(ascending.length);
  let seen = 0;
  let at = 0;
  for (let next = 0; next < ascending.length; next += 1) {
    const index = ascending[next] ?? 0;
    while (at < bytes.length) {
      const length = sequenceAt(bytes, at);
      const units = length === 4 ? 2 : 1;
      if (seen + units > index) break;
      seen += units;
      at += length;
    }
    places[next] = at;
  }
  return places;
}

/** The first place from `at` on that is not within a sequence. Three bytes are looked at, so that any part of a text has its own. */
export function sequenceStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start < at + 3 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return ((bytes[start] ?? 0) & 0xc0) === 0x80 ? at : start;
}

/** The sequence that a place stands in. Three bytes before it and three behind it are looked at. */
export function sequenceAround(bytes: Uint8Array, at: number): Span {
  for (let from = Math.max(at - 3, 0); from < at; from += 1) {
    const to = from + sequenceAt(bytes, from);
    if (to > at) return { from, to };
  }
  return { from: at, to: at + sequenceAt(bytes, at) };
}

/** Bytes of the sequence at a place, or of the part of one that is replaced as a whole. Only a whole one has 4. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const needed = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 1;
  let length = 2;
  while (length < needed && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length += 1;
  return length;
}
