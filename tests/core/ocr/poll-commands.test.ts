import { describe, expect, it } from 'vitest';
import {
  cameOnline,
  checkNow,
  keepWaiting,
  stopPolling,
  tokenGiven,
  tokenGone,
  wentOffline,
} from '../../../src/core/ocr/poll-commands.ts';
import { beforeAttempt, type Surroundings } from '../../../src/core/ocr/poll-policy.ts';
import type { PollState } from '../../../src/core/ocr/poll-state.ts';
import { ENDPOINTS, type EndpointName } from '../../../src/core/ocr/contract.ts';
import { pollWords } from '../../../src/core/ocr/poll-view.ts';
import { answered, DATA, failed, limited, REJECTED, simulate, T0 } from './simulate.ts';

const PENDING = answered('Pending');
const polling = simulate({ answer: () => PENDING, until: 20_000 });
const completed = simulate({ answer: () => answered('Completed', DATA) });
const budget = simulate({ answer: () => PENDING });
const held = simulate({ answer: () => limited(600_000) });

function world(now: number, rest: Partial<Surroundings> = {}): Surroundings {
  return { now, online: true, hidden: false, token: 'usable', hold: null, ...rest };
}

describe('Stop', () => {
  it('leaves no timer and no next check', () => {
    const stopped = stopPolling(polling.state, polling.now);
    expect(stopped).toMatchObject({ stage: { kind: 'stopped' }, nextDelayMs: null, nextCheckAt: null });
    expect(beforeAttempt(stopped, world(polling.now + 1e9))).toBe(stopped);
  });

  it('takes no result away', () => {
    expect(stopPolling(completed.state, completed.now)).toBe(completed.state);
  });
});

describe('Check now', () => {
  it('asks at once, but not twice within a second', () => {
    const sent = polling.state.lastSentAt ?? 0;
    expect(checkNow(polling.state, sent + 5_000)).toMatchObject({ nextDelayMs: 1 });
    expect(checkNow(polling.state, sent + 300)).toMatchObject({ nextDelayMs: 700 });
  });

  it('never asks for a completed answer again', () => {
    expect(checkNow(completed.state, completed.now + 5_000)).toBe(completed.state);
  });

  it.each([
    ['Stop', stopPolling(polling.state, polling.now), 'stopped'],
    ['the budget is spent', budget.state, 'paused'],
  ])('after %s asks once and rests again', (_, state: PollState, rest) => {
    const now = budget.now + 5_000;
    const run = simulate({ answer: () => PENDING, from: { state: checkNow(state, now), now } });
    expect([run.askedAt.length, run.state.stage.kind]).toEqual([1, rest]);
    const last = simulate({ answer: () => answered('Completed', DATA), from: { state: checkNow(state, now), now } });
    expect(last.state.stage.kind).toBe('completed');
  });

  it('after three bad answers goes on if the next one is good', () => {
    const paused = simulate({ answer: () => failed('html') });
    const now = paused.now + 5_000;
    const run = simulate({
      answer: (n) => (n < 3 ? PENDING : answered('Completed', DATA)),
      from: { state: checkNow(paused.state, now), now },
    });
    expect([run.askedAt.length, run.state.stage.kind]).toEqual([3, 'completed']);
  });

  it('asks a refused request again', () => {
    const refused = simulate({ answer: () => REJECTED });
    expect(checkNow(refused.state, refused.now + 5_000)).toMatchObject({ nextDelayMs: 1, finishedAt: null });
  });

  it('does not ask before the time that the service named', () => {
    const hold = { until: T0 + 600_000, notBefore: T0 + 600_000 };
    const now = T0 + 20_000;
    expect(beforeAttempt(checkNow(held.state, now), world(now, { hold }))).toMatchObject({
      stage: { kind: 'paused', why: 'hold' },
    });
    // A wait of our own, for which the service named no time, is not in the person's way.
    expect(
      beforeAttempt(
        checkNow(polling.state, now + 20_000),
        world(now + 20_000, { hold: { until: now + 60_000, notBefore: 0 } }),
      ),
    ).toBe('ask');
  });
});

