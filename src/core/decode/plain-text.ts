import type { TextPacker } from '../inspection/packed-texts.ts';
import { NOT_A_SEXTET, STANDARD } from './sextets.ts';
import { mayBeFile, sniffBytes } from './sniff.ts';

/**
 * Recognised texts as nearly all are: padded Base64 of the standard alphabet, UTF-8, no file and no byte order mark. They
 * are read from the bytes of the answer straight into columns, a million in the time in which strings would be made of some
 * ten thousand. Anything else is left to the formats, which know what to say about it; both give the same texts.
 */
export class PlainTextReader {
  private bytes = new Uint8Array(4096);

  /**
   * Adds the text that stands in Base64 from `from` to before `to`. False: nothing was added, it is not that plain.
   * `asText`: it calls itself Text, so it may show markup.
   */
  add(raw: Uint8Array, from: number, to: number, asText: boolean, into: TextPacker): boolean {
    const most = ((to - from) / 4) * 3;
    if (most > this.bytes.length) this.bytes = new Uint8Array(most * 2);
    const length = decode(raw, from, to, this.bytes);
    if (length < 0 || this.isSpecial(length) || this.mayBeList(length) || (!asText && this.mayBeOther(length)))
      return false;
    const end = unitsOfUtf8(this.bytes, length, into.room(length), into.place);
    if (end < 0) return false;
    into.end(end);
    return true;
  }

  /** A file, a byte order mark, or what may be Base64 once more. */
  private isSpecial(length: number): boolean {
    const { bytes } = this;
    const first = bytes[0] ?? 0;
    if (length >= 2 && (first === 0xef || first === 0xfe || first === 0xff)) return true;
    if (length >= SHORTEST_TWICE_ENCODED && mayBeTwiceEncoded(bytes, length)) return true;
    return mayBeFile(bytes) && sniffBytes(bytes.subarray(0, length)) !== null;
  }

  /** What begins with a bracket may be a layout, whatever it calls itself. */
  private mayBeList(length: number): boolean {
    let at = 0;
    while (at < length && (this.bytes[at] ?? 0) <= 32) at += 1;
    const first = at < length ? this.bytes[at] : 0;
    return first === 91 || first === 123 || first === 40;
  }

  /** Markup, or a table that numbers its columns from 0. */
  private mayBeOther(length: number): boolean {
    const first = this.bytes[0] === QUOTE ? this.bytes[1] : this.bytes[0];
    if (length > 0 && first === ZERO) return true;
    for (let at = 0; at < length; at += 1) if (this.bytes[at] === LESS_THAN) return true;
    return false;
  }
}

const LESS_THAN = 60;
const QUOTE = 34;
const ZERO = 48;
/** As in `innerPayload`. */
const SHORTEST_TWICE_ENCODED = 16;
const EQUALS = 61;

/** Padded Base64 without anything else in it; how many bytes it is, or -1. */
function decode(raw: Uint8Array, from: number, to: number, into: Uint8Array): number {
  if (((to - from) & 3) !== 0) return -1;
  let padding = 0;
  if (to > from && raw[to - 1] === EQUALS) padding = raw[to - 2] === EQUALS ? 2 : 1;
  const whole = padding > 0 ? to - 4 : to;
  let bad = 0;
  let length = 0;
  for (let at = from; at < whole; at += 4) {
    const a = STANDARD[raw[at] ?? 0] ?? 0;
    const b = STANDARD[raw[at + 1] ?? 0] ?? 0;
    const c = STANDARD[raw[at + 2] ?? 0] ?? 0;
    const d = STANDARD[raw[at + 3] ?? 0] ?? 0;
    bad |= a | b | c | d;
    into[length] = (a << 2) | (b >>> 4);
    into[length + 1] = (b << 4) | (c >>> 2);
    into[length + 2] = (c << 6) | d;
    length += 3;
  }
  if (padding > 0) {
    const a = STANDARD[raw[whole] ?? 0] ?? 0;
    const b = STANDARD[raw[whole + 1] ?? 0] ?? 0;
    const c = padding === 1 ? (STANDARD[raw[whole + 2] ?? 0] ?? 0) : 0;
    // Bits that no byte has must be 0.
    if ((padding === 1 ? c & 3 : b & 15) !== 0) return -1;
    bad |= a | b | c;
    into[length] = (a << 2) | (b >>> 4);
    if (padding === 1) into[length + 1] = (b << 4) | (c >>> 2);
    length += 3 - padding;
  }
  return bad >= NOT_A_SEXTET ? -1 : length;
}

/** Writes the code units of well-formed UTF-8 (Unicode 15, table 3-7); the place behind them, or -1. */
function unitsOfUtf8(bytes: Uint8Array, length: number, into: Uint16Array, place: number): number {
  let to = place;
  let at = 0;
  while (at < length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      into[to] = lead;
      to += 1;
      at += 1;
      continue;
    }
    const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + size > length) return -1;
    let code = lead & (0x7f >> size);
    for (let more = 1; more < size; more += 1) {
      const byte = bytes[at + more] ?? 0;
      if ((byte & 0xc0) !== 0x80) return -1;
      code = (code << 6) | (byte & 0x3f);
    }
    if (size === 3 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) return -1;
    if (size === 4 && (code < 0x10000 || code > 0x10ffff)) return -1;
    if (size < 4) into[to] = code;
    else {
      into[to] = 0xd800 + ((code - 0x10000) >>> 10);
      into[to + 1] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
    to += size < 4 ? 1 : 2;
    at += size;
  }
  return to;
}

/** True for more than `innerPayload` finds: that has the word. White space at the ends does not count there. */
function mayBeTwiceEncoded(bytes: Uint8Array, length: number): boolean {
  let from = 0;
  let to = length;
  while (from < to && isOddEnd(bytes[from] ?? 0)) from += 1;
  while (to > from && isOddEnd(bytes[to - 1] ?? 0)) to -= 1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (STANDARD[byte] === NOT_A_SEXTET && byte !== EQUALS && byte !== DASH && byte !== UNDERSCORE) return false;
  }
  return true;
}

const DASH = 45;
const UNDERSCORE = 95;

/** White space, and bytes that may be part of one. */
function isOddEnd(byte: number): boolean {
  return byte <= 32 || byte >= 0x80;
}
