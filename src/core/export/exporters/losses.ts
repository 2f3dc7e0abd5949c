/** Counts what a file cannot carry, kind by kind, in the order in which the kinds are declared. */
export class LossCount<K extends string> {
  readonly #counts: Map<K, number>;
  readonly #words: Readonly<Record<K, LossWords>>;

  constructor(words: Readonly<Record<K, LossWords>>, kinds: readonly K[]) {
    this.#words = words;
    this.#counts = new Map(kinds.map((kind) => [kind, 0]));
  }

  add(kind: K, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** A sentence for each kind that occurred. */
  list(): string[] {
    return [...this.#counts]
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => this.#words[kind](counted(count), count === 1));
  }
}

/** A sentence for so many of them: `1,204`, and whether it is a single one. */
export type LossWords = (count: string, one: boolean) => string;

export function counted(count: number): string {
  return count.toLocaleString('en-US');
}

/** Half of a pair of UTF-16: no character, and UTF-8 has no bytes for it. */
const HALVES = /\p{Surrogate}/gu;

/** How many characters of a text cannot be written as UTF-8; U+FFFD stands for each of them. */
export function uncarried(text: string): number {
  return text.match(HALVES)?.length ?? 0;
}

/** Of files that hold nothing but rectangles, and what is told of them. */
export const LEFT_OUT: Readonly<Record<'refused' | 'texts', LossWords>> = {
  refused: (count, one) =>
    one ? '1 entry is not a rectangle and is left out.' : `${count} entries are not rectangles and are left out.`,
  texts: (count, one) =>
    one ? '1 text has no rectangle and is left out.' : `${count} texts have no rectangle and are left out.`,
};

export const UNCARRIED: LossWords = (count, one) =>
  one
    ? '1 character is half of a pair and is written as U+FFFD: UTF-8 cannot carry it.'
    : `${count} characters are halves of pairs and are written as U+FFFD: UTF-8 cannot carry them.`;
