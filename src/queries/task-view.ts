import type { AttemptRecord, Raw } from '../core/ocr/attempt.ts';
import { isFinal, type PollState } from '../core/ocr/poll-state.ts';
import { NOTHING_ASKED, pollWords, type PollWords, usableAnswer } from '../core/ocr/poll-view.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import type { Problem } from '../core/problem.ts';
import type { TaskRef } from './keys.ts';
import { timeInWords } from './time-words.ts';

/** A polled task as the page shows it. Times in ms since the epoch. */
export interface TaskView extends PollWords {
  /** null: nothing was asked yet. */
  readonly startedAt: number | null;
  /** Of an end: completed, the service's Error, not found, refused. */
  readonly finishedAt: number | null;
  /** null while nothing is planned, and during a check. */
  readonly nextCheckAt: number | null;
  readonly checking: boolean;
  readonly attempts: number;
  /** Polling may be billed. */
  readonly requestsSent: number;
  /** Of the last attempt, until an answer comes. */
  readonly lastProblem: Problem | null;
  /** Oldest first; the oldest of very many are dropped. */
  readonly log: readonly AttemptRecord[];
  /** What there is to decode. The same object as long as it is the same answer. */
  readonly answer: ReceivedAnswer | null;
  /** Body of the last attempt that had one, whatever it was: HTML, cut JSON, an error. */
  readonly lastRaw: Raw;
}

export const UNASKED: TaskView = {
  phase: 'waiting',
  sentence: NOTHING_ASKED,
  suggestion: null,
  startedAt: null,
  finishedAt: null,
  nextCheckAt: null,
  checking: false,
  attempts: 0,
  requestsSent: 0,
  lastProblem: null,
  log: [],
  answer: null,
  lastRaw: null,
};

export function taskView(state: PollState, { endpoint, connection }: TaskRef): TaskView {
  return {
    ...pollWords(state, endpoint, connection, (ms) => timeInWords(ms, state.lastSentAt ?? state.startedAt)),
    startedAt: state.startedAt,
    finishedAt: isFinal(state) ? state.finishedAt : null,
    nextCheckAt: state.nextCheckAt,
    checking: state.stage.kind === 'asking',
    attempts: state.attempts,
    requestsSent: state.requestsSent,
    lastProblem: state.lastProblem,
    log: state.log,
    answer: usableAnswer(state),
    lastRaw: state.lastRaw,
  };
}
