import type { Fields } from './box-of.ts';

/**
 * A table that is printed column by column, as pytesseract's `image_to_data` gives it: `{ level: [...], left: [...], top: [...],
 * width: [...], height: [...], conf: [...], text: [...] }`.
 */

const CORNER_AND_SIZE = ['left', 'top', 'width', 'height'] as const;
/** Tesseract's levels, from 1. */
const LEVEL_NAMES = ['page', 'block', 'paragraph', 'line', 'word'];
const WORD = LEVEL_NAMES.length;

export interface ColumnRow {
  /** From 1; a row stands in the last one before it that has a lower depth. */
  readonly depth: number;
  /** Name of its level. */
  readonly level: string;
  /** The row as an object of its own. */
  readonly value: object;
}

/** null: it is no such table. */
export function rowsOfColumns(fields: Fields): readonly ColumnRow[] | null {
  const first = fields.get('left');
  if (!Array.isArray(first)) return null;
  const column = (name: string): readonly unknown[] | null => {
    const values = fields.get(name);
    return Array.isArray(values) && values.length === first.length ? values : null;
  };
  const places = CORNER_AND_SIZE.map(column);
  if (places.includes(null)) return null;
  const [levels, texts, confidences] = [column('level'), column('text'), column('conf')];
  return first.map((_, at) => {
    const box = Object.fromEntries(CORNER_AND_SIZE.map((name, side) => [name, places[side]?.[at]]));
    const depth = Number(levels?.[at] ?? WORD);
    const text = texts?.[at];
    const conf = confidences?.[at];
    return {
      depth,
      level: LEVEL_NAMES[depth - 1] ?? 'word',
      // Lines and blocks have no text of their own there, and -1 stands for no confidence.
      value: { ...box, ...(depth < WORD && text === '' ? {} : { text }), ...(Number(conf) === -1 ? {} : { conf }) },
    };
  });
}
