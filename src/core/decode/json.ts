import type { Problem } from '../problem.ts';
import { findJsonFault } from './json-fault.ts';

export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  /** `position` counts characters from 0. `tooMuch`: it may well be JSON, and was not parsed. */
  | { readonly ok: false; readonly position: number; readonly tooMuch: boolean; readonly problem: Problem };

/** Deeper nesting is refused before it is parsed: nothing that the service sends comes near it. */
export const MAX_JSON_DEPTH = 64;

/** Counted before anything is parsed: what is beyond is refused at once, and not after seconds. Promise 13. */
interface JsonLimits {
  /** Lists and objects together. */
  readonly lists: number;
  readonly commas: number;
}

/** A million rectangles and what stands round them; each has four numbers and a comma behind it. */
const OF_RECTANGLES: JsonLimits = { lists: 1_100_000, commas: 6_000_000 };
/**
 * A million boxes as objects within objects, with their texts. Of polygons, six lists each, some 700,000, which is what 64 MiB of an
 * answer have room for. Parsing that much takes a worker some seconds and 700 MB.
 */
export const OF_LAYOUTS: JsonLimits = { lists: 4_500_000, commas: 16_000_000 };

/** JSON with the place of the mistake in words. Never throws. */
export function readJson(text: string, where: string, limits = OF_RECTANGLES): JsonReading {
  const beyond = beyondLimits(text, limits);
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
function beyondLimits(text: string, most: JsonLimits): { readonly position: number; readonly why: string } | null {
  let depth = 0;
  let lists = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = endOfString(text, at);
    else if (code === 44) {
      commas += 1;
      if (commas > most.commas) return { position: at, why: refusedAs('with more', most.commas, 'values') };
    } else if (code === 91 || code === 123) {
      depth += 1;
      lists += 1;
      if (depth > MAX_JSON_DEPTH) return { position: at, why: refusedAs('nested deeper', MAX_JSON_DEPTH, 'levels') };
      if (lists > most.lists) return { position: at, why: refusedAs('with more', most.lists, 'lists and objects') };
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
  const what = `is ${why} at ${placeInText(text, position)}`;
  const problem: Problem = { where, what, at: { character: position }, severity: 'error' };
  return { ok: false, position, tooMuch: false, problem };
}
