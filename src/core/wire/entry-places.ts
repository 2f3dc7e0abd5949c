import { closingQuote, findEntriesInSteps } from '../ocr/answer-spans.ts';
import type { Span } from '../span.ts';
import { allAtOnce, type Steps } from '../steps.ts';

/** Where the content of each entry of `results` stands in the bytes of an answer. Columns: there may be a million. */
export interface EntryPlaces {
  readonly count: number;
  /** Per entry from and to of its `data`: within its quotes, or of the value itself when it is no text; -1 for null or none. */
  readonly places: Int32Array<ArrayBuffer>;
  /** Per entry from and to of its `type`, within its quotes; -1 for none. */
  readonly types: Int32Array<ArrayBuffer>;
  /** The texts are written in JSON, and may hold escapes: `\/`, `\u002B`. */
  readonly escaped: boolean;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const MOST_ENTRIES = 1_000_000;
const ENTRIES_PER_STEP = 1 << 14;
const NOT_THERE: Span = { from: -1, to: -1 };

/**
 * Of any body: an answer as the service writes it, one that is written otherwise or cut, or no answer at all: what was pasted
 * (a Base64 text, a decoded list) is then the one entry. Never throws.
 */
export function placesOf(raw: Uint8Array<ArrayBuffer>): EntryPlaces {
  return allAtOnce(placesInSteps(raw));
}

/** The same, giving way in a large answer that is written as the service writes it. */
export function* placesInSteps(raw: Uint8Array<ArrayBuffer>): Steps<EntryPlaces> {
  const spans = yield* findEntriesInSteps(raw);
  if (!spans) return new PlaceReader(raw).read();
  const places = new Int32Array(spans.count * 2);
  const types = new Int32Array(spans.count * 2);
  for (let at = 0; at < spans.count; at += 1) {
    if (at % ENTRIES_PER_STEP === ENTRIES_PER_STEP - 1) yield;
    places[at * 2] = spans.places[at * 4 + 2] ?? -1;
    places[at * 2 + 1] = spans.places[at * 4 + 3] ?? -1;
    types[at * 2] = spans.places[at * 4] ?? -1;
    types[at * 2 + 1] = spans.places[at * 4 + 1] ?? -1;
  }
  return { count: spans.count, places, types, escaped: false };
}

/** null: the entry has no content, or there is none with this index. */
export function placeOfEntry({ count, places }: EntryPlaces, entry: number): Span | null {
  const from = entry >= 0 && entry < count ? (places[entry * 2] ?? -1) : -1;
  return from < 0 ? null : { from, to: places[entry * 2 + 1] ?? from };
}

/** Its own word for what it is. null: it has none. */
export function typeOfEntry(raw: Uint8Array<ArrayBuffer>, { types }: EntryPlaces, entry: number): string | null {
  const from = types[entry * 2] ?? -1;
  return from < 0 ? null : new TextDecoder().decode(raw.subarray(from, types[entry * 2 + 1]));
}

/** The entry that a byte of the body belongs to, or the one before it; -1: none stands before it. */
export function entryAtByte({ count, places }: EntryPlaces, byte: number): number {
  // Entries without content stand nowhere, so a search by halves has nothing to compare; a million are looked over in a few ms.
  let found = -1;
  for (let entry = 0; entry < count; entry += 1) {
    const from = places[entry * 2] ?? -1;
    if (from < 0) continue;
    if (from > byte) break;
    found = entry;
  }
  return found;
}

/** Walks over JSON without reading its values, and takes what it finds of an envelope. */
class PlaceReader {
  private readonly raw: Uint8Array<ArrayBuffer>;
  private readonly places: number[] = [];
  private readonly types: number[] = [];
  private at = 0;

  constructor(raw: Uint8Array<ArrayBuffer>) {
    this.raw = raw;
  }

