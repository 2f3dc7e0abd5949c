import type { Problem } from '../problem.ts';
import { findJsonFault } from './json-fault.ts';

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  /** `position` counts characters from 0. */
  | { readonly ok: false; readonly position: number; readonly problem: Problem };

/** Deeper nesting is refused before it is parsed: nothing that the service sends comes near it. */
export const MAX_JSON_DEPTH = 64;

/** JSON with the place of the mistake in words. Never throws. */
export function readJson(text: string, where: string): JsonReading {
  const tooDeep = beyondDepth(text, MAX_JSON_DEPTH);
  if (tooDeep >= 0) {
    return refuse(text, where, tooDeep, `JSON nested deeper than ${MAX_JSON_DEPTH} levels, which is refused`);
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const fault = findJsonFault(text);
    return refuse(text, where, fault.position, `not JSON: ${fault.what}`);
  }
}

/** `line 2, column 5 (character 17)`, all counted from 1. */
export function placeInText(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  return `line ${line}, column ${column} (character ${position + 1})`;
}

/** Position of the bracket that goes deeper than `limit`, or -1. Brackets in strings do not count. */
function beyondDepth(text: string, limit: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > limit) return at;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return -1;
}

/** Index of the quote that closes the string opened at `from`; the end of the text when none does. */
export function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return quote;
  }
  return text.length;
}

function refuse(text: string, where: string, position: number, why: string): JsonReading {
  const problem: Problem = { where, what: `is ${why} at ${placeInText(text, position)}`, severity: 'error' };
  return { ok: false, position, problem };
}