describe('Keep waiting', () => {
  it('polls on with a new budget of 15 minutes', () => {
    const now = budget.now + 3_600_000;
    const run = simulate({ answer: () => PENDING, from: { state: keepWaiting(budget.state, now), now } });
    expect(run.state.stage).toEqual({ kind: 'paused', why: 'budget' });
    expect(run.now - now).toBeGreaterThanOrEqual(900_000);
  });

  it('sits out a wait of ten minutes without a request', () => {
    const hold = { until: T0 + 600_000, notBefore: T0 + 600_000 };
    const now = T0 + 20_000;
    const run = simulate({
      answer: () => answered('Completed', DATA),
      from: { state: keepWaiting(held.state, now), now },
      world: (at) => ({ hold: at < 600_000 ? hold : null }),
    });
    expect(run.askedAt).toEqual([600_000]);
  });

  it('after Stop polls on', () => {
    const run = simulate({
      answer: (n) => (n < 3 ? PENDING : answered('Completed', DATA)),
      from: { state: keepWaiting(stopPolling(polling.state, polling.now), polling.now), now: polling.now },
    });
    expect(run.state.stage.kind).toBe('completed');
  });
});

describe('token and network', () => {
  it('stop what is polled and let it go on at once', () => {
    const now = polling.now;
    const gone = tokenGone(polling.state, now, true);
    expect(gone).toMatchObject({ stage: { kind: 'needs-token', refused: true }, nextDelayMs: null });
    expect(tokenGiven(gone, now + 60_000)).toMatchObject({ nextDelayMs: 1 });
    const offline = wentOffline(polling.state, now);
    expect(offline).toMatchObject({ stage: { kind: 'offline' }, nextDelayMs: null });
    expect(cameOnline(offline, now + 60_000)).toMatchObject({ nextDelayMs: 1 });
  });

  it('do not touch what was stopped or has ended', () => {
    const stopped = stopPolling(polling.state, polling.now);
    for (const state of [stopped, completed.state, budget.state]) {
      expect([
        tokenGone(state, T0, true),
        tokenGiven(state, T0),
        wentOffline(state, T0),
        cameOnline(state, T0),
      ]).toEqual([state, state, state, state]);
    }
  });
});

describe('the sentence', () => {
  it('begins with the word that the page promises', () => {
    const notFound = simulate({ answer: () => answered('NotExist') });
    const empty = simulate({ answer: () => answered('Completed', { code: 'ResultDataLost' }) });
    const error = simulate({ answer: () => answered('Error', { messages: ['No image', 'Try again.'] }) });
    const states = [polling, budget, held, completed, notFound, empty, error, simulate({ answer: () => REJECTED })];
    expect(states.map(({ state }) => words(state).sentence)).toEqual([
      'Pending: the task waits in the queue of the service.',
      'Paused: asked for 15 minutes without an end. Keep waiting asks on.',
      'Paused: the service asks to wait until noon.',
      'Completed: the answer of DetectRegions has arrived and is kept in this page.',
      'Not found: DetectRegions knows no task with this id. It may be a recognition task, or older than 24 hours.',
      'Completed, no data sent (ResultDataLost): Check now asks once more.',
      'Error: the service says: No image. Try again.',
      'Failed: the request was refused, and asking the same again would not help.',
    ]);
    expect(words(notFound.state).suggestion).toBe('other-kind');
  });

  it('of an id that nobody knows there says who may know it, in turn, until all were tried', () => {
    const { state } = simulate({ answer: () => answered('NotExist') });
    const hints = ENDPOINTS.map(({ name }) => /may be (.*?)[.,]/.exec(words(state, 'server', name).sentence)?.[1]);
    expect(hints).toEqual([
      'a recognition task',
      'of another kind: try RecognizeImage',
      'of another kind: try RecognizePdf',
      'of another kind: try RecognizeTable',
      'of another kind: try RecognizeReceipt',
      'of another kind: try RecognizeLabel',
      'a detection task',
    ]);
  });

  it('does not change while a task is polled and nothing is new', () => {
    const sentences = Array.from(
      { length: 20 },
      (_, n) => words(simulate({ answer: () => PENDING, until: 1_000 * n }).state).sentence,
    );
    expect(new Set(sentences).size).toBe(1);
  });

  it('of a direct call that failed offers the other way', () => {
    const { state } = simulate({ answer: () => failed('unreachable'), until: 1_500 });
    expect([words(state, 'direct').suggestion, words(state, 'server').suggestion]).toEqual(['other-connection', null]);
  });
});

function words(state: PollState, connection: 'server' | 'direct' = 'server', endpoint: EndpointName = 'DetectRegions') {
  return pollWords(state, endpoint, connection, () => 'noon');
}
