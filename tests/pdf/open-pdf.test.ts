import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPdf } from '../../src/pdf/open-pdf.ts';

interface FakeWorker {
  /** Answers what was asked of it, the first one first. */
  readonly answers: (() => void)[];
  closed: boolean;
}

const { workers } = vi.hoisted(() => ({ workers: [] as FakeWorker[] }));

/** A worker that answers when it is told to, and knows no abort: what was asked for is at work all the same. */
vi.mock('../../src/workers/session.ts', () => ({
  openSession: () => {
    const worker: FakeWorker = { answers: [], closed: false };
    const refusals: ((reason: unknown) => void)[] = [];
    workers.push(worker);
    return {
      ask: (_: unknown, { signal }: { readonly signal: AbortSignal }) =>
        new Promise((resolve, reject) => {
          worker.answers.push(() => resolve({ kind: 'page' }));
          refusals.push(reject);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
      close: () => {
        worker.closed = true;
        for (const refuse of refusals) refuse(new DOMException('The page closed this session.', 'AbortError'));
      },
    };
  },
}));

const PATIENCE = 30_000;
const pdf = () =>
  openPdf(new Blob(['%PDF']), 'a.pdf', { assets: 'https://page.example.com/assets/', patience: PATIENCE });
const { signal: waiting } = new AbortController();

beforeEach(() => {
  workers.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a slow page that the person left is given up all the same, and the next page is not blamed', async () => {
  const open = pdf();
  const left = new AbortController();
  const slow = open.show(1, left.signal).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  left.abort();
  expect(await slow).toMatchObject({ name: 'AbortError' });
  const next = open.show(2, waiting);
  await vi.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(workers.map(({ closed }) => closed)).toEqual([true, false]);
  workers[1]?.answers[0]?.();
  expect(await next).toMatchObject({ kind: 'page' });
  open.close();
});

it('a page that was left and is no longer at work costs nobody the worker', async () => {
  const open = pdf();
  const left = new AbortController();
  const first = open.show(1, left.signal).catch(() => undefined);
  left.abort();
  await first;
  const next = open.show(2, waiting);
  workers[0]?.answers[1]?.();
  await next;
  await vi.advanceTimersByTimeAsync(2 * PATIENCE);
  expect(workers.map(({ closed }) => closed)).toEqual([false]);
  open.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('a page that takes too long says so, and the one that waited behind it goes on in a new worker', async () => {
  const open = pdf();
  const slow = open.show(1, waiting).catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(1000);
  const next = open.show(2, waiting);
  await vi.advanceTimersByTimeAsync(PATIENCE - 1000);
  expect(await slow).toContain('It took longer than 30 seconds');
  workers[1]?.answers[0]?.();
  expect(await next).toMatchObject({ kind: 'page' });
  open.close();
});

it('closing ends what was asked and what was left', async () => {
  const open = pdf();
  const left = new AbortController();
  const first = open.show(1, left.signal).catch(() => undefined);
  left.abort();
  await first;
  const asked = open.show(2, waiting).catch((error: unknown) => error);
  open.close();
  expect(await asked).toMatchObject({ name: 'AbortError' });
  expect(vi.getTimerCount()).toBe(0);
});