  read(): EntryPlaces {
    if (this.raw[0] === 0xef && this.raw[1] === 0xbb && this.raw[2] === 0xbf) this.at = 3;
    let escaped = true;
    let isEnvelope = false;
    if (this.peek() === OPEN_OBJECT) {
      this.members((name) => {
        if (name.replace(/[_-]/g, '') !== 'results') return;
        isEnvelope = true;
        this.results();
      });
    }
    if (!isEnvelope) {
      this.at = 0;
      escaped = this.whole();
    }
    return {
      count: this.places.length / 2,
      places: Int32Array.from(this.places),
      types: Int32Array.from(this.types),
      escaped,
    };
  }

  /** What was pasted without an envelope. */
  private whole(): boolean {
    const { raw } = this;
    const first = this.peek();
    let end = raw.length;
    while (end > this.at && (raw[end - 1] ?? 0) <= 32) end -= 1;
    const quoted = first === QUOTE && closingQuote(raw, this.at) === end - 1;
    if (end > this.at) this.add(quoted ? this.at + 1 : this.at, quoted ? end - 1 : end);
    return quoted;
  }

  private results(): void {
    const first = this.peek();
    if (first !== OPEN_LIST) {
      // A list of one; null is none.
      if (first === OPEN_OBJECT || first === QUOTE) this.entry();
      return;
    }
    this.at += 1;
    while (this.at < this.raw.length && this.peek() !== CLOSE_LIST && this.places.length < MOST_ENTRIES * 2) {
      this.entry();
      if (this.peek() === COMMA) this.at += 1;
      else break;
    }
  }

  private entry(): void {
    const first = this.peek();
    if (first === QUOTE) {
      const data = this.value();
      this.add(data.from, data.to);
      return;
    }
    let data = NOT_THERE;
    let type = NOT_THERE;
    if (first === OPEN_OBJECT) {
      this.members((name) => {
        if (name === 'data') data = this.value();
        else if (name === 'type') type = this.value();
      });
    } else this.value();
    this.add(data.from, data.to, type);
  }

  private add(from: number, to: number, type = NOT_THERE): void {
    this.places.push(from, to);
    this.types.push(type.from, type.to);
  }

  /** Calls `visit` in front of each value; a value that it leaves is stepped over. */
  private members(visit: (name: string) => void): void {
    this.at += 1;
    while (this.peek() === QUOTE) {
      const name = this.value();
      if (this.peek() !== COLON) return;
      this.at += 1;
      this.peek();
      const before = this.at;
      visit(new TextDecoder().decode(this.raw.subarray(name.from, name.to)).toLowerCase());
      if (this.at === before) this.value();
      if (this.peek() !== COMMA) break;
      this.at += 1;
    }
    if (this.peek() === CLOSE_OBJECT) this.at += 1;
  }

  /** Steps over a value and says where it stood: a text within its quotes, null nowhere. */
  private value(): Span {
    const { raw } = this;
    const first = this.peek();
    const from = this.at;
    if (first === QUOTE) {
      const end = closingQuote(raw, from);
      this.at = Math.min(end + 1, raw.length);
      return { from: from + 1, to: Math.max(end, from + 1) };
    }
    let depth = 0;
    for (; this.at < raw.length; this.at += 1) {
      const byte = raw[this.at];
      if (byte === QUOTE) this.at = closingQuote(raw, this.at);
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
      else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT)) break;
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    }
    this.at = Math.min(this.at, raw.length);
    let to = this.at;
    while (to > from && (raw[to - 1] ?? 0) <= 32) to -= 1;
    return isWord(raw, from, to, 'null') ? { from: -1, to: -1 } : { from, to };
  }

  /** The next byte that is no white space; undefined at the end. */
  private peek(): number | undefined {
    const { raw } = this;
    while (this.at < raw.length && (raw[this.at] ?? 0) <= 32) this.at += 1;
    return raw[this.at];
  }
}

function isWord(raw: Uint8Array, from: number, to: number, word: string): boolean {
  if (from < 0 || to - from !== word.length) return false;
  return new TextDecoder().decode(raw.subarray(from, to)).toLowerCase() === word;
}
