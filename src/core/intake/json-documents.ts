import { endOfString } from '../decode/json.ts';

/** More than this are not answers. */
const MOST_DOCUMENTS = 100;

/**
 * The objects and lists of a text that holds several, one behind the other, with white space, commas or semicolons between
 * them. null when something else stands between them, one does not end, or there are
 * too many to be answers. Exact slices: they are kept as they came.
 */
export function splitDocuments(text: string): readonly string[] | null {
  const documents: string[] = [];
  const between = /[\s,;]*/y;
  let at = 0;
  for (;;) {
    between.lastIndex = at;
    at += between.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return documents.length > 0 ? documents : null;
    const end = endOfDocument(text, at);
    if (end < 0 || documents.length === MOST_DOCUMENTS) return null;
    documents.push(text.slice(at, end));
    at = end;
  }
}

/** Behind the bracket that closes the one at `from`, or -1. */
function endOfDocument(text: string, from: number): number {
  if (text[from] !== '{' && text[from] !== '[') return -1;
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
