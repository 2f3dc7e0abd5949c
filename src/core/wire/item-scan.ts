import { lastUpTo } from '../last-up-to.ts';
import type { Span } from '../span.ts';

/** Bytes that are read where they are wanted: all of them may be 48 MB. */
export interface Content {
  readonly length: number;
  readonly read: (span: Span) => Uint8Array<ArrayBuffer>;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const STEP = 1 << 18;

/**
 * Where the elements of a JSON list stand in its bytes, in steps, so that a page stays alive meanwhile. Nothing is checked: of
 * what is no JSON, it finds what looks like elements up to the end.
 */
export class ItemScan {
  /** Elements found so far. */
  count = 0;
  private readonly content: Content;
  private readonly level: number;
  private places = new Int32Array(128);
  private at = 0;
  private depth = 0;
  private inText = false;
  private afterBackslash = false;
  private from = -1;
  private to = -1;

  /** @param level 1: elements of the outermost list; 2: of the lists in it (pages) */
  constructor(content: Content, level: 1 | 2) {
    this.content = content;
    this.level = level;
  }

  /** Looks at the next quarter of a megabyte. False: that was the last. */
  step(): boolean {
    const bytes = this.content.read({ from: this.at, to: this.at + STEP });
    for (let index = 0; index < bytes.length; index += 1) this.take(bytes[index] ?? 0, this.at + index);
    this.at += bytes.length;
    const more = this.at < this.content.length && bytes.length > 0;
    // Cut in the middle of an element: what there is of it.
    if (!more) this.end();
    return more;
  }

  /** Bytes of an element; null: there is none with this index. */
  spanOf(index: number): Span | null {
    if (index < 0 || index >= this.count) return null;
    return { from: this.places[index * 2] ?? 0, to: this.places[index * 2 + 1] ?? 0 };
  }

  /** The element at a byte, or the one before it; -1: it stands before all of them. */
  itemAt(byte: number): number {
    // In the row of places each from is followed by its to.
    return lastUpTo(this.places.subarray(0, this.count * 2), byte) >> 1;
  }

  private take(byte: number, at: number): void {
    if (this.inText) {
      if (this.afterBackslash) this.afterBackslash = false;
      else if (byte === BACKSLASH) this.afterBackslash = true;
      else if (byte === QUOTE) this.inText = false;
      this.seen(at);
      return;
    }
    if (byte <= 32) return;
    const opens = byte === 91 || byte === 123;
    const closes = byte === 93 || byte === 125;
    if (closes) {
      if (this.depth === this.level) this.end();
      this.depth -= 1;
    } else if (byte === COMMA && this.depth === this.level) {
      this.end();
      return;
    }
    this.seen(at);
    if (opens) this.depth += 1;
    if (byte === QUOTE) this.inText = true;
  }

  private seen(at: number): void {
    if (this.depth < this.level) return;
    if (this.from < 0) this.from = at;
    this.to = at + 1;
  }

  private end(): void {
    if (this.from < 0) return;
    if (this.count * 2 === this.places.length) {
      const longer = new Int32Array(this.places.length * 2);
      longer.set(this.places);
      this.places = longer;
    }
    this.places[this.count * 2] = this.from;
    this.places[this.count * 2 + 1] = this.to;
    this.count += 1;
    this.from = -1;
  }
}
