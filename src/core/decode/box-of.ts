import { describe, isNumberLike, readCoordinate } from './coordinate.ts';
import type { Box } from './layout-rows.ts';
import { plainName, TEXT_NAMES } from './layout-names.ts';

/** Sets of names for two corners. */
const CORNERS = [
  ['x1', 'y1', 'x2', 'y2'],
  ['x0', 'y0', 'x1', 'y1'],
  ['topleftx', 'toplefty', 'bottomrightx', 'bottomrighty'],
  ['left', 'top', 'right', 'bottom'],
  ['l', 't', 'r', 'b'],
  ['xmin', 'ymin', 'xmax', 'ymax'],
  ['minx', 'miny', 'maxx', 'maxy'],
] as const;

/** Sets of names for a corner and a size. */
const SIZES = [
  ['x', 'y', 'width', 'height'],
  ['x', 'y', 'w', 'h'],
  ['left', 'top', 'width', 'height'],
  ['hpos', 'vpos', 'width', 'height'],
] as const;

const COORDINATES: ReadonlySet<string> = new Set([...CORNERS, ...SIZES].flat());

/** `{ topLeft: { x, y }, bottomRight: { x, y } }` */
const POINT_PAIRS = [
  ['topleft', 'bottomright'],
  ['lefttop', 'rightbottom'],
  ['min', 'max'],
  ['start', 'end'],
] as const;

export type Fields = ReadonlyMap<string, unknown>;

/** Members by their plain names; of two that are called the same, the first. */
export function fieldsOf(value: object): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, member] of Object.entries(value)) {
    const plain = plainName(name);
    if (!fields.has(plain)) fields.set(plain, member);
  }
  return fields;
}

/** A value that stands where a box is expected. null: it is nothing like one. */
export function readBox(value: unknown): Box | null {
  if (typeof value === 'string') return boxOfNumerals(value);
  if (Array.isArray(value)) return boxOfList(value);
  if (typeof value !== 'object' || value === null) return null;
  const fields = fieldsOf(value);
  const direct = boxOfFields(fields) ?? boxOfPointPair(fields);
  if (direct) return direct;
  for (const name of [
    'vertices',
    'points',
    'polygon',
    'boundingbox',
    'bbox',
    'rectangle',
    'rect',
    'coords',
    'normalizedvertices',
  ]) {
    const inner = fields.get(name);
    if (inner === undefined || inner === value) continue;
    const box = Array.isArray(inner) || typeof inner === 'string' ? readBox(inner) : boxOfObject(inner);
    if (box) return box;
  }
  return null;
}

/** Four numbers among the members of an object. null: fewer than three of any set are there. */
export function boxOfFields(fields: Fields): Box | null {
  let likely = 0;
  for (const name of fields.keys()) if (COORDINATES.has(name)) likely += 1;
  if (likely < 3) return null;
  for (const names of CORNERS) if (countOf(fields, names) === 4) return cornersOf(fields, names, false);
  for (const names of SIZES) if (countOf(fields, names) === 4) return cornersOf(fields, names, true);
  for (const names of [...CORNERS, ...SIZES]) {
    const missing = names.filter((name) => !fields.has(name));
    if (missing.length === 1) return { corners: null, what: `has ${presentOf(fields, names)}, and no ${missing[0]}` };
  }
  return null;
}

/** `[x1, y1, x2, y2]`, or the points of a polygon, of which the box round it is taken. */
export function boxOfList(list: readonly unknown[]): Box | null {
  if (list.length >= 4 && list.length % 2 === 0 && list.every(isNumberLike)) {
    return list.length === 4 ? boxOfFour(list, false) : boxRound(list);
  }
  if (list.length < 2 || list.length > MOST_POINTS) return null;
  const flat: unknown[] = [];
  for (const point of list) {
    const pair = pointOf(point);
    if (!pair) return null;
    flat.push(...pair);
  }
  return boxRound(flat);
}

const MOST_POINTS = 10_000;

function boxOfObject(value: unknown): Box | null {
  return typeof value === 'object' && value !== null ? boxOfFields(fieldsOf(value)) : null;
}

/** `10 20 30 40`, `10,20,30,40`, `10,20 30,40 ...`. */
function boxOfNumerals(text: string): Box | null {
  if (text.length > 200_000) return null;
  const list = text.split(/[\s,;]+/).filter((part) => part !== '');
  return list.length >= 4 ? boxOfList(list) : null;
}

/** A corner and the one across, each a point. */
export function boxOfPointPair(fields: Fields): Box | null {
  for (const [first, last] of POINT_PAIRS) {
    const from = pointOf(fields.get(first));
    const to = pointOf(fields.get(last));
    if (from && to) return boxOfFour([...from, ...to], false);
  }
  return null;
}

function pointOf(value: unknown): readonly [unknown, unknown] | null {
  if (Array.isArray(value)) return value.length === 2 && value.every(isNumberLike) ? [value[0], value[1]] : null;
  if (typeof value !== 'object' || value === null) return null;
  const fields = fieldsOf(value);
  // One with a size or a text is a region of its own, and not a corner of one.
  if (!fields.has('x') || !fields.has('y') || fields.size > MOST_AXES) return null;
  for (const name of fields.keys()) if (SIDES.has(name)) return null;
  return [fields.get('x'), fields.get('y')];
}

/** x, y, z. */
const MOST_AXES = 3;
const SIDES: ReadonlySet<string> = new Set(['width', 'height', 'w', 'h', ...TEXT_NAMES]);

function countOf(fields: Fields, names: readonly string[]): number {
  return names.reduce((count, name) => count + (fields.has(name) ? 1 : 0), 0);
}

function presentOf(fields: Fields, names: readonly string[]): string {
  return names.filter((name) => fields.has(name)).join(', ');
}

function cornersOf(fields: Fields, names: readonly string[], sized: boolean): Box {
  return boxOfFour(
    names.map((name) => fields.get(name)),
    sized,
    names,
  );
}

const CORNER_NAMES = ['x1', 'y1', 'x2', 'y2'];

function boxOfFour(list: readonly unknown[], sized: boolean, names: readonly string[] = CORNER_NAMES): Box {
  const numbers: number[] = [];
  let fromText = false;
  for (const [at, name] of names.entries()) {
    const read = readCoordinate(list[at]);
    if (read.value === null) return { corners: null, what: `${name} ${read.what}` };
    fromText ||= read.fromText;
    numbers.push(read.value);
  }
  const [x = NaN, y = NaN, third = NaN, fourth = NaN] = numbers;
  return { corners: sized ? [x, y, x + third, y + fourth] : [x, y, third, fourth], fromText };
}

function boxRound(flat: readonly unknown[]): Box {
  let fromText = false;
  const least = [Infinity, Infinity];
  const most = [-Infinity, -Infinity];
  for (const [at, value] of flat.entries()) {
    const read = readCoordinate(value);
    if (read.value === null) return { corners: null, what: `a point ${read.what ?? describe(value)}` };
    fromText ||= read.fromText;
    const axis = at % 2;
    least[axis] = Math.min(least[axis] ?? Infinity, read.value);
    most[axis] = Math.max(most[axis] ?? -Infinity, read.value);
  }
  return { corners: [least[0] ?? NaN, least[1] ?? NaN, most[0] ?? NaN, most[1] ?? NaN], fromText };
}
