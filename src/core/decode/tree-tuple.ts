import { boxOfList } from './box-of.ts';
import type { Box } from './layout-rows.ts';
import { holdsStrings } from './tree-members.ts';

export interface Tuple {
  /** Where the box stands. */
  readonly first: readonly unknown[];
  /** null: it is none. */
  readonly box: Box | null;
  readonly text: string;
  readonly confidence: unknown;
}

/** `[box, text, confidence]` or `[box, [text, confidence]]`, as EasyOCR and PaddleOCR write it. */
export function tupleOf(list: readonly unknown[]): Tuple | null {
  const [first, second, third] = list;
  if (list.length < 2 || list.length > 3 || !Array.isArray(first)) return null;
  const [text, confidence]: readonly unknown[] = Array.isArray(second) ? second : [second, third];
  if (typeof text !== 'string' || holdsStrings(first)) return null;
  return { first, box: boxOfList(first), text, confidence };
}
