import { LINE_END, runAt, WHITE, Words } from './words.ts';

const PLAIN = /[^\s\\'"$]+/y;
const PLAIN_IN_DOUBLE = /[^"\\]+/y;
const PLAIN_IN_ANSI = /[^'\\]+/y;
const CODE = /\\(?:u[0-9a-f]{1,4}|U[0-9a-f]{1,8}|x[0-9a-f]{1,2})/iy;
const ANSI: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

/** POSIX quoting, and `$'...'`, in which browsers copy what is not ASCII. */
export function bashWords(text: string): readonly string[] {
  const words = new Words();
  let at = 0;
  while (at < text.length) {
    const plain = runAt(PLAIN, text, at);
    const white = runAt(WHITE, text, at);
    if (plain !== '') words.add(plain);
    if (white !== '') words.end();
    at += plain.length || white.length;
    if (plain !== '' || white !== '') continue;

    if (text[at] === '\\') at = afterBackslash(text, at + 1, words);
    else if (text[at] === "'") {
      const end = indexOrEnd(text, "'", at + 1);
      words.add(text.slice(at + 1, end));
      at = end + 1;
    } else if (text.startsWith("$'", at)) at = afterAnsiQuote(text, at + 2, words);
    else if (text[at] === '"') at = afterDoubleQuote(text, at + 1, words);
    else {
      words.add(text[at] ?? '');
      at += 1;
    }
  }
  return words.done();
}

function afterBackslash(text: string, at: number, words: Words): number {
  const lineEnd = runAt(LINE_END, text, at);
  if (lineEnd !== '' || at >= text.length) return at + lineEnd.length;
  words.add(text[at] ?? '');
  return at + 1;
}

function afterDoubleQuote(text: string, from: number, words: Words): number {
  words.add('');
  let at = from;
  while (at < text.length && text[at] !== '"') {
    const plain = runAt(PLAIN_IN_DOUBLE, text, at);
    words.add(plain);
    at += plain.length;
    if (text[at] !== '\\') continue;
    const next = text[at + 1] ?? '';
    if (next === '\n') words.add('');
    else if (next !== '' && '$`"\\'.includes(next)) words.add(next);
    else words.add(`\\${next}`);
    at += 2;
  }
  return at + 1;
}

function afterAnsiQuote(text: string, from: number, words: Words): number {
  words.add('');
  let at = from;
  while (at < text.length && text[at] !== "'") {
    const plain = runAt(PLAIN_IN_ANSI, text, at);
    words.add(plain);
    at += plain.length;
    if (text[at] !== '\\') continue;
    const code = runAt(CODE, text, at);
    const point = Number.parseInt(code.slice(2), 16);
    const next = text[at + 1] ?? '';
    words.add(point <= 0x10ffff ? String.fromCodePoint(point) : (ANSI[next] ?? next));
    at += code.length || 2;
  }
  return at + 1;
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found < 0 ? text.length : found;
}
