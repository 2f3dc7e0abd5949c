import type { AttemptOutcome } from './attempt.ts';
import { isMalformed } from './attempt.ts';
import { recordAttempt } from './poll-record.ts';
import { clampDelay, limitDelay, ownDelay, POLL } from './poll-schedule.ts';
import { isSettled, planAt, type PollState, rest } from './poll-state.ts';
import { hasData, type ReceivedAnswer } from './task.ts';

/** What the policy has to know of the world. Everything here is an argument, so that a test states the schedule as numbers. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly online: boolean;
  /** Nobody sees the tab. */
  readonly hidden: boolean;
  readonly token: TokenStanding;
  readonly hold: Hold | null;
}

/** `refused`: the service answered 401 or 403 to it, and nothing is asked with it again. */
export type TokenStanding = 'usable' | 'none' | 'refused';

/** No request leaves for an origin before `until`; what the person asks for may leave after `notBefore`. */
export interface Hold {
  readonly until: number;
  /** What the service demanded by Retry-After; nothing is asked before it. */
  readonly notBefore: number;
}

export interface Ended extends Surroundings {
  /** From [0, 1), drawn once for this attempt. */
  readonly random: number;
  /** When the request left; null: none did. */
  readonly sentAt: number | null;
  /** Of an earlier answer with data, which the store kept. Looked up after NotExist only. */
  readonly copy?: ReceivedAnswer | null;
}

/** 'ask', or the state to be in instead: the timer rang, but nothing may be asked now. */
export function beforeAttempt(state: PollState, world: Surroundings): 'ask' | PollState {
  const { stage } = state;
  const { now } = world;
  if (stage.kind !== 'polling')
    return state.nextDelayMs === null ? state : { ...state, nextDelayMs: null, nextCheckAt: null };
  if (world.token !== 'usable') return rest(state, { kind: 'needs-token', refused: world.token === 'refused' }, now);
  if (!world.online) return rest(state, { kind: 'offline' }, now);

  const holdEnd = world.hold ? (stage.asked ? world.hold.notBefore : world.hold.until) : now;
  if (holdEnd > now) {
    if (holdEnd - now > POLL.ceiling && !state.patient)
      return rest(state, { kind: 'paused', why: 'hold', until: holdEnd }, now);
    return planAt(state, stage, holdEnd, now);
  }
  const apart = stage.asked ? POLL.checkNow : world.hidden ? POLL.hidden : POLL.floor;
  const sentAgo = state.lastSentAt === null ? Infinity : now - state.lastSentAt;
  // A negative age: the clock was set back. Then the age is unknown, and waiting for it to come right could take hours.
  if (sentAgo >= 0 && sentAgo < apart) return planAt(state, stage, now + apart - sentAgo, now);
  return 'ask';
}

/** The attempt has begun: the timer is off until it ends. The wait before it counts as far as it was planned; the rest was sleep. */
export function begin(state: PollState, now: number): PollState {
  const { stage } = state;
  const asked = stage.kind === 'polling' && stage.asked;
  const thenRest = stage.kind === 'polling' ? stage.thenRest : null;
  const waited = Math.max(0, Math.min(now, state.nextCheckAt ?? now) - state.markedAt);
  return {
    ...state,
    stage: { kind: 'asking', asked, thenRest },
    nextDelayMs: null,
    nextCheckAt: null,
    activeMs: state.activeMs + waited,
    markedAt: now,
  };
}

