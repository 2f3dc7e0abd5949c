import { describe, expect, it, vi } from 'vitest';
import { fakeTime, open, pass } from './task-page.ts';
import { answerOf } from './world.ts';

fakeTime();

describe('a token', () => {
  it('is needed before anything is sent, and then everything starts at once', async () => {
    const page = open({ answer: () => answerOf('Pending'), token: null });
    page.mount('a');
    page.mount('b');
    await pass(60_000);
    expect(page.world.asked).toHaveLength(0);
    expect(page.state('a')?.stage).toEqual({ kind: 'needs-token', refused: false });
    page.world.services.token.set('person-token');
    await pass(10);
    expect(page.world.asked).toHaveLength(2);
  });

  it('that is refused stops fifty polls within one tick, and a new one resumes them', async () => {
    const page = open({
      answer: ({ token, at }) =>
        token === 'person-token' && at > 60_000 ? new Response(null, { status: 401 }) : answerOf('Pending'),
    });
    for (let task = 0; task < 50; task += 1) page.mount(`t${task}`);
    await pass(60_000);
    const before = page.world.asked.length;
    while (page.world.services.token.snapshot().standing === 'usable') await pass(10);
    expect(vi.getTimerCount()).toBe(0);
    await pass(600_000);
    expect(page.world.asked.length - before).toBeLessThanOrEqual(4);
    const states = Array.from({ length: 50 }, (_, task) => page.state(`t${task}`)?.stage.kind);
    expect(new Set(states)).toEqual(new Set(['needs-token']));

    page.world.services.token.set('person-token');
    await pass(60_000);
    expect(page.world.asked.filter(({ at, token }) => at > 70_000 && token === 'person-token')).toEqual([]);

    page.world.services.token.set('fresh');
    await pass(60_000);
    const resumed = new Set(page.world.asked.filter(({ token }) => token === 'fresh').map(({ url }) => url.search));
    expect(resumed.size).toBe(50);
  });

  it('is of no concern to the sample', async () => {
    const page = open({ answer: () => answerOf('Pending'), token: null });
    page.mount('a', 'sample');
    await pass(2_600);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500]);
  });
});

describe('the network', () => {
  it('lost stops the polls at once, and back it resumes them at once', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount('a');
    page.mount('s', 'sample');
    await pass(3_000);
    page.world.online = false;
    page.world.changed();
    expect(page.state('a')?.stage).toEqual({ kind: 'offline' });
    await pass(120_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500]);
    expect(page.world.askedAt('s').length).toBeGreaterThan(6);
    page.world.online = true;
    page.world.changed();
    await pass(10);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 123_001]);
  });

  it('of a hidden tab is asked 30 s apart, and at once when it is seen again', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount();
    await pass(3_000);
    page.world.hidden = true;
    page.world.changed();
    await pass(90_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 32_500, 62_500, 92_500]);
    await pass(20_000);
    page.world.hidden = false;
    page.world.changed();
    await pass(10);
    expect(page.world.askedAt('a').at(-1)).toBe(113_001);
  });
});
