import { allAtOnce, type Steps } from '../steps.ts';

/**
 * Where the entries of `results` stand in the bytes of an answer: a large one is decoded from there, without a string or an
 * object per entry.
 */
export interface AnswerSpans {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** Per entry from and to of its `type`, then of its `data`, without their quotes; -1 for null or none. */
  readonly places: Int32Array;
  /** The list of results itself, brackets included. */
  readonly from: number;
  readonly to: number;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** No byte of any answer that is read here. */
const END = 255;

/** More than this, and JSON.parse has the word: it knows how to say so. */
const MOST_ENTRIES = 1_000_000;
const PER_ENTRY = 4;
/** From here on a text is looked through in larger steps. */
const SHORT_TEXT = 64;
/** And from here on in several. */
const LONG_TEXT = 1 << 21;
const ENTRIES_PER_STEP = 1 << 14;
const LAST_ASCII = 127;

/**
 * Finds the entries of an answer that is written as the service writes it: a JSON object with one `results`, a list of objects
 * with `type` and `data` as plain ASCII texts or null.
 *
 * null for anything else, however close: then JSON.parse has the word. What stands outside the list is only looked over, so
 * whoever uses the spans has to parse the rest.
 */
export function findEntries(raw: Uint8Array<ArrayBuffer>): AnswerSpans | null {
  return allAtOnce(findEntriesInSteps(raw));
}

/** The same, giving way after every few milliseconds. */
export function findEntriesInSteps(raw: Uint8Array<ArrayBuffer>): Steps<AnswerSpans | null> {
  return new SpanReader(raw).read();
}

class SpanReader {
  private readonly raw: Uint8Array<ArrayBuffer>;
  private at = 0;
  private count = 0;
  /** A text that was found, and is to be looked through in steps. */
  private long: { readonly from: number; readonly to: number } | null = null;
  private places = new Int32Array(64 * PER_ENTRY);

  constructor(raw: Uint8Array<ArrayBuffer>) {
    this.raw = raw;
  }

  *read(): Steps<AnswerSpans | null> {
    const { raw } = this;
    if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) this.at = 3;
    if (!this.take(OPEN_OBJECT)) return null;
    let found: { readonly from: number; readonly to: number } | null = null;
    do {
      const name = this.name();
      if (name === null || !this.take(COLON)) return null;
      this.skipSpace();
      const from = this.at;
      if (name.replace(/[_-]/g, '').toLowerCase() === 'results') {
        if (found || !(yield* this.entries())) return null;
        found = { from, to: this.at };
      } else if (!this.skipValue()) return null;
    } while (this.take(COMMA));
    if (!found || !this.take(CLOSE_OBJECT)) return null;
    this.skipSpace();
    if (this.at !== raw.length) return null;
    return { raw, count: this.count, places: this.places, ...found };
  }

  private *entries(): Steps<boolean> {
    if (!this.take(OPEN_LIST)) return false;
    if (this.take(CLOSE_LIST)) return true;
    do {
      if (this.count === MOST_ENTRIES || !this.entry()) return false;
      if (this.long && !(yield* this.isLongPlain(this.long))) return false;
      if (this.count % ENTRIES_PER_STEP === 0) yield;
    } while (this.take(COMMA));
    return this.take(CLOSE_LIST);
  }

  private entry(): boolean {
    const slot = this.count * PER_ENTRY;
    if (slot === this.places.length) this.grow();
    this.places.fill(-1, slot, slot + PER_ENTRY);
    this.count += 1;
    if (!this.take(OPEN_OBJECT)) return false;
    if (this.take(CLOSE_OBJECT)) return true;
    let seen = 0;
    do {
      const field = this.field();
      const bit = 1 << field;
      if (field < 0 || (seen & bit) !== 0 || !this.take(COLON)) return false;
      seen |= bit;
      this.skipSpace();
      if (this.takeNull()) continue;
      const from = this.at + 1;
      if (!this.plainText()) return false;
      this.places[slot + field * 2] = from;
      this.places[slot + field * 2 + 1] = this.at - 1;
    } while (this.take(COMMA));
    return this.take(CLOSE_OBJECT);
  }

