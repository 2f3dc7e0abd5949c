import type { AttemptOutcome, TransientFault } from '../../../src/core/ocr/attempt.ts';
import { afterAttempt, beforeAttempt, begin, type Surroundings } from '../../../src/core/ocr/poll-policy.ts';
import { newPoll, type PollState } from '../../../src/core/ocr/poll-state.ts';
import type { ReceivedAnswer, TaskAnswer } from '../../../src/core/ocr/task.ts';

export const T0 = Date.UTC(2026, 0, 5, 12);

export interface Run {
  readonly state: PollState;
  /** ms since the beginning. */
  readonly askedAt: readonly number[];
  readonly now: number;
}

export interface Rules {
  /** What the n-th question (from 1), asked `at` ms after the beginning, comes to. */
  readonly answer: (n: number, at: number) => AttemptOutcome;
  readonly random?: () => number;
  /** What the world is like `at` ms after the beginning. */
  readonly world?: (at: number) => Partial<Surroundings>;
  /** How long an attempt takes. */
  readonly takes?: number;
  readonly until?: number;
  readonly from?: { readonly state: PollState; readonly now: number };
  readonly copy?: ReceivedAnswer;
}

/** Polls one task against a clock of its own: what the timer of the query does, without the query. */
export function simulate({ answer, random = () => 0.5, world, takes = 0, until = 86_400_000, from, copy }: Rules): Run {
  let { state, now } = from ?? { state: newPoll(T0), now: T0 };
  const askedAt: number[] = [];
  const around = (): Surroundings => ({
    now,
    online: true,
    hidden: false,
    token: 'usable',
    hold: null,
    ...world?.(now - T0),
  });
  for (let rings = 0; state.nextDelayMs !== null && rings < 5_000; rings += 1) {
    // The first question of a query needs no timer.
    const first = state.attempts === 0 && rings === 0;
    if (!first) now += state.nextDelayMs;
    if (now - T0 > until) break;
    const permit = beforeAttempt(state, around());
    if (permit !== 'ask') {
      state = permit;
      continue;
    }
    const sentAt = now;
    askedAt.push(now - T0);
    const asking = begin(state, now);
    now += takes;
    state = afterAttempt(asking, answer(askedAt.length, sentAt - T0), {
      ...around(),
      sentAt,
      random: random(),
      copy: copy ?? null,
    });
  }
  return { state, askedAt, now };
}

export function answered(status: TaskAnswer['status'], task: Partial<TaskAnswer> = {}): AttemptOutcome {
  return { kind: 'answer', received: received(status, task) };
}

export function received(status: TaskAnswer['status'], task: Partial<TaskAnswer> = {}): ReceivedAnswer {
  return {
    raw: new Uint8Array([123, 125]),
    receivedAt: T0,
    task: {
      id: null,
      status,
      statusWord: status,
      code: null,
      results: null,
      messages: [],
      warnings: [],
      problems: [],
      ...task,
    },
  };
}

export const DATA = { results: [{ type: 'Other', data: 'W10=' }] } as const;

export function failed(fault: TransientFault): AttemptOutcome {
  return { kind: 'transient', fault, status: null, problem: problem(fault), raw: null };
}

export function limited(retryAfterMs: number | null): AttemptOutcome {
  return { kind: 'rate-limited', status: 429, retryAfterMs, problem: problem('slow down'), raw: null };
}

export const REFUSED: AttemptOutcome = { kind: 'unauthorized', status: 401, problem: problem('refused'), raw: null };
export const REJECTED: AttemptOutcome = { kind: 'rejected', status: 400, problem: problem('rejected'), raw: null };

function problem(what: string) {
  return { where: 'Detection task', what, severity: 'warning' } as const;
}

/** Random numbers of a seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What lies between one time and the next. */
export function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}
