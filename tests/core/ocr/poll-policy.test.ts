import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitDelay } from '../../../src/core/ocr/poll-schedule.ts';
import {
  answered,
  DATA,
  failed,
  gaps,
  limited,
  received,
  REFUSED,
  REJECTED,
  seeded,
  simulate,
  T0,
} from './simulate.ts';

const PENDING = answered('Pending');

describe('an answer', () => {
  it('that is completed with data ends it', () => {
    const { state, askedAt } = simulate({ answer: (n) => (n < 3 ? PENDING : answered('Completed', DATA)) });
    expect(askedAt).toEqual([0, 1_000, 2_500]);
    expect(state).toMatchObject({
      stage: { kind: 'completed', data: true, copy: false },
      nextDelayMs: null,
      finishedAt: T0 + 2_500,
    });
  });

  it.each([
    ['an explicit empty list', { results: [] }],
    [
      'one usable entry among empty ones',
      {
        results: [
          { type: null, data: null },
          { type: 'Other', data: 'W10=' },
        ],
      },
    ],
    ['an empty text', { results: [{ type: 'Text', data: '' }] }],
  ])('with %s has data', (_, task) => {
    expect(simulate({ answer: () => answered('Completed', task) }).askedAt).toEqual([0]);
  });

  it.each([
    ['no results', { results: null }],
    [
      'entries without data',
      {
        results: [
          { type: 'Other', data: null },
          { type: null, data: '  ' },
        ],
      },
    ],
  ])('that is completed with %s is asked for again after 2, 4 and 8 s, then shown as it is', (_, task) => {
    const { state, askedAt } = simulate({ answer: () => answered('Completed', { ...task, code: 'ResultDataLost' }) });
    expect(askedAt).toEqual([0, 2_000, 6_000, 14_000]);
    expect(state.stage).toEqual({ kind: 'completed', data: false, copy: false });
  });

  it('whose data comes later replaces the empty one', () => {
    const { state } = simulate({ answer: (n) => answered('Completed', n < 3 ? {} : DATA) });
    expect(state.stage).toMatchObject({ kind: 'completed', data: true });
    expect(state.answer?.task.results).toEqual(DATA.results);
  });

  it('with a word that nobody knows is waited for', () => {
    expect(
      simulate({ answer: (n) => (n < 3 ? answered('Unknown') : answered('Completed', DATA)) }).state.stage,
    ).toMatchObject({ data: true });
  });

  it('NotExist is asked for once more after 3 s, and found if it was only late', () => {
    expect(simulate({ answer: () => answered('NotExist') })).toMatchObject({
      askedAt: [0, 3_000],
      state: { stage: { kind: 'not-found' } },
    });
    expect(
      simulate({ answer: (n) => answered(n === 1 ? 'NotExist' : 'Processing'), until: 10_000 }).state.stage.kind,
    ).toBe('polling');
  });

  it('NotExist of a task that was seen running is believed', () => {
    const { askedAt, state } = simulate({ answer: (n) => answered(n < 3 ? 'Processing' : 'NotExist') });
    expect([askedAt.length, state.stage.kind]).toEqual([3, 'not-found']);
  });

  it('NotExist with a stored copy shows the copy', () => {
    const copy = received('Completed', DATA);
    const { askedAt, state } = simulate({ answer: () => answered('NotExist'), copy });
    expect(askedAt).toEqual([0]);
    expect(state).toMatchObject({ stage: { kind: 'completed', data: true, copy: true }, answer: copy });
  });

  it('Error ends it', () => {
    expect(simulate({ answer: () => answered('Error') })).toMatchObject({
      askedAt: [0],
      state: { stage: { kind: 'error' } },
    });
  });
});

