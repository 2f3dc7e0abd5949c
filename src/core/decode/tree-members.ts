import { boxOfFields, boxOfList, boxOfPointPair, type Fields, fieldsOf, readBox } from './box-of.ts';
import { isNumberLike } from './coordinate.ts';
import {
  isBoxName,
  isConfidenceName,
  isListOfTexts,
  isPlaceName,
  levelOfName,
  plainName,
  TEXT_NAMES,
} from './layout-names.ts';
import type { Box } from './layout-rows.ts';

/** What the members of one object of a tree say: its box, its text, its level, or boxes and texts in two lists. */

export interface FoundBox {
  readonly box: Box;
  /** The members it was read from. */
  readonly names: ReadonlySet<string>;
}

export function boxOf(fields: Fields): FoundBox | null {
  const direct = boxOfFields(fields) ?? boxOfPointPair(fields);
  if (direct?.corners) return { box: direct, names: new Set() };
  for (const isName of [isBoxName, isPlaceName]) {
    for (const [name, member] of fields) {
      if (!isName(name)) continue;
      const box = isName === isPlaceName ? boxOfPlace(member) : boxOfChild(member);
      if (box) return { box, names: new Set([name]) };
    }
  }
  return direct && { box: direct, names: new Set() };
}

/** A list with one element is that element: markup has it so. A list of objects with boxes is no box. */
function boxOfChild(member: unknown): Box | null {
  const only: unknown = Array.isArray(member) && member.length === 1 ? member[0] : member;
  if (Array.isArray(only) && isListOfBoxes(only)) return null;
  const isLayout = typeof only === 'object' && only !== null && !Array.isArray(only) && textOf(fieldsOf(only)) !== null;
  if (isLayout) return null;
  const box = readBox(only);
  if (box || typeof only !== 'object' || only === null || Array.isArray(only)) return box;
  return Object.keys(only).length === 0 ? { corners: null, what: 'has an empty box' } : null;
}

/** `line: { x, y, width, height }` without anything else that a region would have. */
function boxOfPlace(member: unknown): Box | null {
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return null;
  const fields = fieldsOf(member);
  return textOf(fields) === null && [...fields.values()].every(isNumberLike) ? boxOfFields(fields) : null;
}

/** Lists of four numbers each: several boxes, where four points would have two. */
export function isListOfBoxes(list: readonly unknown[]): boolean {
  return list.some((element) => Array.isArray(element) && element.length > 2);
}

/**
 * A list that is a box by itself, without an object around it. Four numbers are many things, so its name has to say so or, in a list of
 * lists, that it is one of many; numerals (`"words": ["2021", "2022", ...]`) are texts. Points, `{ x, y }`, are nothing else.
 */
export function bareBox(list: readonly unknown[], name: string, inList: boolean): Box | null {
  const box = isListOfBoxes(list) ? null : boxOfList(list);
  if (!box || list.every((point) => typeof point === 'object' && !Array.isArray(point))) return box;
  const plain = plainName(name);
  if (isBoxName(plain) || isBoxName(plain.replace(/e?s$/, '')) || isBoxName(plain.replace(/s$/, ''))) return box;
  if (holdsStrings(list) || isConfidenceName(plain)) return null;
  return inList || plain === '' || isPlaceName(plain) ? box : null;
}

/** Itself, or a list in it. */
export function holdsStrings(list: readonly unknown[]): boolean {
  return list.some(
    (one) => typeof one === 'string' || (Array.isArray(one) && one.some((el) => typeof el === 'string')),
  );
}

export function textOf(fields: Fields): string | null {
  for (const name of TEXT_NAMES) {
    const value = fields.get(name);
    if (typeof value === 'string') return value;
    if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string') return value[0];
  }
  return null;
}

/** What an object says of itself comes before the name of the list that it stands in. */
export function levelName(fields: Fields, name: string): string {
  for (const key of ['level', 'blocktype', 'kind', 'type']) {
    const said = fields.get(key);
    if (typeof said === 'string' && said.length < 40 && levelOfName(said) !== 'region') return said;
  }
  return name;
}

export interface Parallel {
  readonly boxesIn: string;
  readonly textsIn: string;
  readonly boxes: readonly unknown[];
  readonly texts: readonly string[];
}

export function parallelOf(fields: Fields): Parallel | null {
  // Looked for once: an object may have tens of thousands of lists.
  let listsOfBoxes: readonly (readonly [string, readonly unknown[]])[] | null = null;
  for (const [textsIn, member] of fields) {
    if (!/texts?$|^lines$|^words$/.test(textsIn) || !Array.isArray(member) || member.length === 0) continue;
    const texts = member.filter((text) => typeof text === 'string');
    if (texts.length !== member.length) continue;
    listsOfBoxes ??= twoListsOfBoxes(fields);
    const [boxesIn, boxes] = listsOfBoxes.find(([name]) => name !== textsIn) ?? [];
    if (boxesIn !== undefined && boxes) return { boxesIn, textsIn, boxes, texts };
  }
  return null;
}

/** The first two: one of them may be the list of texts itself. */
function twoListsOfBoxes(fields: Fields): (readonly [string, readonly unknown[]])[] {
  const found: (readonly [string, readonly unknown[]])[] = [];
  for (const [name, member] of fields) {
    if (!Array.isArray(member) || member.length === 0) continue;
    if (areBoxes(member)) found.push([name, member]);
    if (found.length === 2) break;
  }
  return found;
}

/** What stands in the place of a box in a list of boxes. */
function isNoBox(value: unknown): boolean {
  return value === null || (Array.isArray(value) && isBrokenList(value));
}

/** `[1, 2, 3]`, `[1, 2, "x", 4]`, `[]`: four numbers that are none, and nothing that holds anything. */
export function isBrokenList(list: readonly unknown[]): boolean {
  if (list.some((value) => typeof value === 'object' && value !== null)) return false;
  return list.length === 0 || list.some((value) => typeof value === 'number' || value === null);
}

/** Some is one, and what is none stands in the place of one. */
function areBoxes(list: readonly unknown[]): boolean {
  let any = false;
  for (const value of list) {
    const isBox = readBox(value) !== null;
    if (isBox ? hasText(value) : !isNoBox(value)) return false;
    any ||= isBox;
  }
  return any;
}

function hasText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = fieldsOf(value);
  if (textOf(fields) !== null) return true;
  for (const [name, member] of fields) {
    if (Array.isArray(member) && isListOfTexts(name) && member.some((text) => typeof text === 'string')) return true;
  }
  return false;
}
