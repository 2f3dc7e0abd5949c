import { type Base64Map, characterCodes } from './base64-map.ts';
import type { Content } from './item-scan.ts';
import { lastUpTo } from '../last-up-to.ts';
import type { Span } from '../span.ts';
import { byteOfIndex, sequenceAround, sequenceStart } from './utf8-offsets.ts';

/** A pane of the wire: a long row of units (bytes or characters), broken into lines of at most so many of them. */
export interface PaneText {
  /** Units in all. */
  readonly length: number;
  /** The most units of a line. */
  readonly perLine: number;
  readonly lines: number;
  /** The line of a unit, give or take the character that stands where two lines meet. Never a search through the text. */
  readonly lineOf: (unit: number) => number;
  /** The units that a line shows: about its own, moved so that no character is cut in two. */
  readonly lineSpan: (line: number) => Span;
  /** The units of the character that a unit belongs to: several bytes may be one. */
  readonly unitSpan: (unit: number) => Span;
  /** What is shown of some units of one line. */
  readonly show: (span: Span) => string;
  /** Which unit stands at a place of the text that `show` gave for a span. */
  readonly unitAt: (span: Span, index: number) => number;
}

/** A stretch of a line that is marked throughout, or not. */
export interface Piece extends Span {
  readonly marks: readonly string[];
}

export interface Mark extends Span {
  readonly name: string;
}

/** A line cut where marks begin and end. */
export function piecesOf({ from, to }: Span, marks: readonly Mark[]): Piece[] {
  const cuts = new Set([from, to]);
  for (const mark of marks) {
    if (mark.from > from && mark.from < to) cuts.add(mark.from);
    if (mark.to > from && mark.to < to) cuts.add(mark.to);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const names = marks.filter((mark) => mark.from <= start && start < mark.to).map(({ name }) => name);
    return { from: start, to: places[at + 1] ?? to, marks: names };
  });
}

/** UTF-8 as text, broken at its own line ends as well where it is not long. Control characters are shown as signs, one for one. */
export function utf8Text(content: Content, perLine: number): PaneText {
  const starts = content.length > MOST_LOOKED_THROUGH ? null : lineStarts(content, perLine);
  const broken = brokenEvenly(content, perLine);
  if (!starts) return broken;
  return {
    ...broken,
    lines: starts.length - 1,
    lineOf: (unit) => Math.min(lastUpTo(starts, unit), starts.length - 2),
    lineSpan: (line) => ({ from: starts[line] ?? content.length, to: starts[line + 1] ?? content.length }),
  };
}

/** Bytes. A longer text is broken evenly, which needs no look at it. */
const MOST_LOOKED_THROUGH = 1 << 20;

/** Where lines begin, and the end of the last. null: no text has so many. */
function lineStarts(content: Content, perLine: number): Int32Array | null {
  const bytes = content.read({ from: 0, to: content.length });
  const starts = [0];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(at + perLine, bytes.length);
    const feed = bytes.subarray(at, end).indexOf(LINE_FEED);
    const next = feed < 0 ? end + sequenceStart(bytes.subarray(end, end + 4), 0) : at + feed + 1;
    starts.push(next);
    at = next;
  }
  return Int32Array.from(starts);
}

const LINE_FEED = 10;

function brokenEvenly(content: Content, perLine: number): PaneText {
  const startOf = (line: number) => {
    const at = Math.min(line * perLine, content.length);
    return at + sequenceStart(content.read({ from: at, to: at + 4 }), 0);
  };
  return {
    ...evenly(content.length, perLine),
    lineSpan: (line) => ({ from: startOf(line), to: Math.max(startOf(line + 1), startOf(line)) }),
    unitSpan: (unit) => {
      const from = Math.max(unit - 3, 0);
      const span = sequenceAround(content.read({ from, to: unit + 4 }), unit - from);
      return { from: from + span.from, to: from + span.to };
    },
    show: (span) => signed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.read(span))),
    unitAt: (span, index) =>
      Math.min(span.from + byteOfIndex(content.read(span), index), Math.max(span.to - 1, span.from)),
  };
}

/** Two digits and a space for each byte. */
export function hexText(content: Content, perLine: number): PaneText {
  return {
    ...evenly(content.length, perLine),
    lineSpan: (line) => evenSpan(line, perLine, content.length),
    unitSpan: oneUnit,
    show: (span) =>
      Array.from(content.read(span), (byte) => `${byte.toString(16).toUpperCase().padStart(2, '0')} `).join(''),
    unitAt: (span, index) => Math.min(span.from + Math.floor(index / 3), Math.max(span.to - 1, span.from)),
  };
}

/** Characters of Base64, without what stands between them. */
export function base64Text(map: Base64Map, perLine: number): PaneText {
  return {
    ...evenly(map.characters, perLine),
    lineSpan: (line) => evenSpan(line, perLine, map.characters),
    unitSpan: oneUnit,
    show: (span) =>
      Array.from(characterCodes(map, span), (code) => (code === 0 ? '\uFFFD' : signed(String.fromCharCode(code)))).join(
        '',
      ),
    unitAt: (span, index) => Math.min(span.from + index, Math.max(span.to - 1, span.from)),
  };
}

function oneUnit(unit: number): Span {
  return { from: unit, to: unit + 1 };
}

function evenly(length: number, perLine: number): Pick<PaneText, 'length' | 'perLine' | 'lines' | 'lineOf'> {
  return { length, perLine, lines: Math.ceil(length / perLine), lineOf: (unit) => Math.floor(unit / perLine) };
}

function evenSpan(line: number, perLine: number, length: number): Span {
  return { from: Math.min(line * perLine, length), to: Math.min((line + 1) * perLine, length) };
}

/** Signs that fonts have, unlike the pictures of U+2400. What is none of them is a dot. */
const SIGNS: Readonly<Record<string, string>> = { '\n': '↵', '\r': '←', '\t': '→' };

/** One for one; in a text of its own they mean themselves. */
function signed(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f]/g, (character) => SIGNS[character] ?? '·');
}
