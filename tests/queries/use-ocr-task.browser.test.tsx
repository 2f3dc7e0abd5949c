import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Decoded } from '../../src/core/decode/decoded.ts';
import type { ReceivedAnswer } from '../../src/core/ocr/task.ts';
import { ClientProvider } from '../../src/queries/client-context.tsx';
import type { TaskRef } from '../../src/queries/keys.ts';
import { createQueryClient } from '../../src/queries/query-client.ts';
import { useDecoded } from '../../src/queries/use-decoded.ts';
import { useForgetTasks } from '../../src/queries/use-forget-tasks.ts';
import { useOcrTask } from '../../src/queries/use-ocr-task.ts';
import { useToken } from '../../src/queries/use-token.ts';
import { answerOf, createWorld, DETECTED, type WorldOptions } from './world.ts';

const REF: TaskRef = { connection: 'server', endpoint: 'DetectRegions', id: 'a' };
const NOTHING: Decoded = {
  regions: null,
  texts: ['read'],
  layout: null,
  textEntries: null,
  files: [],
  problems: [],
  regionProblems: new Map(),
  textProblems: new Map(),
};

async function page(options: WorldOptions, first: TaskRef | null = REF) {
  const world = createWorld(options);
  const queryClient = createQueryClient();
  const hook = await renderHook(
    (ref: TaskRef | null = first) => {
      const task = useOcrTask(ref);
      return { task, token: useToken(), forget: useForgetTasks(), decoded: useDecoded(task.view.answer, 'detection') };
    },
    {
      initialProps: first,
      wrapper: ({ children }) => (
        <StrictMode>
          <ClientProvider services={world.services} queryClient={queryClient}>
            {children}
          </ClientProvider>
        </StrictMode>
      ),
    },
  );
  const pass = (ms: number) => hook.act(() => vi.advanceTimersByTimeAsync(ms));
  return { world, queryClient, ...hook, pass, view: () => hook.result.current.task.view };
}

beforeEach(() =>
  vi.useFakeTimers({
    now: Date.UTC(2026, 0, 5, 12),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  }),
);
afterEach(() => vi.useRealTimers());

describe('useOcrTask', () => {
  it('in StrictMode asks by the schedule and says how it goes, from the first question to the answer', async () => {
    const { world, pass, view } = await page({
      answer: ({ n }) => answerOf(n < 3 ? 'Pending' : 'Completed', n < 3 ? {} : DETECTED),
      decode: () => Promise.resolve(NOTHING),
    });
    await pass(0);
    expect(view()).toMatchObject({
      phase: 'pending',
      attempts: 1,
      requestsSent: 1,
      checking: false,
      nextCheckAt: Date.now() + 1_000,
    });
    await pass(60_000);
    expect(world.askedAt('a')).toEqual([0, 1_000, 2_500]);
    expect(view()).toMatchObject({
      phase: 'completed',
      attempts: 3,
      nextCheckAt: null,
      answer: { task: DETECTED },
      suggestion: null,
    });
    expect(view().log.map(({ words }) => words)).toEqual(['Pending (Ok)', 'Pending (Ok)', 'Completed (Ok)']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks nothing for no task and for an empty id', async () => {
    const { world, pass, view, rerender, result } = await page({ answer: () => answerOf('Pending') }, null);
    await pass(10_000);
    await rerender({ ...REF, id: '' });
    result.current.task.stop();
    result.current.task.checkNow();
    await pass(10_000);
    expect(view()).toMatchObject({
      phase: 'waiting',
      sentence: 'Waiting: nothing asked yet.',
      startedAt: null,
    });
    expect(world.asked).toHaveLength(0);
    await rerender(REF);
    await pass(0);
    expect(view().phase).toBe('pending');
  });

  it('stops when it is unmounted: no timer is left', async () => {
    const { world, pass, unmount } = await page({ answer: () => answerOf('Pending') });
    await pass(3_000);
    await unmount();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(world.asked).toHaveLength(3);
  });

  it('needs a token, and goes on when one is given', async () => {
    const { world, pass, view, result, act } = await page({
      answer: ({ token }) => (token === 'old' ? new Response(null, { status: 401 }) : answerOf('Pending')),
      token: null,
    });
    await pass(5_000);
    expect(view()).toMatchObject({ phase: 'needs-token', suggestion: 'new-token', requestsSent: 0 });
    await act(() => result.current.token.give('old'));
    await pass(5_000);
    expect(view()).toMatchObject({ phase: 'needs-token', requestsSent: 1, lastProblem: { where: 'Detection task' } });
    expect(view().sentence).toContain('refused');
    expect(result.current.token.standing).toBe('refused');
    await act(() => result.current.token.give('new'));
    await pass(10);
    expect(view()).toMatchObject({ phase: 'pending', requestsSent: 2 });
    expect(world.asked.map(({ token }) => token)).toEqual(['old', 'new']);
  });

  it('keeps whatever was answered for viewing, and offers the other kind for an unknown id', async () => {
    const { pass, view } = await page({
      answer: ({ n }) => (n === 1 ? new Response('<html>Log in</html>') : answerOf('NotExist')),
    });
    await pass(0);
    expect(new TextDecoder().decode(view().lastRaw ?? undefined)).toBe('<html>Log in</html>');
    expect(view().answer).toBeNull();
    await pass(60_000);
    expect(view()).toMatchObject({ phase: 'not-found', suggestion: 'other-kind', attempts: 3 });
  });

  it('forgets a task that is closed: nothing of it is in the cache, and nothing is asked', async () => {
    const { queryClient, world, pass, result, act, rerender } = await page({
      answer: () => answerOf('Completed', DETECTED),
      decode: () => Promise.resolve(NOTHING),
    });
    await pass(10);
    expect(result.current.decoded.status).toBe('ready');
    await rerender(null);
    await act(() => result.current.forget([REF]));
    await pass(60_000);
    const left = queryClient
      .getQueryCache()
      .getAll()
      .filter(({ state }) => state.data !== undefined);
    expect([left, world.asked.length]).toEqual([[], 1]);
  });
});

describe('useDecoded', () => {
  it('decodes an answer once, however often it is shown', async () => {
    const decode = vi.fn<(answer: ReceivedAnswer) => Promise<Decoded>>((answer) =>
      Promise.resolve({ ...NOTHING, texts: [String(answer.raw.length)] }),
    );
    const { pass, result, rerender } = await page({ answer: () => answerOf('Completed', DETECTED), decode });
    await pass(10);
    const { decoded } = result.current.decoded;
    await rerender(null);
    expect(result.current.decoded).toEqual({ status: 'none', decoded: null });
    await rerender(REF);
    await pass(10);
    expect(result.current.decoded.decoded).toBe(decoded);
    expect(decode).toHaveBeenCalledTimes(1);
  });

  it('says so when the decoder breaks, and never throws at the page', async () => {
    const { pass, result } = await page({
      answer: () => answerOf('Completed', DETECTED),
      decode: () => Promise.reject(new Error('the worker ended')),
    });
    await pass(10);
    expect(result.current.decoded).toMatchObject({
      status: 'ready',
      decoded: {
        regions: null,
        problems: [
          {
            where: 'answer',
            what: 'could not be decoded, because the decoder broke: the worker ended',
            severity: 'error',
          },
        ],
      },
    });
  });
});
