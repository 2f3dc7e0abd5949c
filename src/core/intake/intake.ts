import type { FileKind } from '../decode/sniff.ts';
import type { EndpointName, TaskKind } from '../ocr/contract.ts';
import type { TaskAnswer } from '../ocr/task.ts';
import type { Problem } from '../problem.ts';
import type { RequestRegions } from './request-regions.ts';

/** What was found in something that a person pasted. Where each part goes is for the page to decide. */
export type Intake = Found | { readonly kind: 'unknown'; readonly problem: Problem };

export interface Found extends Findings {
  readonly kind: 'found';
}

/** At least one field is filled when `Found`. */
export interface Findings {
  readonly token: FoundToken | null;
  /** No id twice. */
  readonly tasks: readonly FoundTask[];
  readonly answers: readonly PastedAnswer[];
  readonly request: RequestRegions | null;
  readonly image: PastedImage | null;
  readonly problems: readonly Problem[];
}

export interface FoundToken {
  /** Fit for a header: visible ASCII. */
  readonly value: string;
  /** `expires_in` of the token's own JSON. */
  readonly expiresInSeconds: number | null;
}

export interface FoundTask {
  readonly id: string;
  /** null: nothing says which kind of task it is. */
  readonly kind: TaskKind | null;
  /** null: nothing says which endpoint of its kind knows the id. */
  readonly endpoint: EndpointName | null;
}

/** An answer that did not come over the network. */
export interface PastedAnswer {
  /** UTF-8 of what was pasted. */
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly task: TaskAnswer;
  /** null: it holds no results, and neither type nor id tells. */
  readonly kind: TaskKind | null;
}

export interface PastedImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By its first bytes; null when they are of no known file. */
  readonly file: FileKind | null;
}

/** Ids that the page asks for already: they tell to which task a pasted answer belongs. */
export type KnownIds = Readonly<Partial<Record<TaskKind, string>>>;

export const NOTHING_FOUND: Findings = {
  token: null,
  tasks: [],
  answers: [],
  request: null,
  image: null,
  problems: [],
};

/** More of a kind than this is no paste of a person; without a limit, joining them one by one would never end. */
const MOST = 100;

/** Both together; of what can only be there once, the first. */
export function together(one: Findings, other: Findings): Findings {
  const known = new Set(one.tasks.map(({ id }) => id));
  return {
    token: one.token ?? other.token,
    tasks: [...one.tasks, ...other.tasks.filter(({ id }) => !known.has(id))].slice(0, MOST),
    answers: [...one.answers, ...other.answers].slice(0, MOST),
    request: one.request ?? other.request,
    image: one.image ?? other.image,
    problems: [...one.problems, ...other.problems].slice(0, MOST),
  };
}

export function isEmpty({ token, tasks, answers, request, image }: Findings): boolean {
  return !token && tasks.length === 0 && answers.length === 0 && !request && !image;
}
