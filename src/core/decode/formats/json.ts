import type { Problem } from '../../problem.ts';
import type { Format, Reading } from '../format.ts';
import type { Span } from '../../span.ts';
import { type JsonReading, OF_LAYOUTS, readJson } from '../json.ts';
import { placeJson, placesInString } from '../json-places.ts';
import { sourcesOfTree } from '../layout-places.ts';
import { asItCame, layoutReading } from '../layout-reading.ts';
import { layoutOfTree, type TreeReading } from '../layout-of-tree.ts';
import { isTyped, type Payload } from '../payload.ts';
import { relaxedToJson } from '../python.ts';
import { MOST_RECTANGLES } from './rectangles.ts';

/**
 * Boxes with texts in JSON, whatever their names (the service publishes none), or in Python as it is printed. What does not call itself
 * JSON is taken for it when some named box is in it: no recognised text is that by chance.
 */
export const jsonFormat: Format = {
  name: 'JSON',
  // Python prints tuples as well.
  begins: /^\s*[[{(]/,
  matches: (payload) => isTyped(payload, 'json') || (mayBeJson(payload.bytes) && hasNamedBox(treeOf(payload))),
  read: (payload) => {
    const found = treeOf(payload);
    if (!('tree' in found)) return unread(payload, found);
    const { tree, notes } = found;
    const { rows, plain, places } = tree;
    const problems = [...payload.text().problems, ...notes, ...tree.problems];
    if (rows.count > 0) return layoutReading(payload, rows, problems, places, plain.join('\n'));
    const told = [...problems, ...places.list(payload.where)];
    if (plain.length > 0) return { as: 'text', text: plain.join('\n'), problems: told };
    return asItCame(payload, 'has neither boxes nor texts', told);
  },
  sources: (payload) => {
    const { text, placeOf } = readRelaxed(payload);
    const { value, spans } = placeJson(text);
    return sourcesOfTree(value, inText(spans, placeOf), OPTIONS);
  },
};

const OPTIONS = { most: MOST_RECTANGLES, numbersAreTexts: false };

interface Found {
  readonly tree: TreeReading;
  readonly notes: readonly Problem[];
}

const readings = new WeakMap<Payload, Found | Problem>();

/** Both questions about an entry are answered by one reading of it; a problem says why it could not be read. */
function treeOf(payload: Payload): Found | Problem {
  const known = readings.get(payload);
  if (known) return known;
  const { reading, notes } = readRelaxed(payload);
  const read = reading.ok ? { tree: layoutOfTree(reading.value, payload.where, OPTIONS), notes } : reading.problem;
  readings.set(payload, read);
  return read;
}

interface Relaxed {
  readonly reading: JsonReading;
  readonly notes: readonly Problem[];
  /** What was read: the text of the payload, or what was made of it. */
  readonly text: string;
  /** Where a place of `text` stands in that of the payload. */
  readonly placeOf: (position: number) => number;
}

/** Standard JSON, a JSON text in a JSON text, Python, or JSON with a comma too many. */
function readRelaxed(payload: Payload): Relaxed {
  const { where } = payload;
  const { text } = payload.text();
  const asItIs = { text, placeOf: (position: number) => position, notes: [] };
  const standard = readStandard(payload);
  if (standard.ok) {
    if (typeof standard.value !== 'string') return { ...asItIs, reading: standard };
    const inner = readJson(standard.value, where);
    if (!inner.ok) return { ...asItIs, reading: standard };
    const notes = [note(where, 'is JSON within a JSON text; it was taken out')];
    return { reading: inner, notes, text: standard.value, placeOf: placesInString(text) };
  }
  const relaxed = standard.tooMuch ? null : relaxedToJson(text);
  const reading = relaxed ? readJson(relaxed.json, where) : standard;
  if (!relaxed || !reading.ok) return { ...asItIs, reading: standard };
  const what = relaxed.python
    ? 'is written as Python prints it, and not as JSON; it was read all the same'
    : 'has a comma too many for JSON; it was read all the same';
  return { reading, notes: [note(where, what)], text: relaxed.json, placeOf: relaxed.placeOf };
}

/** Brackets are what objects and lists begin and end with, and each of them is one character wherever it is written. */
function inText(spans: ReadonlyMap<object, Span>, placeOf: Relaxed['placeOf']): ReadonlyMap<object, Span> {
  const placed = new Map<object, Span>();
  for (const [value, { from, to }] of spans) placed.set(value, { from: placeOf(from), to: placeOf(to - 1) + 1 });
  return placed;
}

/** More than a list of rectangles may hold is parsed where something says that it is none: its type, a name or a text. */
function readStandard(payload: Payload): JsonReading {
  const reading = payload.json();
  if (reading.ok || !reading.tooMuch) return reading;
  const { text } = payload.text();
  if (!isTyped(payload, 'json') && !/["{]/.test(text.slice(0, LOOKED_AT))) return reading;
  const larger = readJson(text, payload.where, OF_LAYOUTS);
  // To be read as Python it would have to be written anew, which takes too long for this much.
  return larger.ok ? larger : { ...larger, tooMuch: true };
}

const LOOKED_AT = 1000;

/** Quick: the first character is a bracket. */
function mayBeJson(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length && (bytes[at] ?? 0) <= 32) at += 1;
  return bytes[at] === 91 || bytes[at] === 123 || bytes[at] === 40;
}

function hasNamedBox(found: Found | Problem): boolean {
  return 'tree' in found && found.tree.named;
}

function unread(payload: Payload, why: Problem): Reading {
  const { text, problems } = payload.text();
  return { as: 'text', text, problems: [...problems, why] };
}

function note(where: string, what: string): Problem {
  return { where, what, severity: 'note' };
}
