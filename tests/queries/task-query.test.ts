import { environmentManager, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFinal, type PollState } from '../../src/core/ocr/poll-state.ts';
import { keys, type TaskRef } from '../../src/queries/keys.ts';
import { createQueryClient } from '../../src/queries/query-client.ts';
import { taskControls } from '../../src/queries/task-controls.ts';
import { taskQueryOptions } from '../../src/queries/task-query.ts';
import { watchTasks } from '../../src/queries/task-watch.ts';
import { createMemoryStore } from '../../src/storage/result-store.ts';
import { answerOf, createWorld, DETECTED, type World, type WorldOptions } from './world.ts';

/** What useOcrTask does, without React: an observer per mounted component. */
interface Page {
  readonly world: World;
  readonly queryClient: QueryClient;
  mount(id?: string, connection?: TaskRef['connection']): () => void;
  state(id?: string, connection?: TaskRef['connection']): PollState | undefined;
  control(id?: string): ReturnType<typeof taskControls>;
}

const stops: (() => void)[] = [];

function ref(id = 'a', connection: TaskRef['connection'] = 'server'): TaskRef {
  return { connection, endpoint: 'DetectRegions', id };
}

function open(options: WorldOptions): Page {
  const world = createWorld(options);
  const queryClient = createQueryClient();
  queryClient.mount();
  stops.push(watchTasks(queryClient, world.services), () => queryClient.unmount());
  return {
    world,
    queryClient,
    mount: (id, connection) => {
      const observer = new QueryObserver(
        queryClient,
        taskQueryOptions(ref(id, connection), world.services, queryClient),
      );
      const stop = observer.subscribe(() => undefined);
      stops.push(stop);
      return stop;
    },
    state: (id, connection) => queryClient.getQueryData<PollState>(keys.task(ref(id, connection))),
    control: (id) => taskControls(ref(id), world.services, queryClient),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeAll(() => environmentManager.setIsServer(() => false));
afterAll(() => environmentManager.setIsServer(() => true));
beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 12) }));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  const left = vi.getTimerCount();
  vi.useRealTimers();
  if (left > 0) throw new Error(`${left} timers are left`);
});

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
    stops.push(observer.subscribe(() => undefined));
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

describe('429', () => {
  it('holds every task of the origin until the service lets them, and none of another', async () => {
    const page = open({
      answer: ({ url, n }) =>
        url.searchParams.get('id') === 'a' && n === 2
          ? new Response(null, { status: 429, headers: { 'Retry-After': '30' } })
          : answerOf('Pending'),
    });
    page.mount('a');
    page.mount('b');
    page.mount('d', 'direct');
    await pass(40_000);
    expect(page.world.askedAt('a')).toEqual([0, 1_000, 31_000, 33_250, 36_625]);
    expect(page.world.askedAt('b').filter((at) => at > 1_000 && at < 31_000)).toEqual([]);
    expect(page.world.askedAt('d')).toEqual([0, 1_000, 2_500, 4_750, 8_125, 13_188, 20_782, 32_173]);
  });
});

describe('every fault', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    ['429', () => new Response(null, { status: 429 })],
    ['503', () => new Response(null, { status: 503 })],
    ['500', () => new Response(null, { status: 500 })],
    ['no CORS', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'reset',
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) })),
    ],
    ['hang', () => new Promise<Response>(() => undefined)],
    [
      'slow body',
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) })),
    ],
    ['cut JSON', () => new Response('{"taskStatus":"Comp')],
    ['HTML 200', () => new Response('<html>')],
    ['HTML 502', () => new Response('<html>', { status: 502 })],
    ['redirect', () => new Response(null, { status: 302 })],
    ['204', () => new Response(null, { status: 204 })],
    ['other id', () => answerOf('Completed', { id: 'other', ...DETECTED })],
    ['a mistake of ours', () => Promise.reject(new Error('bug'))],
  ])('%s: recovers', async (_, fault) => {
    const page = open({ answer: ({ n }) => (n === 1 ? fault() : answerOf('Completed', DETECTED)) });
    page.mount();
    await pass(120_000);
    expect(page.state()?.stage).toMatchObject({ kind: 'completed', data: true });
    expect(page.state()?.requestsSent).toBe(2);
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
