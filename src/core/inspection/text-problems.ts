import type { Problem } from '../problem.ts';

/** Per text index, sparse: what is wrong with the entry, in words. A Map of a few is one. */
export type TextProblems = Pick<ReadonlyMap<number, readonly Problem[]>, 'get' | 'has' | 'size'>;

export const NO_TEXT_PROBLEMS: TextProblems = new Map();

/**
 * The same in columns: where a hundred thousand texts have the same thing wrong with them it is written once, and only the
 * numbers cross threads.
 */
export interface PackedProblems {
  readonly size: number;
  /** Per text the place in `kinds` plus 1; 0 for none. Empty when no text has any. */
  readonly kindOf: Uint16Array<ArrayBuffer>;
  /** Problems whose place is that of their text say no place. */
  readonly kinds: readonly (readonly UnplacedProblem[])[];
}

type UnplacedProblem = Omit<Problem, 'where'> & { readonly where: string | null };

/** More than this are not told apart: they are told as one of the two below. */
const MOST_KINDS = 10_000;
const MANY = 'has a problem of its own, as very many of these texts have, which is not told in words';
const OTHERS: readonly (readonly UnplacedProblem[])[] = [
  [{ where: null, what: MANY, severity: 'note' }],
  [{ where: null, what: MANY, todo: 'View the answer to see what was sent.', severity: 'error' }],
];

export function packProblems(problems: ReadonlyMap<number, readonly Problem[]>, count: number): PackedProblems {
  const kinds = [...OTHERS];
  const numbers = new Map<string, number>();
  const kindOf = new Uint16Array(problems.size === 0 ? 0 : count);
  for (const [index, all] of problems) {
    const place = placeOf(index);
    const kind = all.map((problem) => (problem.where === place ? { ...problem, where: null } : problem));
    const name = JSON.stringify(kind);
    let number = numbers.get(name);
    if (number === undefined && numbers.size < MOST_KINDS) {
      number = kinds.length;
      kinds.push(kind);
      numbers.set(name, number);
    }
    kindOf[index] = 1 + (number ?? (all.every(({ severity }) => severity === 'note') ? 0 : 1));
  }
  return { size: problems.size, kindOf, kinds };
}

export function packedProblems({ size, kindOf, kinds }: PackedProblems): TextProblems {
  return {
    size,
    has: (index) => (kindOf[index] ?? 0) > 0,
    get: (index) => {
      const kind = kinds[(kindOf[index] ?? 0) - 1];
      return kind?.map((problem) => ({ ...problem, where: problem.where ?? placeOf(index) }));
    },
  };
}

function placeOf(index: number): string {
  return `results[${index}].data`;
}
