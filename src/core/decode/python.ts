import { once } from '../once.ts';
import { lastUpTo } from '../last-up-to.ts';

/** Python as it is printed, and JSON with a comma too many, as JSON. */

const STRING = /'((?:[^'\\\n]|\\[^])*)'|"((?:[^"\\\n]|\\[^])*)"/y;
const WORD = /True|False|None|true|false|null|nan|NaN/y;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['nan', 'null'],
  ['NaN', 'null'],
]);

export interface RelaxedJson {
  readonly json: string;
  readonly python: boolean;
  /** Where the bracket, word or number at a place of the JSON stands in the text; characters from 0. */
  readonly placeOf: (position: number) => number;
}

/** Never throws; null for anything that is neither. Depth and size are for `readJson` to judge. */
export function relaxedToJson(text: string): RelaxedJson | null {
  const out: string[] = [];
  /** Where each of them stands in the text. */
  const places: number[] = [];
  let python = false;
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (/\s/.test(character) || character === ':' || character === '[' || character === '{') out.push(character);
    else if (character === ',') out.push(',');
    else if (character === '(') out.push('[');
    else if (character === ']' || character === '}' || character === ')') {
      dropComma(out, places);
      out.push(character === ')' ? ']' : character);
    } else {
      const token = tokenAt(text, at);
      if (!token) return null;
      python ||= token.python;
      out.push(token.json);
      places.push(at);
      at += token.length;
      continue;
    }
    python ||= character === '(';
    places.push(at);
    at += 1;
  }
  return { json: out.join(''), python, placeOf: placesIn(out, places) };
}

interface Token {
  readonly json: string;
  readonly length: number;
  readonly python: boolean;
}

function tokenAt(text: string, at: number): Token | null {
  STRING.lastIndex = at;
  const string = STRING.exec(text);
  if (string) {
    const [whole, single, double] = string;
    return {
      json: JSON.stringify(unescaped(single ?? double ?? '')),
      length: whole.length,
      python: single !== undefined,
    };
  }
  WORD.lastIndex = at;
  const [word] = WORD.exec(text) ?? [];
  if (word !== undefined) return { json: WORDS.get(word) ?? word, length: word.length, python: WORDS.has(word) };
  NUMBER.lastIndex = at;
  const [number] = NUMBER.exec(text) ?? [];
  return number === undefined ? null : { json: String(Number(number)), length: number.length, python: false };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([^]))/g,
    (_whole, hex?: string, unicode?: string, character?: string) => {
      const code = hex ?? unicode;
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return ESCAPES.get(character ?? '') ?? character ?? '';
    },
  );
}

/** The comma before a closing bracket, with the white space behind it. */
function dropComma(out: string[], places: number[]): void {
  let last = out.length - 1;
  while (last >= 0 && /^\s$/.test(out[last] ?? '')) last -= 1;
  if (out[last] !== ',') return;
  out.splice(last, 1);
  places.splice(last, 1);
}

function placesIn(pieces: readonly string[], places: readonly number[]): RelaxedJson['placeOf'] {
  const starts = once(() => {
    let at = 0;
    return pieces.map((piece) => (at += piece.length) - piece.length);
  });
  return (position) => places[lastUpTo(starts(), position)] ?? 0;
}
