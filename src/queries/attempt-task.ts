import type { QueryClient } from '@tanstack/react-query';
import { TASK_NAMES, type AttemptOutcome } from '../core/ocr/attempt.ts';
import { endpointNamed } from '../core/ocr/contract.ts';
import { abandoned } from '../core/ocr/poll-commands.ts';
import { afterAttempt, beforeAttempt, begin, type Surroundings } from '../core/ocr/poll-policy.ts';
import { newPoll, type PollState } from '../core/ocr/poll-state.ts';
import type { ReceivedAnswer } from '../core/ocr/task.ts';
import { findCopy, keepCopy } from './copies.ts';
import { keys, type TaskKey, type TaskRef } from './keys.ts';
import type { ConnectedClient, Services } from './services.ts';

/** One ring of the timer: asks if the policy lets it, and gives the state that comes of it. Rejects only when `signal` aborts. */
export async function attemptTask(
  ref: TaskRef,
  signal: AbortSignal,
  services: Services,
  queryClient: QueryClient,
): Promise<PollState> {
  const key = keys.task(ref);
  const connected = services.clientFor(ref.connection);
  const before = queryClient.getQueryData<PollState>(key) ?? newPoll(services.now());
  const permit = beforeAttempt(before, surroundings(connected, services));
  if (permit !== 'ask') return permit;

  const asking = begin(before, services.now());
  // Takes the timer off while the request is under way.
  queryClient.setQueryData<PollState>(key, asking);
  let sentAt: number | null = null;
  try {
    const outcome = await ask(ref, connected, signal, before, () => {
      sentAt = services.now();
    });
    const copy = await settleCopies(ref, outcome, services, signal);
    signal.throwIfAborted();
    const next = afterAttempt(asking, outcome, {
      ...surroundings(connected, services),
      random: services.random(),
      sentAt,
      copy,
    });
    if (outcome.kind === 'rate-limited' && next.nextCheckAt !== null)
      holdAll(connected, outcome, next.nextCheckAt, services.now());
    return next;
  } catch (cause) {
    settleAbandoned(queryClient, key, { before, asking, sentAt }, services);
    throw cause;
  }
}

export function surroundings(
  { client, token, needsNetwork }: ConnectedClient,
  { now, environment }: Services,
): Surroundings {
  return {
    now: now(),
    online: !needsNetwork || environment.online(),
    hidden: environment.hidden(),
    token: token.snapshot().standing,
    hold: client.held(),
  };
}

/** Whatever goes wrong inside becomes an outcome, so that a mistake of ours ends in words and not in a dead poll. */
async function ask(
  ref: TaskRef,
  { client }: ConnectedClient,
  signal: AbortSignal,
  { stage }: PollState,
  onSent: () => void,
): Promise<AttemptOutcome> {
  const urgent = stage.kind === 'polling' && stage.asked;
  try {
    return await client.getTask(ref.endpoint, ref.id, { signal, urgent, onSent });
  } catch (cause) {
    signal.throwIfAborted();
    const said = cause instanceof Error ? cause.name : 'unknown';
    const what = `this page made a mistake while it asked (${said})`;
    const problem = {
      where: TASK_NAMES[endpointNamed(ref.endpoint).kind],
      what,
      todo: 'Reload the page, and report it if it comes again.',
      severity: 'error',
    } as const;
    return { kind: 'rejected', status: null, problem, raw: null };
  }
}

/** A completed answer goes into the store before anything is decoded. After NotExist, the copy that was kept, if any. */
async function settleCopies(
  ref: TaskRef,
  outcome: AttemptOutcome,
  services: Services,
  signal: AbortSignal,
): Promise<ReceivedAnswer | null> {
  if (outcome.kind !== 'answer') return null;
  switch (outcome.received.task.status) {
    case 'Completed':
      await keepCopy(services.store, ref, outcome.received);
      return null;
    case 'NotExist':
      return findCopy(services, ref, signal);
    default:
      return null;
  }
}

/** 429 and 503 hold every poll of the origin as long as they hold this one. */
function holdAll(
  { client }: ConnectedClient,
  { retryAfterMs }: Extract<AttemptOutcome, { kind: 'rate-limited' }>,
  until: number,
  now: number,
): void {
  client.hold({ until, notBefore: now + (retryAfterMs ?? 0) });
}

/**
 * The attempt was given up: the query still says that it asks, or was stopped or removed meanwhile. A request that left
 * is counted all the same; if none did, it is as if the timer had not rung.
 */
function settleAbandoned(
  queryClient: QueryClient,
  key: TaskKey,
  { before, asking, sentAt }: { before: PollState; asking: PollState; sentAt: number | null },
  { now, random }: Services,
): void {
  queryClient.setQueryData<PollState>(key, (current) => {
    // Removed, and not to come back.
    if (!current) return undefined;
    if (sentAt !== null) return abandoned(current, sentAt, now(), random());
    return current === asking ? before : current;
  });
}
