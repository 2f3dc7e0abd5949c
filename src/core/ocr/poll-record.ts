import type { AttemptOutcome, AttemptRecord } from './attempt.ts';
import { POLL } from './poll-schedule.ts';
import type { PollState } from './poll-state.ts';

/** Longer than any attempt with a body that arrives; what is above it was sleep. */
const LONGEST_ATTEMPT = 300_000;

/** Counts an attempt and writes it into the log. One that sent nothing leaves neither. */
export function recordAttempt(
  state: PollState,
  outcome: AttemptOutcome,
  { now, sentAt }: { readonly now: number; readonly sentAt: number | null },
): PollState {
  const lastProblem = 'problem' in outcome ? outcome.problem : state.lastProblem;
  if (sentAt === null) return { ...state, lastProblem };
  const raw = outcome.kind === 'answer' ? outcome.received.raw : outcome.kind === 'held' ? null : outcome.raw;
  return {
    ...withRecord(state, sentAt, now, statusOf(outcome), wordsOf(outcome)),
    lastProblem,
    lastRaw: raw ?? state.lastRaw,
  };
}

/** A request that left and whose answer nobody waited for: Stop, or the page went elsewhere. It may be billed all the same. */
export function recordAbandoned(state: PollState, sentAt: number, now: number): PollState {
  return withRecord(state, sentAt, now, null, 'given up before an answer came');
}

function withRecord(state: PollState, sentAt: number, now: number, status: number | null, words: string): PollState {
  const attempt = state.attempts + 1;
  const record: AttemptRecord = { attempt, at: sentAt, tookMs: Math.max(0, now - sentAt), status, words };
  return {
    ...state,
    attempts: attempt,
    requestsSent: state.requestsSent + 1,
    lastSentAt: sentAt,
    activeMs: state.activeMs + Math.min(Math.max(0, now - state.markedAt), LONGEST_ATTEMPT),
    markedAt: now,
    log: [...state.log.slice(1 - POLL.log), record],
  };
}

function statusOf(outcome: AttemptOutcome): number | null {
  if (outcome.kind === 'answer') return 200;
  return outcome.kind === 'held' ? null : outcome.status;
}

function wordsOf(outcome: AttemptOutcome): string {
  switch (outcome.kind) {
    case 'answer': {
      const { statusWord, code, messages } = outcome.received.task;
      const word = statusWord === '' ? 'no status' : statusWord;
      return [code === null ? word : `${word} (${code})`, ...messages].join(': ');
    }
    case 'held':
      return 'not sent: the service asked to wait';
    default:
      return outcome.problem.what;
  }
}
