import { once } from '../once.ts';
import type { Span } from '../span.ts';
import { endOfString } from './json.ts';

/** A parsed text, and where each of its objects and lists is written. */
export interface PlacedJson {
  readonly value: unknown;
  readonly spans: ReadonlyMap<object, Span>;
}

/**
 * Of a text that JSON.parse takes, and that is not nested deeper than `MAX_JSON_DEPTH`: it gives the same value. Several times
 * slower, so it is for the one entry that somebody looks at.
 */
export function placeJson(text: string): PlacedJson {
  const reader = new Reader(text);
  return { value: reader.value(), spans: reader.spans };
}

const SCALAR = /[-+.\w]+/y;

class Reader {
  readonly spans = new Map<object, Span>();
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): unknown {
    this.skipSpace();
    const first = this.text[this.at];
    if (first === '[') return this.list();
    if (first === '{') return this.object();
    return first === '"' ? this.string() : this.scalar();
  }

  private list(): unknown[] {
    const from = this.at;
    const list: unknown[] = [];
    this.each(']', () => list.push(this.value()));
    return this.placed(list, from);
  }

  private object(): object {
    const from = this.at;
    const members = new Map<string, unknown>();
    this.each('}', () => {
      const name = this.string();
      this.skipSpace();
      this.at += 1;
      // Of two members with one name the last counts, in the place of the first: as with JSON.parse.
      members.set(name, this.value());
    });
    // Not by assignment: a member may be called __proto__.
    return this.placed(Object.fromEntries(members), from);
  }

  private each(close: string, read: () => void): void {
    this.at += 1;
    this.skipSpace();
    while (this.at < this.text.length && this.text[this.at] !== close) {
      read();
      this.skipSpace();
      if (this.text[this.at] !== ',') break;
      this.at += 1;
      this.skipSpace();
    }
    this.at += 1;
  }

  private string(): string {
    const from = this.at;
    this.at = endOfString(this.text, from) + 1;
    const inside = this.text.slice(from + 1, this.at - 1);
    return inside.includes('\\') ? String(JSON.parse(`"${inside}"`)) : inside;
  }

  private scalar(): unknown {
    SCALAR.lastIndex = this.at;
    const [word = 'null'] = SCALAR.exec(this.text) ?? [];
    this.at += word.length;
    return JSON.parse(word);
  }

  private placed<T extends object>(value: T, from: number): T {
    this.spans.set(value, { from, to: this.at });
    return value;
  }

  private skipSpace(): void {
    let code = this.text.charCodeAt(this.at);
    while (code <= 32) {
      this.at += 1;
      code = this.text.charCodeAt(this.at);
    }
  }
}

/** Where the characters of a JSON text's value stand in it: an escape is one character. */
export function placesInString(text: string): (position: number) => number {
  const first = text.indexOf('"') + 1;
  const starts = once(() => {
    const places: number[] = [];
    for (let at = first; at < text.length && text[at] !== '"'; at += widthOf(text, at)) places.push(at);
    return Int32Array.from(places);
  });
  return (position) => starts()[position] ?? first;
}

function widthOf(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  return text[at + 1] === 'u' ? 6 : 2;
}
