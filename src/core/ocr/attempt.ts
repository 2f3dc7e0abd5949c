import type { Problem } from '../problem.ts';
import type { TaskKind } from './contract.ts';
import type { ReceivedAnswer } from './task.ts';

/** What went wrong with an attempt that may go better the next time. */
export type TransientFault =
  /** fetch gave up before an answer: CORS, offline, refused connection, redirect. A page cannot know which. */
  | 'unreachable'
  /** The local server could not reach the service, or was sent elsewhere by it. */
  | 'proxy'
  | 'server-error'
  | 'redirect'
  /** No headers in time, or the body stopped arriving. */
  | 'timeout'
  | 'cut-body'
  | MalformedFault;

/** The service answered, and the answer is none. Three of these in a row pause the polling. */
export type MalformedFault = 'empty' | 'html' | 'cut-json' | 'bad-json' | 'not-an-answer' | 'other-id';

/**
 * What one attempt came to. Every kind but `answer` has a sentence for the person.
 * `raw` is the body as far as it was read, whatever it was; null when there was none.
 */
export type AttemptOutcome =
  | { readonly kind: 'answer'; readonly received: ReceivedAnswer }
  /** 401 or 403. `status` null: nothing was asked, because there is no token, or it was refused meanwhile. */
  | { readonly kind: 'unauthorized'; readonly status: 401 | 403 | null; readonly problem: Problem; readonly raw: Raw }
  | {
      readonly kind: 'rate-limited';
      readonly status: number;
      /** Readable Retry-After in ms from now; null when there is none that a page may read. */
      readonly retryAfterMs: number | null;
      readonly problem: Problem;
      readonly raw: Raw;
    }
  /** Nothing was asked: the origin is on hold since another task was told to wait. */
  | { readonly kind: 'held' }
  /** Asking the same again would come to the same: another 4xx, or an answer beyond the limits. */
  | { readonly kind: 'rejected'; readonly status: number | null; readonly problem: Problem; readonly raw: Raw }
  | {
      readonly kind: 'transient';
      readonly fault: TransientFault;
      readonly status: number | null;
      readonly problem: Problem;
      readonly raw: Raw;
    };

export type Raw = Uint8Array<ArrayBuffer> | null;

/** A line of the log that the page shows. */
export interface AttemptRecord {
  /** From 1. Attempts for which no request was sent have none. */
  readonly attempt: number;
  /** When the request went out, in ms since the epoch. */
  readonly at: number;
  readonly tookMs: number;
  readonly status: number | null;
  /** What was answered: `Pending (NoAnyResultData)`, `429 Too many requests, asked to wait 6 s`. */
  readonly words: string;
}

/** How the page names a task; also the place of its problems. */
export const TASK_NAMES: Record<TaskKind, string> = { detection: 'Detection task', recognition: 'Recognition task' };

const MALFORMED: readonly TransientFault[] = ['empty', 'html', 'cut-json', 'bad-json', 'not-an-answer', 'other-id'];

export function isMalformed(fault: TransientFault): fault is MalformedFault {
  return MALFORMED.includes(fault);
}
