import { LINE_END, runAt, WHITE, Words } from './words.ts';

/** First what cmd.exe makes of the line, then what the program makes of its command line. */
export function cmdWords(text: string): readonly string[] {
  return programWords(withoutCarets(text));
}

const NEITHER_CARET_NOR_QUOTE = /[^^"]+/y;

/** Outside of quotes `^` takes the meaning from the next character, a line end included. */
function withoutCarets(text: string): string {
  const line = new Words();
  let quoted = false;
  let at = 0;
  while (at < text.length) {
    const plain = runAt(NEITHER_CARET_NOR_QUOTE, text, at);
    if (plain !== '') {
      line.add(plain);
      at += plain.length;
    } else if (text[at] === '"') {
      quoted = !quoted;
      line.add('"');
      at += 1;
    } else {
      const lineEnd = runAt(LINE_END, text, at + 1);
      const next = quoted ? '^' : (text[at + 1] ?? '');
      line.add(lineEnd !== '' || at + 1 >= text.length ? ' ' : next);
      at += 1 + (lineEnd.length || (quoted ? 0 : 1));
    }
  }
  return line.done().join('');
}

const PLAIN = /[^\s\\"]+/y;
const PLAIN_IN_QUOTES = /[^\\"]+/y;
const BACKSLASHES = /\\+/y;

/** `"` groups, `\"` and a doubled quote in quotes are quotes, other backslashes are themselves. */
function programWords(text: string): readonly string[] {
  const words = new Words();
  let quoted = false;
  let at = 0;
  while (at < text.length) {
    const plain = runAt(quoted ? PLAIN_IN_QUOTES : PLAIN, text, at);
    const slashes = plain === '' ? runAt(BACKSLASHES, text, at) : '';
    if (plain !== '') {
      words.add(plain);
      at += plain.length;
    } else if (slashes !== '') {
      at += slashes.length;
      const beforeQuote = text[at] === '"';
      words.add(beforeQuote ? slashes.slice(0, slashes.length >> 1) : slashes);
      if (beforeQuote && slashes.length % 2 === 1) {
        words.add('"');
        at += 1;
      }
    } else if (text[at] === '"') {
      const doubled = quoted && text[at + 1] === '"';
      words.add(doubled ? '"' : '');
      if (!doubled) quoted = !quoted;
      at += doubled ? 2 : 1;
    } else {
      words.end();
      at += runAt(WHITE, text, at).length;
    }
  }
  return words.done();
}
