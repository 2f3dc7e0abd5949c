import type { Problem } from '../problem.ts';
import type { AttemptRecord, Raw, TransientFault } from './attempt.ts';
import type { ReceivedAnswer, TaskAnswer } from './task.ts';

/** Where the polling of one task stands. Only `polling` has a next check; `asking` is in the middle of one. */
export type Stage =
  | {
      readonly kind: 'polling';
      /** When the next check is due by the schedule, in ms since the epoch; a hidden tab may put it off. */
      readonly dueAt: number;
      /** The person asked for it: hidden tabs and waits that no service demanded do not put it off. */
      readonly asked: boolean;
      /** One check only; then back to this rest, unless the answer ends it. */
      readonly thenRest: Rest | null;
    }
  | { readonly kind: 'asking'; readonly asked: boolean; readonly thenRest: Rest | null }
  | Rest
  /** `data` false: the service says Completed and sends nothing, asked four times. `copy`: from the store, the cloud has it no more. */
  | { readonly kind: 'completed'; readonly data: boolean; readonly copy: boolean }
  /** The service's own Error. */
  | { readonly kind: 'error' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'needs-token'; readonly refused: boolean }
  | { readonly kind: 'offline' }
  /** Refused for good, by HTTP or by our limits. */
  | { readonly kind: 'rejected' };

/** Polling that the person may resume. */
export type Rest =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'paused'; readonly why: 'budget' | 'faults' }
  /** The service asked for a wait beyond the ceiling. */
  | { readonly kind: 'paused'; readonly why: 'hold'; readonly until: number };

/** Everything that is known of one polled task. It is the data of its query; a value, never changed. Times in ms since the epoch. */
export interface PollState {
  readonly stage: Stage;
  /** What the timer waits; null: no timer. */
  readonly nextDelayMs: number | null;
  /** When that ends; null while nothing is planned. */
  readonly nextCheckAt: number | null;
  readonly startedAt: number;
  /** Of an end that is final. */
  readonly finishedAt: number | null;
  /** Last status that the service gave, whatever happened since. */
  readonly seen: TaskAnswer['status'] | null;
  /** Pending, Processing or an unknown word was answered once: the service knew the task. */
  readonly seenRunning: boolean;
  readonly lastSentAt: number | null;
  /** Time spent polling since it began or was resumed: pauses, sleep and time without a mount do not count. */
  readonly activeMs: number;
  /** End of the last attempt: `activeMs` goes on from here. */
  readonly markedAt: number;
  /** The person will wait longer than the ceiling if the service asks for it. */
  readonly patient: boolean;
  readonly attempts: number;
  readonly requestsSent: number;
  /** In a row: transient faults, malformed ones among them, 429 or 503, NotExist, Completed without data. */
  readonly transients: number;
  readonly malformed: number;
  readonly limits: number;
  readonly missing: number;
  readonly empties: number;
  readonly lastFault: TransientFault | null;
  readonly lastProblem: Problem | null;
  /** Oldest first, at most `POLL.log`. */
  readonly log: readonly AttemptRecord[];
  /** The last answer of the service; once Completed with data, that one for ever. */
  readonly answer: ReceivedAnswer | null;
  /** Body of the last attempt that had one, whatever it was. */
  readonly lastRaw: Raw;
}

export function newPoll(now: number): PollState {
  return {
    stage: { kind: 'polling', dueAt: now, asked: false, thenRest: null },
    nextDelayMs: 1,
    nextCheckAt: now,
    startedAt: now,
    finishedAt: null,
    seen: null,
    seenRunning: false,
    lastSentAt: null,
    activeMs: 0,
    markedAt: now,
    patient: false,
    attempts: 0,
    requestsSent: 0,
    transients: 0,
    malformed: 0,
    limits: 0,
    missing: 0,
    empties: 0,
    lastFault: null,
    lastProblem: null,
    log: [],
    answer: null,
    lastRaw: null,
  };
}

/** Nothing is ever asked again, and the answer is never replaced. */
export function isSettled(state: PollState): boolean {
  return state.stage.kind === 'completed' && state.stage.data;
}

/** Any other end: nothing is asked unless the person wants it. */
export function isFinal(state: PollState): boolean {
  return ['completed', 'error', 'not-found', 'rejected'].includes(state.stage.kind);
}

/** At rest: no timer, no request. */
export function rest(state: PollState, stage: Exclude<Stage, { kind: 'polling' }>, now: number): PollState {
  const next: PollState = { ...state, stage, nextDelayMs: null, nextCheckAt: null };
  return { ...next, finishedAt: isFinal(next) ? (state.finishedAt ?? now) : null };
}

/** Polling, with the timer set so that the next check comes at `at`. */
export function planAt(
  state: PollState,
  stage: Extract<Stage, { kind: 'polling' }>,
  at: number,
  now: number,
): PollState {
  // A timer of 0 ms stops silently. One of more than the ceiling is set in pieces: `beforeAttempt` looks again.
  const wait = Math.min(Math.max(Math.ceil(at - now), 1), MAX_TIMER);
  return { ...state, stage, nextDelayMs: wait, nextCheckAt: Math.max(at, now), finishedAt: null };
}

const MAX_TIMER = 300_000;
