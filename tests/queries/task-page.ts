import { environmentManager, type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { PollState } from '../../src/core/ocr/poll-state.ts';
import { keys, type TaskRef } from '../../src/queries/keys.ts';
import { createQueryClient } from '../../src/queries/query-client.ts';
import { taskControls } from '../../src/queries/task-controls.ts';
import { taskQueryOptions } from '../../src/queries/task-query.ts';
import { watchTasks } from '../../src/queries/task-watch.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** What useOcrTask does, without React: an observer per mounted component. */
export interface Page {
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

export function open(options: WorldOptions): Page {
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

/** Called when the test is over. */
export function atEnd(stop: () => void): void {
  stops.push(stop);
}

/** Lets the faked clock run. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Fakes the clock for every test of the file, and fails the one that leaves a timer. */
export function fakeTime(): void {
  beforeAll(() => environmentManager.setIsServer(() => false));
  afterAll(() => environmentManager.setIsServer(() => true));
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 12) }));
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    const left = vi.getTimerCount();
    vi.useRealTimers();
    if (left > 0) throw new Error(`${left} timers are left`);
  });
}
