/** Where a text stops being JSON (RFC 8259), and why. Engines word this differently or not at all, so it is found here. */
export interface JsonFault {
  /** Characters from 0; the length of the text when it ends too early. */
  readonly position: number;
  readonly what: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPED_CODE = /\\u[0-9a-fA-F]{4}/y;
const ESCAPED = '"\\/bfnrt';
/** A rectangle before another list: most of a long list is read by this in one step. */
const RECTANGLE = (() => {
  const number = String.raw`[ \t\n\r]*${NUMBER.source}[ \t\n\r]*`;
  return new RegExp(String.raw`\[${number}(?:,${number}){3}\][ \t\n\r]*,[ \t\n\r]*(?=\[)`, 'y');
})();
const WORD = /true|false|null/y;

/** Of a text that JSON.parse refused and that is not nested deeper than the cap: this descends with the nesting. */
export function findJsonFault(text: string): JsonFault {
  const reader = new Reader(text);
  return reader.value() ?? reader.end() ?? { position: 0, what: 'it cannot be parsed' };
}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): JsonFault | null {
    this.skip(SPACE);
    const first = this.text[this.at];
    if (first === '{') return this.list('}', () => this.member());
    if (first === '[') return this.list(']', () => this.value());
    if (first === '"') return this.string();
    return this.skip(NUMBER) || this.skip(WORD) ? null : this.fault('a value');
  }

  /** Nothing but white space may follow. */
  end(): JsonFault | null {
    this.skip(SPACE);
    return this.at < this.text.length ? this.fault('the end') : null;
  }

  private list(close: '}' | ']', item: () => JsonFault | null): JsonFault | null {
    this.at += 1;
    this.skip(SPACE);
    if (this.take(close)) return null;
    for (;;) {
      let isRectangle = close === ']';
      while (isRectangle) isRectangle = this.skip(RECTANGLE);
      const fault = item();
      if (fault) return fault;
      this.skip(SPACE);
      if (this.take(close)) return null;
      if (!this.take(',')) return this.fault(`"," or "${close}"`);
    }
  }

  private member(): JsonFault | null {
    this.skip(SPACE);
    if (this.text[this.at] !== '"') return this.fault('a name in double quotes');
    const fault = this.string();
    if (fault) return fault;
    this.skip(SPACE);
    return this.take(':') ? this.value() : this.fault('":"');
  }

  private string(): JsonFault | null {
    this.at += 1;
    // A loop and not one pattern: a pattern runs out of stack on a text of some megabytes.
    for (let code = this.code(); code >= 32 && code !== 34; code = this.code()) {
      if (code !== 92) this.at += 1;
      else if (ESCAPED.includes(this.text[this.at + 1] ?? ' ')) this.at += 2;
      else if (!this.skip(ESCAPED_CODE)) return this.fault('an escape that JSON has');
    }
    return this.take('"') ? null : this.fault('the rest of a text and its closing quote');
  }

  /** -1 at the end. */
  private code(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** True when the pattern took at least one character. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  private fault(needed: string): JsonFault {
    const found = this.text.codePointAt(this.at);
    return {
      position: this.at,
      what:
        found === undefined
          ? `it ends where ${needed} should come`
          : `${JSON.stringify(String.fromCodePoint(found))} stands where ${needed} should come`,
    };
  }
}
