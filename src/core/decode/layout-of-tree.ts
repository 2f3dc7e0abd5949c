import { once } from '../once.ts';
import type { Problem } from '../problem.ts';
import { fieldsOf, readBox } from './box-of.ts';
import { type AmongBoxes, brokenList, brokenMember, isBoxed } from './broken-box.ts';
import { isNumberLike } from './coordinate.ts';
import { CONFIDENCE_NAMES, isIgnoredName, isListOfTexts, levelOfName, plainName } from './layout-names.ts';
import { betweenTexts, type Box, LayoutBuilder, type LayoutRows } from './layout-rows.ts';
import { PlaceProblems } from './place-problems.ts';
import { whyNoCorners } from './rectangle-rows.ts';
import { type ColumnRow, rowsOfColumns } from './tree-columns.ts';
import { bareBox, boxOf, levelName, type Parallel, parallelOf, textOf } from './tree-members.ts';
import { tupleOf } from './tree-tuple.ts';

export interface TreeReading {
  readonly rows: LayoutRows;
  /** Texts that stand in no box, in the order of the document: of a page, or of the whole. */
  readonly plain: readonly string[];
  /** Of the whole. */
  readonly problems: readonly Problem[];
  readonly places: PlaceProblems;
  /** Some box is a member of an object, with a name: no list of numbers that means something else. */
  readonly named: boolean;
}

export interface TreeOptions {
  /** Rows beyond this many are not read. */
  readonly most: number;
  /** In markup every number is a text, which is nothing to tell. */
  readonly numbersAreTexts: boolean;
  /** Told of each row what it was read from: an object or a list of the tree, or the text of a box. */
  readonly onRow?: (row: number, parent: number, source: unknown) => void;
}

/**
 * Boxes, texts, confidences and levels anywhere in a parsed tree, under any of their names. What is neither is passed over; a
 * box that is broken keeps its row. The tree must not be nested deeper than a stack goes (`MAX_JSON_DEPTH`).
 */
export function layoutOfTree(value: unknown, where: string, options: TreeOptions): TreeReading {
  const walk = new TreeWalk(options);
  walk.value(value, '', -1, where);
  const what = `holds more than ${options.most.toLocaleString('en')} boxes; those behind are not read`;
  const problems: Problem[] = walk.tooMany ? [{ where, what, severity: 'warning' }] : [];
  const { builder, plain, places, named } = walk;
  return { rows: builder.done(), plain, problems, places, named };
}

class TreeWalk {
  readonly builder = new LayoutBuilder();
  readonly plain: string[] = [];
  readonly places = new PlaceProblems();
  named = false;
  tooMany = false;
  private readonly options: TreeOptions;

  constructor(options: TreeOptions) {
    this.options = options;
  }

  /**
   * `name`: that of the nearest member above, which says what the elements of a list are. `amongBoxes`: of an element of a list, whether
   * another one has a box.
   */
  value(value: unknown, name: string, parent: number, where: string, amongBoxes: AmongBoxes | null = null): void {
    if (typeof value !== 'object' || value === null) return;
    if (this.builder.count >= this.options.most) this.tooMany = true;
    else if (Array.isArray(value)) this.list(value, name, parent, where, amongBoxes);
    else this.object(value, name, parent, where, amongBoxes);
  }

  private problem(where: string, what: string): void {
    this.places.add(() => ({ where, what, severity: 'warning' }));
  }

  private list(
    list: readonly unknown[],
    name: string,
    parent: number,
    where: string,
    amongBoxes: AmongBoxes | null,
  ): void {
    const bare = bareBox(list, name, amongBoxes !== null) ?? brokenList(list, amongBoxes);
    if (bare) {
      this.row(bare, name, parent, where, list);
      return;
    }
    if (this.tuple(list, name, parent, where, amongBoxes)) return;
    const texts = isListOfTexts(name) ? textsIn(list) : [];
    if (texts.length > 0) this.textAlone(texts.join(betweenTexts(levelOfName(name))), parent);
    const objects = list.some((element) => typeof element === 'object' && element !== null);
    const before = this.builder.count;
    const anyBox = once(() => list.some((element) => isBoxed(element, name)));
    for (const [at, element] of list.entries()) {
      if (isTextRow(element) && isListOfTexts(name)) continue;
      if (typeof element === 'object' && element !== null) this.value(element, name, parent, `${where}[${at}]`, anyBox);
      else if (typeof element === 'string' && isListOfTexts(name)) continue;
      else if (objects && this.builder.count > before)
        this.problem(`${where}[${at}]`, `is ${shown(element)}, needs a box and a text`);
    }
  }

