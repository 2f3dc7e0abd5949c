import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reschedule } from '../../../src/core/ocr/poll-policy.ts';
import { ownDelay } from '../../../src/core/ocr/poll-schedule.ts';
import { newPoll } from '../../../src/core/ocr/poll-state.ts';
import { answered, DATA, gaps, seeded, simulate, T0 } from './simulate.ts';

const PENDING = answered('Pending');

/** How many requests a task of that length takes. */
function requests(seconds: number): number {
  return simulate({ answer: (_, at) => (at >= seconds * 1_000 ? answered('Completed', DATA) : PENDING) }).askedAt
    .length;
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
