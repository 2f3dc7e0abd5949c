import { endOfString } from '../json.ts';

const SIGNS_OF_NOT_FINITE = /NaN|Infinity/;
const NOT_FINITE = /(?<![\w."])-?(?:NaN|Infinity)(?![\w."])/g;

/** Python writes NaN and Infinity into its JSON, which JSON does not have. As texts they can be refused one by one. */
export function withoutNaN(text: string): string {
  return SIGNS_OF_NOT_FINITE.test(text) ? text.replace(NOT_FINITE, '"$&"') : text;
}

/** Of a list that stops being JSON: its whole elements as a list, and the text of the one that was broken, or ''. */
export interface WholeRows {
  readonly list: string;
  readonly rest: string;
}

/** The part of a list before `position` where it stops being JSON. null when there is nothing whole in it. */
export function wholeRowsOf(text: string, position: number): WholeRows | null {
  const end = endOfWholeRows(text, position);
  if (end < 0) return null;
  return { list: `${text.slice(0, end)}]`, rest: text.slice(end, position).replace(/^[\s,]+/, '') };
}

/** Behind the last element of the outer list that closes before `position`, or -1. */
function endOfWholeRows(text: string, position: number): number {
  let depth = 0;
  let end = -1;
  for (let at = 0; at < position; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) {
      depth -= 1;
      if (depth === 1) end = at + 1;
    }
  }
  return end;
}
