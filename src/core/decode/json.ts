import type { Problem } from '../problem.ts';
import { findJsonFault } from './json-fault.ts';

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  /** `position` counts characters from 0. `tooMuch`: it may well be JSON, and was not parsed. */
  | { readonly ok: false; readonly position: number; readonly tooMuch: boolean; readonly problem: Problem };

/** Deeper nesting is refused before it is parsed: nothing that the service sends comes near it. */
export const MAX_JSON_DEPTH = 64;

/**
 * A million rectangles and what stands round them. More would be refused in the end, and parsing them takes seconds.
 * Promise 13.
 */
const MOST_LISTS = 1_100_000;
/** Each of a million rectangles has four numbers and a comma behind it. */
const MOST_COMMAS = 6_000_000;

/** JSON with the place of the mistake in words. Never throws. */
export function readJson(text: string, where: string): JsonReading {
  const beyond = beyondLimits(text);
  if (beyond) return { ...refuse(text, where, beyond.position, beyond.why), tooMuch: true };
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

/** The first character that goes beyond a limit, or null. What stands in strings does not count. */
function beyondLimits(text: string): { readonly position: number; readonly why: string } | null {
  let depth = 0;
  let lists = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 44) {
      commas += 1;
      if (commas > MOST_COMMAS) return { position: at, why: refusedAs('with more', MOST_COMMAS, 'values') };
    } else if (code === 91 || code === 123) {
      depth += 1;
      lists += 1;
      if (depth > MAX_JSON_DEPTH) return { position: at, why: refusedAs('nested deeper', MAX_JSON_DEPTH, 'levels') };
      if (lists > MOST_LISTS) return { position: at, why: refusedAs('with more', MOST_LISTS, 'lists and objects') };
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return null;
}

function refusedAs(having: 'with more' | 'nested deeper', limit: number, noun: string): string {
  return `JSON ${having} than ${limit.toLocaleString('en')} ${noun}, which is refused`;
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

function refuse(text: string, where: string, position: number, why: string): Extract<JsonReading, { ok: false }> {
  const problem: Problem = { where, what: `is ${why} at ${placeInText(text, position)}`, severity: 'error' };
  return { ok: false, position, tooMuch: false, problem };
}
