import { describe, expect, it, vi } from 'vitest';
import { fakeTime, open, pass } from './task-page.ts';
import { answerOf } from './world.ts';

fakeTime();

describe('Stop', () => {
  it('between two checks leaves no timer and no request', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount();
    await pass(1_200);
    page.control().stop();
    expect(vi.getTimerCount()).toBe(0);
    await pass(3_600_000);
    expect(page.world.asked).toHaveLength(2);
    expect(page.state()?.stage).toEqual({ kind: 'stopped' });
  });

  it('in the middle of the first check aborts it, and counts it', async () => {
    const page = open({ answer: () => new Promise<Response>(() => undefined) });
    page.mount();
    await pass(5_000);
    page.control().stop();
    await pass(3_600_000);
    expect(page.state()).toMatchObject({ stage: { kind: 'stopped' }, requestsSent: 1 });
    expect(page.world.asked).toHaveLength(1);
  });

  it('can be taken back, and one check can be had without that', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount();
    await pass(500);
    page.control().stop();
    await pass(10_000);
    page.control().checkNow();
    await pass(60_000);
    expect(page.world.askedAt('a')).toEqual([0, 10_501]);
    page.control().keepWaiting();
    await pass(5_000);
    expect(page.world.asked.length).toBeGreaterThan(3);
  });
});

describe('Check now', () => {
  it('pressed ten times in a second asks once, and once more a second later', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount();
    await pass(30_000);
    const before = page.world.asked.length;
    for (let press = 0; press < 10; press += 1) {
      page.control().checkNow();
      await pass(50);
    }
    await pass(1_500);
    const [first = 0, second = 0, ...more] = page.world.askedAt('a').slice(before);
    expect([first, second - first, more]).toEqual([30_001, 1_000, []]);
  });
});
