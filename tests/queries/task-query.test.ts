import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { isFinal } from '../../src/core/ocr/poll-state.ts';
import { taskQueryOptions } from '../../src/queries/task-query.ts';
import { createMemoryStore } from '../../src/storage/result-store.ts';
import { atEnd, fakeTime, open, pass } from './task-page.ts';
import { answerOf, DETECTED } from './world.ts';

fakeTime();

describe('a polled task', () => {
  it('is asked by the schedule until it is completed, and never again', async () => {
    const page = open({
      answer: ({ at }) => (at >= 20_000 ? answerOf('Completed', DETECTED) : answerOf('Processing')),
    });
    page.mount();
    await pass(3_600_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 4_750, 8_125, 13_188, 20_782]);
    expect(page.state()?.stage).toEqual({ kind: 'completed', data: true, copy: false });
    expect(vi.getTimerCount()).toBe(0);

    page.control().checkNow();
    page.control().keepWaiting();
    page.world.changed();
    await page.queryClient.refetchQueries();
    page.mount();
    await pass(60_000);
    expect(page.world.asked).toHaveLength(7);
  });

  it('is asked as often when three components show it', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    for (let component = 0; component < 3; component += 1) page.mount();
    await pass(10_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 4_750, 8_125]);
  });

  it('keeps its pace however often the page renders', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    const options = () =>
      taskQueryOptions(
        { connection: 'server', endpoint: 'DetectRegions', id: 'a' },
        page.world.services,
        page.queryClient,
      );
    const observer = new QueryObserver(page.queryClient, options());
    atEnd(observer.subscribe(() => undefined));
    for (let render = 0; render < 200; render += 1) {
      observer.setOptions(options());
      await pass(50);
    }
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 4_750, 8_125]);
  });

  it('of a connection is never served for another', async () => {
    const page = open({
      answer: ({ url }) =>
        answerOf(
          url.host.startsWith('sample') ? 'Completed' : 'Pending',
          url.host.startsWith('sample') ? DETECTED : {},
        ),
    });
    page.mount('a', 'sample');
    page.mount('a', 'server');
    await pass(100);
    expect([page.state('a', 'sample')?.stage.kind, page.state('a', 'server')?.stage.kind]).toEqual([
      'completed',
      'polling',
    ]);
    expect(page.world.asked.map(({ token }) => token)).toEqual(['sample-token', 'person-token']);
  });
});

describe('an unmount', () => {
  it('ends the polling, and a mount goes on where it was', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    const leave = page.mount();
    await pass(3_000);
    leave();
    expect(vi.getTimerCount()).toBe(0);
    await pass(600_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500]);
    page.mount();
    await pass(0);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 2_500, 603_000]);
    expect(page.state()?.activeMs).toBeLessThan(10_000);
  });

  it('in the middle of a request aborts it and counts it', async () => {
    const page = open({ answer: () => new Promise<Response>(() => undefined) });
    const leave = page.mount();
    await pass(100);
    leave();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(page.state()).toMatchObject({
      requestsSent: 1,
      log: [{ attempt: 1, words: 'given up before an answer came' }],
    });
  });

  it('and a mount in one go, as StrictMode does, send one request', async () => {
    const page = open({ answer: () => answerOf('Pending') });
    page.mount()();
    page.mount();
    await pass(500);
    expect(page.world.asked).toHaveLength(1);
  });
});

describe('a completed answer', () => {
  it('is stored as it came, before anything else, and shown when the cloud has deleted it', async () => {
    const store = createMemoryStore();
    const first = open({ answer: () => answerOf('Completed', DETECTED), store });
    first.mount();
    await pass(0);
    const kept = await store.find({ connection: 'server', endpoint: 'DetectRegions', id: 'A' });
    expect(kept?.raw).toEqual(first.state()?.answer?.raw);

    const later = open({ answer: () => answerOf('NotExist'), store });
    later.mount();
    await pass(60_000);
    expect(later.state()?.stage).toEqual({ kind: 'completed', data: true, copy: true });
    expect(later.state()?.answer?.task.results).toEqual(DETECTED.results);
  });

  it('is shown even if the store is broken', async () => {
    const broken = {
      keep: () => Promise.reject(new Error('full')),
      find: () => Promise.reject(new Error('closed')),
      remove: () => Promise.resolve(),
    };
    const page = open({
      answer: ({ n }) => (n === 1 ? answerOf('NotExist') : answerOf('Completed', DETECTED)),
      store: broken,
    });
    page.mount();
    await pass(10_000);
    expect(page.state()?.stage).toMatchObject({ kind: 'completed', data: true });
  });
});

describe('a day', () => {
  it('of forty tasks keeps to two requests a second, and leaves no timer', { timeout: 30_000 }, async () => {
    const page = open({ answer: () => answerOf('Processing') });
    for (let task = 0; task < 40; task += 1) page.mount(`t${task}`);
    await pass(120_000);
    const { asked } = page.world;
    for (let second = 0; second < 110; second += 1) {
      const within = asked.filter(({ at }) => at >= second * 1_000 && at < (second + 10) * 1_000).length;
      expect(within).toBeLessThanOrEqual(25);
    }
    await pass(24 * 3_600_000);
    const states = Array.from({ length: 40 }, (_, task) => page.state(`t${task}`));
    expect(states.every((state) => state?.stage.kind === 'paused')).toBe(true);
    expect(states.some((state) => state && isFinal(state))).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