  private tuple(
    list: readonly unknown[],
    name: string,
    parent: number,
    where: string,
    amongBoxes: AmongBoxes | null,
  ): boolean {
    const found = tupleOf(list);
    const box = found && (found.box ?? brokenList(found.first, amongBoxes));
    if (!found || !box) return false;
    const { text, confidence } = found;
    const row = this.row(box, name, parent, where, list);
    this.named = true;
    this.builder.setText(row, text);
    this.confidence(row, confidence, where);
    return true;
  }

  private object(value: object, name: string, parent: number, where: string, amongBoxes: AmongBoxes | null): void {
    const fields = fieldsOf(value);
    const columns = rowsOfColumns(fields);
    if (columns) {
      this.columns(columns, value, parent, where);
      return;
    }
    const whole = boxOf(fields);
    const broken = whole ? null : brokenMember(value, amongBoxes);
    const found = whole ?? broken;
    const text = found || isListOfTexts(name) || !fields.has('#text') ? textOf(fields) : null;
    const parallel = found ? null : parallelOf(fields);
    const level = levelName(fields, name);
    let row = parent;
    if (found) {
      row = this.row(found.box, level, parent, where + (broken?.member ?? ''), value);
      this.named = true;
      if (text !== null) this.builder.setText(row, text);
      for (const alias of CONFIDENCE_NAMES) {
        if (this.confidence(row, fields.get(alias), `${where}.${alias}`)) break;
      }
    } else if (text !== null) this.textAlone(text, parent);
    for (const [key, member] of Object.entries(value)) {
      const plain = plainName(key);
      if (found?.names.has(plain) || isIgnoredName(plain)) continue;
      if (parallel?.boxesIn === plain) this.parallel(parallel, key, parent, `${where}.${key}`);
      else if (parallel?.textsIn !== plain) this.value(member, key, row, `${where}.${key}`);
    }
  }

  /** Each row stands everywhere in the table. */
  private columns(rows: readonly ColumnRow[], table: object, parent: number, where: string): void {
    const above: { readonly depth: number; readonly row: number }[] = [];
    for (const [at, { depth, level, value }] of rows.entries()) {
      while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
      const row = this.builder.count;
      const around = above.at(-1)?.row ?? parent;
      this.value(value, level, around, `${where}[${at}]`);
      if (this.builder.count === row) continue;
      this.options.onRow?.(row, around, table);
      above.push({ depth, row });
    }
  }

  /** `{ recognitionAreasRectangles: [box, ...], recognitionAreasText: [text, ...] }`, as Aspose's engines have it. */
  private parallel({ boxes, texts }: Parallel, name: string, parent: number, where: string): void {
    if (boxes.length !== texts.length) {
      this.problem(
        where,
        `has ${boxes.length} boxes and ${texts.length} texts beside them; paired by number as far as they go`,
      );
    }
    for (const [at, member] of boxes.entries()) {
      const box = readBox(member) ?? { corners: null, what: whyNoCorners(member) };
      const row = this.row(box, name, parent, `${where}[${at}]`, member ?? boxes);
      this.named = true;
      const text = texts[at];
      if (text !== undefined) this.builder.setText(row, text);
    }
    for (const text of texts.slice(boxes.length)) this.textAlone(text, parent);
  }

  private row(box: Box, name: string, parent: number, where: string, source: unknown): number {
    const taken = this.options.numbersAreTexts && box.corners ? { ...box, fromText: false } : box;
    const row = this.builder.add(levelOfName(name), parent, taken, () => where);
    if (!box.corners) this.problem(where, box.what);
    this.options.onRow?.(row, parent, source);
    return row;
  }

  /** In a box that has no text of its own it is its text; another one says it once more. */
  private textAlone(text: string, parent: number): void {
    if (parent < 0) this.plain.push(text);
    else if (this.builder.textOf(parent) === null) this.builder.setText(parent, text);
  }

  private confidence(row: number, value: unknown, where: string): boolean {
    if (value === undefined || value === null || !isNumberLike(value)) return false;
    const confidence = Number(value);
    if (confidence >= 0 && confidence <= 100) this.builder.setConfidence(row, confidence);
    else this.problem(where, `is ${confidence}, and a confidence is 0 to 1 or 0 to 100`);
    return true;
  }
}

/** Strings of a list, and those of its lists of nothing but strings: rows of a table. */
function textsIn(list: readonly unknown[]): readonly string[] {
  return list.flatMap((element) => {
    if (typeof element === 'string') return [element];
    return isTextRow(element) ? [element.join(' ')] : [];
  });
}

function isTextRow(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((element) => typeof element === 'string');
}

function shown(value: unknown): string {
  return value === null ? 'null' : `a ${typeof value}`;
}
