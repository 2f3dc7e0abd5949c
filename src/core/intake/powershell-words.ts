import { LINE_END, runAt, WHITE, Words } from './words.ts';

const PLAIN = /[^\s`'"={};,()]+/y;
const PLAIN_IN_SINGLE = /[^'\\]+/y;
const PLAIN_IN_DOUBLE = /[^"\\`]+/y;

/** PowerShell quoting. The signs of hashtables and calls part words: `@{ "Authorization" = "Bearer ..." }`. */
export function powershellWords(text: string): readonly string[] {
  const words = new Words();
  let at = 0;
  while (at < text.length) {
    const plain = runAt(PLAIN, text, at);
    const character = text[at] ?? '';
    if (plain !== '') {
      words.add(plain);
      at += plain.length;
    } else if (character === '`') {
      const lineEnd = runAt(LINE_END, text, at + 1);
      if (lineEnd === '') words.add(text[at + 1] ?? '');
      else words.end();
      at += 1 + (lineEnd.length || 1);
    } else if (character === "'" || character === '"') at = afterQuote(text, at, words);
    else if (character === '=' && /[\w?&]/.test(text[at - 1] ?? '')) {
      // In an address it belongs to the word: ?id=...
      words.add('=');
      at += 1;
    } else {
      words.end();
      at += runAt(WHITE, text, at).length || 1;
    }
  }
  return words.done();
}

/** A doubled quote stands for itself; only in double quotes a backtick escapes. */
function afterQuote(text: string, from: number, words: Words): number {
  const quote = text[from] ?? '"';
  const plainPattern = quote === '"' ? PLAIN_IN_DOUBLE : PLAIN_IN_SINGLE;
  words.add('');
  let at = from + 1;
  while (at < text.length) {
    const plain = runAt(plainPattern, text, at);
    words.add(plain);
    at += plain.length;
    const character = text[at];
    const next = text[at + 1];
    if (character === quote && next !== quote) return at + 1;
    if (character === quote) {
      words.add(quote);
      at += 2;
    } else if (character === '\\') {
      // Before PowerShell 7.3, quotes for a program were escaped for the program as well: '{\"image\": ...}'.
      if (next !== '"' || (quote === '"' && text[at + 2] !== '"')) words.add('\\');
      at += 1;
    } else if (character === '`') {
      words.add(next ?? '');
      at += 2;
    }
  }
  return at;
}
