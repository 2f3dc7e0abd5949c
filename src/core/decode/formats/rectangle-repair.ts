import { endOfString } from '../json.ts';

const NOT_FINITE = /(?<![\w."])-?(?:NaN|Infinity)(?![\w."])/g;

/** Python writes NaN and Infinity into its JSON, which JSON does not have. As texts they can be refused one by one. */
export function withoutNaN(text: string): string {
  return text.replace(NOT_FINITE, (word) => `"${word}"`);
}

/**
 * The part of a list before `position` where it stops being JSON: every whole element, and for the one that was broken
 * its text, so that it keeps its number. null when there is no list, or nothing whole in it.
 */
export function wholeRowsOf(text: string, position: number): readonly unknown[] | null {
  const end = endOfWholeRows(text, position);
  if (end < 0) return null;
  try {
    const rest = text.slice(end, position).replace(/^[\s,]+/, '');
    const value: unknown = JSON.parse(`${text.slice(0, end)}]`);
    if (!Array.isArray(value)) return null;
    return rest === '' ? value : [...value, rest];
  } catch {
    return null;
  }
}

/** Behind the last element of the outer list that closes before `position`, or -1. */
function endOfWholeRows(text: string, position: number): number {
  let depth = 0;
  let end = -1;
  for (let at = 0; at < position; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') {
      depth -= 1;
      if (depth === 1) end = at + 1;
    }
  }
  return end;
}
