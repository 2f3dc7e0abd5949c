import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitDelay, ownDelay } from '../../../src/core/ocr/poll-schedule.ts';
import { newPoll } from '../../../src/core/ocr/poll-state.ts';
import { reschedule } from '../../../src/core/ocr/poll-policy.ts';
import { answered, DATA, failed, limited, received, REFUSED, REJECTED, simulate, T0 } from './simulate.ts';

const PENDING = answered('Pending');

/** Random numbers of a seed: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many requests a task of that length takes. */
function requests(seconds: number): number {
  return simulate({ answer: (_, at) => (at >= seconds * 1_000 ? answered('Completed', DATA) : PENDING) }).askedAt
    .length;
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

describe('the schedule', () => {
  it('grows by a half from one second to fifteen', () => {
    const { askedAt } = simulate({ answer: () => PENDING, until: 60_000 });
    expect(gaps(askedAt)).toEqual([1_000, 1_500, 2_250, 3_375, 5_063, 7_594, 11_391, 15_000]);
  });

  it('asks a task of 3, 30, 120, 600 s about as often as was simulated when it was chosen', () => {
    expect([3, 30, 120, 600].map(requests)).toEqual([4, 8, 14, 46]);
  });

  it('keeps promise 1 for a thousand seeds: 16 requests in 2 min, 50 in 10 min, never within 0.8 s', () => {
    for (let seed = 0; seed < 1_000; seed += 1) {
      const { askedAt } = simulate({ answer: () => PENDING, random: seeded(seed), until: 600_000 });
      expect(askedAt.filter((time) => time <= 120_000).length, `seed ${seed}`).toBeLessThanOrEqual(16);
      expect(askedAt.length, `seed ${seed}`).toBeLessThanOrEqual(50);
      expect(Math.min(...gaps(askedAt)), `seed ${seed}`).toBeGreaterThanOrEqual(800);
    }
  });

  it('waits whole milliseconds between 0.8 s and 300 s, whatever is drawn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (n, random) => {
          const wait = ownDelay(n, random);
          expect(Number.isInteger(wait) && wait >= 800 && wait <= 18_000).toBe(true);
        },
      ),
    );
    expect([0, 0.5, 0.999_999].map((random) => ownDelay(9, random))).toEqual([12_000, 15_000, 18_000]);
  });

  it('pauses after 15 minutes of polling and not before', () => {
    const { state, askedAt } = simulate({ answer: () => PENDING });
    expect(state.stage).toEqual({ kind: 'paused', why: 'budget' });
    expect(askedAt.at(-1)).toBeGreaterThanOrEqual(900_000);
    expect(askedAt.at(-1)).toBeLessThan(915_001);
  });

  it('does not count sleep: a night between two checks is one check, not the end of the budget', () => {
    const before = simulate({ answer: () => PENDING, until: 30_000 });
    const { state, askedAt } = simulate({
      answer: () => PENDING,
      from: { state: before.state, now: T0 + 8 * 3_600_000 },
      until: 8 * 3_600_000 + 60_000,
    });
    expect(state.stage.kind).toBe('polling');
    expect(state.activeMs).toBeLessThan(120_000);
    expect(Math.min(...gaps(askedAt))).toBeGreaterThanOrEqual(800);
  });
});

describe('a tab that nobody sees', () => {
  it('asks at least 30 s apart, and at its own pace once it is seen', () => {
    const { askedAt } = simulate({ answer: () => PENDING, world: (at) => ({ hidden: at < 100_000 }), until: 150_000 });
    expect(askedAt).toEqual([0, 30_000, 60_000, 90_000, 120_000, 125_063, 132_657, 144_048]);
  });

  it('is not asked early when it was hidden in the middle of a wait, and at once when it is seen after it', () => {
    const { state, now } = simulate({ answer: () => PENDING, until: 20_000 });
    const sent = state.lastSentAt ?? 0;
    const hidden = reschedule(state, { now, hidden: true });
    expect(hidden.nextCheckAt).toBe(sent + 30_000);
    expect(reschedule(hidden, { now: sent + 25_000, hidden: false })).toMatchObject({ nextDelayMs: 1 });
  });
});

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

describe('a long run', () => {
  it('keeps a bounded log and counts all the same', () => {
    let { state, now } = simulate({ answer: () => PENDING });
    for (let hours = 0; hours < 8; hours += 1) {
      ({ state, now } = simulate({
        answer: () => PENDING,
        from: { state: { ...newPoll(now), ...state, activeMs: 0, nextDelayMs: 1, stage: newPoll(now).stage }, now },
      }));
    }
    expect(state.requestsSent).toBeGreaterThan(500);
    expect(state.attempts).toBe(state.requestsSent);
    expect(state.log).toHaveLength(200);
    expect(state.log.at(-1)?.attempt).toBe(state.attempts);
  });
});
