import { recordAbandoned } from './poll-record.ts';
import { ownDelay, POLL } from './poll-schedule.ts';
import { isSettled, planAt, type PollState, rest, type Rest } from './poll-state.ts';

/** What a person, a token or the network does to a task that is polled. Each takes a state and gives the next one. */

/** 0 requests and 0 timers from here on. An end stays an end. */
export function stopPolling(state: PollState, now: number): PollState {
  return isRunning(state) ? rest(state, { kind: 'stopped' }, now) : state;
}

/**
 * Asks at once, at most once a second. A completed answer is never asked for again. After Stop, and when the
 * budget is spent, it is one check, and polling rests again unless the answer is an end.
 */
export function checkNow(state: PollState, now: number): PollState {
  const { stage } = state;
  if (isSettled(state) || stage.kind === 'asking' || stage.kind === 'needs-token' || stage.kind === 'offline')
    return state;
  const thenRest = stage.kind === 'polling' ? stage.thenRest : oneCheckOnly(stage) ? stage : null;
  return due(state, now, thenRest);
}

/** Goes on from any rest or end but a completed one, with a new budget, and however long the service asks to wait. */
export function keepWaiting(state: PollState, now: number): PollState {
  const { stage } = state;
  if (isSettled(state) || stage.kind === 'asking' || stage.kind === 'needs-token' || stage.kind === 'offline')
    return state;
  const fresh = {
    ...state,
    activeMs: 0,
    markedAt: now,
    transients: 0,
    malformed: 0,
    missing: 0,
    empties: 0,
    patient: true,
  };
  return stage.kind === 'polling' ? { ...fresh, stage: { ...stage, thenRest: null } } : due(fresh, now, null);
}

/** The token was refused or taken away. */
export function tokenGone(state: PollState, now: number, refused: boolean): PollState {
  const { stage } = state;
  const changed = stage.kind === 'polling' || (stage.kind === 'needs-token' && stage.refused !== refused);
  return changed ? rest(state, { kind: 'needs-token', refused }, now) : state;
}

/** A token that was not refused is there. */
export function tokenGiven(state: PollState, now: number): PollState {
  return state.stage.kind === 'needs-token' ? resumed({ ...state, lastProblem: null }, now) : state;
}

export function wentOffline(state: PollState, now: number): PollState {
  return state.stage.kind === 'polling' ? rest(state, { kind: 'offline' }, now) : state;
}

export function cameOnline(state: PollState, now: number): PollState {
  return state.stage.kind === 'offline' ? resumed(state, now) : state;
}

/** The attempt was given up after its request had left. The schedule goes on if somebody still watches. */
export function abandoned(state: PollState, sentAt: number, now: number, random: number): PollState {
  const next = recordAbandoned(state, sentAt, now);
  if (next.stage.kind !== 'polling' && next.stage.kind !== 'asking') return next;
  const dueAt = now + ownDelay(next.attempts, random);
  return planAt(next, { kind: 'polling', dueAt, asked: false, thenRest: null }, dueAt, now);
}

/** The next check should have come already: the page was elsewhere. */
export function isOverdue(state: PollState, now: number): boolean {
  return state.nextCheckAt !== null && state.nextCheckAt <= now;
}

function isRunning({ stage }: PollState): boolean {
  return ['polling', 'asking', 'paused', 'offline', 'needs-token'].includes(stage.kind);
}

function oneCheckOnly(stage: PollState['stage']): stage is Rest {
  return stage.kind === 'stopped' || (stage.kind === 'paused' && stage.why === 'budget');
}

function due(state: PollState, now: number, thenRest: Rest | null): PollState {
  const since = state.lastSentAt === null ? Infinity : Math.max(0, now - state.lastSentAt);
  const at = now + Math.max(0, POLL.checkNow - since);
  // The time at rest is not polling, so counting begins again here.
  return planAt({ ...state, markedAt: now }, { kind: 'polling', dueAt: at, asked: true, thenRest }, at, now);
}

/** At once; the floor between two requests is kept by `beforeAttempt`. */
function resumed(state: PollState, now: number): PollState {
  return planAt({ ...state, markedAt: now }, { kind: 'polling', dueAt: now, asked: false, thenRest: null }, now, now);
}