describe('a refusal', () => {
  it('of the token stops at once', () => {
    const { askedAt, state } = simulate({
      answer: (n) => (n < 3 ? PENDING : REFUSED),
      world: (at) => ({ token: at < 2_500 ? 'usable' : 'refused' }),
    });
    expect(askedAt.length).toBe(2);
    expect(state.stage).toEqual({ kind: 'needs-token', refused: true });
  });

  it('of a token that was replaced meanwhile goes on with the new one', () => {
    const { askedAt } = simulate({ answer: (n) => (n === 1 ? REFUSED : answered('Completed', DATA)) });
    expect(askedAt).toEqual([0, 800]);
  });

  it('for good is final', () => {
    expect(simulate({ answer: () => REJECTED })).toMatchObject({
      askedAt: [0],
      state: { stage: { kind: 'rejected' } },
    });
  });

  it('because of no token asks nothing at all', () => {
    expect(simulate({ answer: () => PENDING, world: () => ({ token: 'none' }) })).toMatchObject({
      askedAt: [],
      state: { stage: { kind: 'needs-token', refused: false } },
    });
  });
});

describe('429 and 503', () => {
  it('wait 5, 10, 20, 40, 60, 60 s when no time is given', () => {
    expect([0, 1, 2, 3, 4, 20].map(limitDelay)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    const { askedAt } = simulate({ answer: (n) => (n < 7 ? limited(null) : answered('Completed', DATA)) });
    expect(gaps(askedAt)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('are never asked again before a readable Retry-After, for a thousand seeds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer(), (retryAfter, seed) => {
        const { askedAt } = simulate({
          answer: (n) => (n === 1 ? limited(retryAfter) : answered('Completed', DATA)),
          random: seeded(seed),
        });
        expect(askedAt[1]).toBeGreaterThanOrEqual(Math.max(retryAfter, 5_000));
      }),
      { numRuns: 1_000 },
    );
  });

  it('with a wait beyond 300 s pause and say until when', () => {
    const { state, askedAt } = simulate({ answer: () => limited(600_000) });
    expect(askedAt).toEqual([0]);
    expect(state.stage).toEqual({ kind: 'paused', why: 'hold', until: T0 + 600_000 });
  });

  it('hold the other tasks of the origin, which ask when the hold ends', () => {
    const hold = { until: T0 + 60_000, notBefore: T0 + 60_000 };
    const { askedAt } = simulate({
      answer: () => answered('Completed', DATA),
      world: (at) => ({ hold: at < 60_000 ? hold : null }),
    });
    expect(askedAt).toEqual([60_000]);
    const long = { until: T0 + 600_000, notBefore: T0 + 600_000 };
    expect(simulate({ answer: () => PENDING, world: () => ({ hold: long }) })).toMatchObject({
      askedAt: [],
      state: { stage: { kind: 'paused', why: 'hold', until: T0 + 600_000 } },
    });
  });
});

describe('a fault on the way', () => {
  it('is asked past: seven in a row do not stop it, eight pause it', () => {
    expect(
      simulate({ answer: (n) => (n <= 7 ? failed('server-error') : answered('Completed', DATA)) }).state.stage.kind,
    ).toBe('completed');
    expect(simulate({ answer: () => failed('unreachable') })).toMatchObject({
      askedAt: { length: 8 },
      state: { stage: { kind: 'paused', why: 'faults' } },
    });
  });

  it.each(['html', 'cut-json', 'bad-json', 'other-id', 'empty', 'not-an-answer'] as const)(
    'of kind %s pauses after three',
    (fault) => {
      expect(simulate({ answer: () => failed(fault) })).toMatchObject({
        askedAt: { length: 3 },
        state: { stage: { kind: 'paused', why: 'faults' } },
      });
    },
  );

  it('counts in a row only', () => {
    const { state } = simulate({ answer: (n) => (n % 3 === 0 ? PENDING : failed('html')), until: 120_000 });
    expect(state.stage.kind).toBe('polling');
  });

  it('keeps the status that was seen before', () => {
    const { state } = simulate({ answer: (n) => (n === 1 ? answered('Processing') : failed('timeout')), until: 8_000 });
    expect(state).toMatchObject({ seen: 'Processing', lastProblem: { what: 'timeout' } });
  });
});

describe('offline', () => {
  it('asks nothing', () => {
    const { askedAt, state } = simulate({ answer: () => PENDING, world: (at) => ({ online: at < 3_000 }) });
    expect(askedAt).toEqual([0, 1_000, 2_500]);
    expect(state).toMatchObject({ stage: { kind: 'offline' }, nextDelayMs: null });
  });
});
