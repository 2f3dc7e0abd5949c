/** Something that was not as expected, in words for the person who reads the page. Never thrown, always listed. */
export interface Problem {
  /** The place, as a path into what was received: `results[0].data[7]`, `byte 12`, `Detection task ID`. */
  readonly where: string;
  /** The place itself within it, where one is known: the view of the answer marks it. */
  readonly at?: ProblemPlace;
  /** What is wrong there: `has 3 numbers, needs x1, y1, x2, y2`. */
  readonly what: string;
  /** What the person can do about it, when there is something. */
  readonly todo?: string;
  /** `error`: something is missing from the page because of it; `warning`: shown, but look at it; `note`: good to know. */
  readonly severity: 'error' | 'warning' | 'note';
}

/** Counted from 0 in what `where` names: characters of its text, bytes of it without their byte order mark, or its Base64. */
export type ProblemPlace =
  | { readonly character: number }
  | { readonly byte: number }
  | { readonly base64: 'wrong' | 'url-safe' | 'end' | 'space' | 'prefix' }
  | { readonly mark: true };