/** What every answer means, and when to ask again: the six rules of the reliability notes. */
export function afterAttempt(state: PollState, outcome: AttemptOutcome, ended: Ended): PollState {
  const next = recordAttempt(state, outcome, ended);
  const own = ownDelay(next.attempts, ended.random);
  switch (outcome.kind) {
    case 'answer':
      return afterAnswer(
        { ...next, transients: 0, malformed: 0, limits: 0, lastFault: null, patient: false },
        outcome.received,
        ended,
        own,
      );
    case 'unauthorized':
      // Refused, but a newer token was given meanwhile: go on with that one.
      return ended.token === 'usable'
        ? goOn(next, POLL.floor, ended)
        : rest(next, { kind: 'needs-token', refused: ended.token === 'refused' }, ended.now);
    case 'held':
      return goOn(next, 1, ended);
    case 'rate-limited': {
      const limited = { ...next, limits: next.limits + 1, transients: 0, malformed: 0 };
      const wait = Math.max(own, outcome.retryAfterMs ?? 0, limitDelay(next.limits));
      if (wait <= POLL.ceiling || state.patient) return goOn(limited, wait, ended);
      return rest(limited, { kind: 'paused', why: 'hold', until: ended.now + wait }, ended.now);
    }
    case 'rejected':
      return rest(next, { kind: 'rejected' }, ended.now);
    case 'transient': {
      const malformed = next.malformed + (isMalformed(outcome.fault) ? 1 : 0);
      const failed = { ...next, transients: next.transients + 1, malformed, limits: 0, lastFault: outcome.fault };
      if (failed.transients >= POLL.transients || malformed >= POLL.malformed) {
        return rest(failed, { kind: 'paused', why: 'faults' }, ended.now);
      }
      return goOn(failed, own, ended);
    }
  }
}

function afterAnswer(state: PollState, received: ReceivedAnswer, ended: Ended, own: number): PollState {
  const { status } = received.task;
  const missing = status === 'NotExist' ? state.missing + 1 : 0;
  const next: PollState = { ...state, answer: received, seen: status, missing, lastProblem: null };
  switch (status) {
    case 'Completed':
      if (hasData(received.task)) return rest(next, { kind: 'completed', data: true, copy: false }, ended.now);
      return completedEmpty(next, ended);
    case 'Error':
      return rest(next, { kind: 'error' }, ended.now);
    case 'NotExist':
      if (ended.copy)
        return rest({ ...next, answer: ended.copy }, { kind: 'completed', data: true, copy: true }, ended.now);
      if (missing === 1 && !state.seenRunning && state.empties === 0) return goOn(next, POLL.notExist, ended);
      return rest(next, { kind: 'not-found' }, ended.now);
    case 'Pending':
    case 'Processing':
    case 'Unknown':
      return goOn({ ...next, seenRunning: true }, own, ended);
  }
}

/** Services have said Completed before the result was there (Umi-OCR #1051), so it is asked for again. */
function completedEmpty(state: PollState, ended: Ended): PollState {
  const wait = POLL.emptyAnswer[state.empties];
  const next = { ...state, empties: state.empties + 1 };
  return wait === undefined
    ? rest(next, { kind: 'completed', data: false, copy: false }, ended.now)
    : goOn(next, wait, ended);
}

/** Asks again after `wait`, unless it was one check only, the budget is spent, or there is no network. */
function goOn(state: PollState, wait: number, { now, online, hidden }: Ended): PollState {
  const once = state.stage.kind === 'asking' ? state.stage.thenRest : null;
  if (once) return rest(state, once, now);
  if (state.activeMs >= POLL.budget) return rest(state, { kind: 'paused', why: 'budget' }, now);
  if (!online) return rest(state, { kind: 'offline' }, now);
  const dueAt = now + (wait > POLL.ceiling ? Math.ceil(wait) : clampDelay(wait));
  return reschedule({ ...state, stage: { kind: 'polling', dueAt, asked: false, thenRest: null } }, { now, hidden });
}

/** Sets the timer anew after the tab was hidden or shown. Other stages stay as they are. */
export function reschedule(state: PollState, { now, hidden }: Pick<Surroundings, 'now' | 'hidden'>): PollState {
  const { stage } = state;
  if (stage.kind !== 'polling' || isSettled(state)) return state;
  const at =
    hidden && !stage.asked && state.lastSentAt !== null
      ? Math.max(stage.dueAt, state.lastSentAt + POLL.hidden)
      : stage.dueAt;
  return planAt(state, stage, at, now);
}