  /** 0: `"type"`, 1: `"data"`, -1: another name. */
  private field(): number {
    this.skipSpace();
    const { raw, at } = this;
    this.at += 6;
    if (raw[at] !== QUOTE || raw[at + 5] !== QUOTE) return -1;
    // t y p e, d a t a
    if (raw[at + 1] === 116 && raw[at + 2] === 121 && raw[at + 3] === 112 && raw[at + 4] === 101) return 0;
    return raw[at + 1] === 100 && raw[at + 2] === 97 && raw[at + 3] === 116 && raw[at + 4] === 97 ? 1 : -1;
  }

  private takeNull(): boolean {
    const { raw, at } = this;
    // n u l l
    if (raw[at] !== 110 || raw[at + 1] !== 117 || raw[at + 2] !== 108 || raw[at + 3] !== 108) return false;
    this.at += 4;
    return true;
  }

  /** A text of ASCII without escapes or control characters: its bytes are its characters. Ends behind the closing quote. */
  private plainText(): boolean {
    const { raw } = this;
    if (raw[this.at] !== QUOTE) return false;
    const from = this.at + 1;
    const soon = from + SHORT_TEXT;
    for (let at = from; at < soon; at += 1) {
      const byte = raw[at] ?? END;
      if (byte === QUOTE) {
        this.at = at + 1;
        return true;
      }
      if (byte < SPACE || byte > LAST_ASCII || byte === BACKSLASH) return false;
    }
    const end = raw.indexOf(QUOTE, soon);
    this.at = end + 1;
    if (end - soon < LONG_TEXT) return end >= 0 && isPlain(raw, soon, end);
    this.long = { from: soon, to: end };
    return true;
  }

  private *isLongPlain({ from, to }: { readonly from: number; readonly to: number }): Steps<boolean> {
    this.long = null;
    for (let at = from; at < to; at += LONG_TEXT) {
      if (!isPlain(this.raw, at, Math.min(at + LONG_TEXT, to))) return false;
      yield;
    }
    return true;
  }

  /** The name of a field of the answer; null when it is none, or written with escapes. */
  private name(): string | null {
    this.skipSpace();
    const from = this.at + 1;
    return this.plainText() ? new TextDecoder().decode(this.raw.subarray(from, this.at - 1)) : null;
  }

  /** Steps over a value of any kind, which is left to JSON.parse to read. */
  private skipValue(): boolean {
    const { raw } = this;
    let depth = 0;
    for (; this.at < raw.length; this.at += 1) {
      const byte = raw[this.at];
      if (byte === QUOTE) this.at = closingQuote(raw, this.at);
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
      else if (byte === COMMA && depth === 0) return true;
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        if (depth === 0) return true;
        depth -= 1;
      }
    }
    return false;
  }

  /** Over white space, then over `byte` if it stands there. */
  private take(byte: number): boolean {
    if (this.raw[this.at] !== byte) this.skipSpace();
    if (this.raw[this.at] !== byte) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    let byte = this.raw[this.at];
    while (byte === SPACE || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === TAB) {
      this.at += 1;
      byte = this.raw[this.at];
    }
  }

  private grow(): void {
    const longer = new Int32Array(this.places.length * 2);
    longer.set(this.places);
    this.places = longer;
  }
}

/** The same of what stands from `from` to before `to`: four bytes at a time where they are aligned. */
function isPlain(raw: Uint8Array<ArrayBuffer>, from: number, to: number): boolean {
  const first = from + ((4 - ((raw.byteOffset + from) & 3)) & 3);
  if (first >= to) return areAscii(raw, from, to) && !raw.subarray(from, to).includes(BACKSLASH);
  const words = new Int32Array(raw.buffer, raw.byteOffset + first, (to - first) >>> 2);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    // A byte above 127, or one below 32: subtracting 32 from each borrows its high bit.
    if (((word | ((word - 0x20202020) | 0)) & 0x80808080) !== 0) return false;
  }
  const rest = first + words.length * 4;
  return areAscii(raw, from, first) && areAscii(raw, rest, to) && !raw.subarray(from, to).includes(BACKSLASH);
}

function areAscii(raw: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = raw[at] ?? END;
    if (byte < SPACE || byte > LAST_ASCII) return false;
  }
  return true;
}

/** Index of the quote that closes the text opened at `from`; the length when none does. */
export function closingQuote(raw: Uint8Array, from: number): number {
  for (let quote = raw.indexOf(QUOTE, from + 1); quote >= 0; quote = raw.indexOf(QUOTE, quote + 1)) {
    let slashes = 0;
    while (raw[quote - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote;
  }
  return raw.length;
}
