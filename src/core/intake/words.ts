/** Commands of a person have some twenty; with the bodies of several requests in them they are long, not many. */
const MOST_WORDS = 10_000;
/** Every quote and escape begins another piece: a body of 10,000 regions in escaped quotes has 250,000. */
const MOST_PIECES = 500_000;

/** What was given is no command. Beyond these limits each further word costs time that nobody gains by. */
export class TooManyWords extends Error {}

/** Collects pieces into words; a word may be empty when it was quoted. Throws TooManyWords. */
export class Words {
  readonly all: string[] = [];
  private pieces: string[] | null = null;
  private count = 0;

  add(text: string): void {
    this.count += 1;
    if (this.count > MOST_PIECES) throw new TooManyWords();
    this.pieces ??= [];
    this.pieces.push(text);
  }

  end(): void {
    if (!this.pieces) return;
    if (this.all.length === MOST_WORDS) throw new TooManyWords();
    this.all.push(this.pieces.join(''));
    this.pieces = null;
  }

  /** All of them, the one that was not ended yet included. */
  done(): readonly string[] {
    this.end();
    return this.all;
  }
}

/** The sticky `pattern` at `at`, or ''. Bodies have megabytes, so shells are read in runs and not by character. */
export function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Behind a continuation mark. Spaces get between it and the line end when a command is copied from a page. */
export const LINE_END = /[ \t]*(?:\r?\n|$)/y;
export const WHITE = /\s+/y;
