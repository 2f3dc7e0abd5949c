import type { Texts } from './texts.ts';

/**
 * Texts in columns, so that a million of them cross threads without a copy and cost no object each.
 * UTF-16 as strings have it, not UTF-8: a lone surrogate comes back as it went in.
 */
export interface PackedTexts {
  readonly count: number;
  /** All texts one behind the other, in UTF-16 code units. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** count + 1 places in `units`: text i stands from starts[i] to before starts[i + 1]. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Per text 1 where there is none, which is something else than ''. */
  readonly missing: Uint8Array<ArrayBuffer>;
}

export function packTexts(texts: Texts): PackedTexts {
  const count = texts.length;
  const starts = new Uint32Array(count + 1);
  const missing = new Uint8Array(count);
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    const text = texts.at(index) ?? null;
    if (text === null) missing[index] = 1;
    else length += text.length;
    starts[index + 1] = length;
  }
  const units = new Uint16Array(length);
  for (let index = 0; index < count; index += 1) {
    const text = texts.at(index) ?? '';
    const start = starts[index] ?? 0;
    for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at);
  }
  return { count, units, starts, missing };
}

/** Packs texts one behind the other, when nobody knows yet how long they are. */
export class TextPacker {
  private units = new Uint16Array(1024);
  private length = 0;
  private index = 0;
  private readonly starts: Uint32Array<ArrayBuffer>;
  private readonly missing: Uint8Array<ArrayBuffer>;

  constructor(count: number) {
    this.starts = new Uint32Array(count + 1);
    this.missing = new Uint8Array(count);
  }

  add(text: string | null): void {
    if (text === null) this.missing[this.index] = 1;
    const units = this.room(text?.length ?? 0);
    for (let at = 0; at < (text?.length ?? 0); at += 1) units[this.length + at] = text?.charCodeAt(at) ?? 0;
    this.end(this.length + (text?.length ?? 0));
  }

  /** Room for `most` units behind `place`, to be written there by the caller, who then says where the text ends. */
  room(most: number): Uint16Array {
    if (this.length + most > this.units.length) {
      const longer = new Uint16Array(Math.max(this.units.length * 2, this.length + most));
      longer.set(this.units.subarray(0, this.length));
      this.units = longer;
    }
    return this.units;
  }

  get place(): number {
    return this.length;
  }

  end(length: number): void {
    this.length = length;
    this.index += 1;
    this.starts[this.index] = length;
  }

  done(): PackedTexts {
    const { starts, missing, units, length } = this;
    return { count: missing.length, units: units.slice(0, length), starts, missing };
  }
}

/** Columns as texts: each is made into a string when it is asked for. */
export function packedTexts(columns: PackedTexts): Texts {
  return new TextsInColumns(columns);
}

/** The columns of texts of either kind; those of packed ones are handed out as they are, so copy what you transfer. */
export function columnsOf(texts: Texts): PackedTexts {
  return texts instanceof TextsInColumns ? texts.columns : packTexts(texts);
}

/** Every buffer, to transfer them between threads without a copy. */
export function packedTextBuffers({ units, starts, missing }: PackedTexts): ArrayBuffer[] {
  return [units.buffer, starts.buffer, missing.buffer];
}

class TextsInColumns implements Texts {
  readonly length: number;
  readonly columns: PackedTexts;
  /** The long text asked for last: a whole page in one text is asked for at every render of its row. */
  private long: { readonly place: number; readonly text: string } | null = null;

  constructor(columns: PackedTexts) {
    this.columns = columns;
    this.length = columns.count;
  }

  /** As of an array: from the end when negative, undefined beyond. */
  at(index: number): string | null | undefined {
    const { count, units, starts, missing } = this.columns;
    const whole = Math.trunc(index) || 0;
    const place = whole < 0 ? whole + count : whole;
    if (place < 0 || place >= count) return undefined;
    if (missing[place] === 1) return null;
    if (this.long?.place === place) return this.long.text;
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    if (to - from <= LONG) return unitsAsText(units, from, to);
    const text = longText(units.subarray(from, to));
    this.long = { place, text };
    return text;
  }
}

/** Making a string of more UTF-16 units than this costs more than remembering it. */
const LONG = 100_000;

/** Engines limit how many arguments a call takes. */
const MOST_ARGUMENTS = 8192;

/** The decoder is ten times as quick, and refuses a lone surrogate. */
function longText(units: Uint16Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(units);
  } catch {
    return unitsAsText(units, 0, units.length);
  }
}

/** Not TextDecoder: that makes U+FFFD of a lone surrogate. */
function unitsAsText(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += MOST_ARGUMENTS) {
    text += String.fromCharCode(...units.subarray(at, Math.min(at + MOST_ARGUMENTS, to)));
  }
  return text;
}
