/** Collects pieces into words; a word may be empty when it was quoted. */
export class Words {
  readonly all: string[] = [];
  private pieces: string[] | null = null;

  add(text: string): void {
    this.pieces ??= [];
    this.pieces.push(text);
  }

  end(): void {
    if (this.pieces) this.all.push(this.pieces.join(''));
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
