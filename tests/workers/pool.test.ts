import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobRequest } from '../../src/workers/jobs.ts';
import { JobFailed } from '../../src/workers/job-failed.ts';
import { createPool, type WorkerListener } from '../../src/workers/pool.ts';

interface FakeWorker {
  readonly listener: WorkerListener;
  readonly asked: JobRequest[];
  ended: boolean;
}

let made: FakeWorker[] = [];

function poolOf(size = 2) {
  made = [];
  return createPool({
    size,
    idleMs: 1_000,
    spawn: (listener) => {
      const worker: FakeWorker = { listener, asked: [], ended: false };
      made.push(worker);
      return {
        post: (request) => {
          if (request.input === UNCLONABLE) throw new DOMException('could not be cloned', 'DataCloneError');
          worker.asked.push(request);
        },
        terminate: () => {
          worker.ended = true;
        },
      };
    },
  });
}

const FILE = { file: new Blob(['x']) };
const UNCLONABLE = { file: new Blob(['no']) };
const at = (index: number): FakeWorker => made[index] ?? expect.fail(`there is no worker ${index}`);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the worker door', () => {
  it('starts no worker before the first job, one per job up to its size, and queues the rest', async () => {
    const pool = poolOf();
    expect(made.length).toBe(0);
    const jobs = [1, 2, 3].map(() => pool.run('hashFile', FILE));
    expect(made.length).toBe(2);
    at(0).listener.reply({ ok: true, output: 'first' });
    expect(at(0).asked.length).toBe(2);
    at(0).listener.reply({ ok: true, output: 'third' });
    at(1).listener.reply({ ok: true, output: 'second' });
    expect(await Promise.all(jobs)).toEqual(['first', 'second', 'third']);
  });

  it('ends idle workers and leaves no timer', async () => {
    const pool = poolOf();
    const job = pool.run('hashFile', FILE);
    at(0).listener.reply({ ok: true, output: 'a' });
    await job;
    expect(pool.alive).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect([pool.alive, at(0).ended, vi.getTimerCount()]).toEqual([0, true, 0]);
  });

  it('a job that throws is rejected with its own words, and the worker goes on', async () => {
    const pool = poolOf(1);
    const failing = pool.run('hashFile', FILE);
    at(0).listener.reply({ ok: false, name: 'RangeError', message: 'A crop of 0 × 0 px has no pixels to save.' });
    await expect(failing).rejects.toThrow('no pixels to save');
    const next = pool.run('hashFile', FILE);
    at(0).listener.reply({ ok: true, output: 'fine' });
    expect(await next).toBe('fine');
    expect(made.length).toBe(1);
  });

  it('a crash rejects the job of that worker in words, and the next job gets a fresh one', async () => {
    const pool = poolOf(1);
    const lost = pool.run('hashFile', FILE);
    const waiting = pool.run('hashFile', FILE);
    at(0).listener.lost('out of memory');
    await expect(lost).rejects.toThrow(/stopped \(out of memory\)\. Try again/);
    expect(at(0).ended).toBe(true);
    at(1).listener.reply({ ok: true, output: 'fresh' });
    expect(await waiting).toBe('fresh');
  });

  it('aborting a running job ends its worker, aborting a queued one leaves workers alone', async () => {
    const pool = poolOf(1);
    const [running, queued] = [new AbortController(), new AbortController()];
    const first = pool.run('hashFile', FILE, { signal: running.signal });
    const second = pool.run('hashFile', FILE, { signal: queued.signal });
    const third = pool.run('hashFile', FILE);
    queued.abort();
    await expect(second).rejects.toThrow('aborted');
    expect(at(0).ended).toBe(false);
    running.abort();
    await expect(first).rejects.toThrow('aborted');
    expect(at(0).ended).toBe(true);
    at(0).listener.reply({ ok: true, output: 'too late' });
    at(1).listener.reply({ ok: true, output: 'third' });
    expect(await third).toBe('third');
  });

  it('an aborted signal starts nothing', async () => {
    const pool = poolOf();
    await expect(pool.run('hashFile', FILE, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(made.length).toBe(0);
  });

  it('input that cannot be cloned is an error of that job alone', async () => {
    const pool = poolOf(1);
    await expect(pool.run('hashFile', UNCLONABLE)).rejects.toThrow('could not be cloned');
    expect(vi.getTimerCount()).toBe(1);
    const next = pool.run('hashFile', FILE);
    at(0).listener.reply({ ok: true, output: 'fine' });
    expect(await next).toBe('fine');
  });

  it('a worker that cannot be started is told in words', async () => {
    const pool = createPool({
      size: 1,
      idleMs: 1,
      spawn: () => {
        throw new TypeError('blocked by the policy');
      },
    });
    const outcome = await pool.run('hashFile', FILE).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(JobFailed);
    expect(String(outcome)).toContain('reload the page');
  });

  it('dispose ends all workers and rejects what is not done; later jobs start afresh', async () => {
    const pool = poolOf(1);
    const jobs = [pool.run('hashFile', FILE), pool.run('hashFile', FILE)];
    pool.dispose();
    for (const job of jobs) await expect(job).rejects.toThrow('closed');
    expect([pool.alive, vi.getTimerCount()]).toEqual([0, 0]);
    const next = pool.run('hashFile', FILE);
    at(1).listener.reply({ ok: true, output: 'again' });
    expect(await next).toBe('again');
  });
});
