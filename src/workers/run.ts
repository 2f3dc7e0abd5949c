import type { JobName, JobReply, Jobs } from './jobs.ts';
import { createPool, type PoolWorker, type RunOptions, type WorkerListener } from './pool.ts';

/** Long enough that the next crop finds the encoder warm, short enough that a forgotten tab holds nothing. */
const IDLE_MS = 20_000;

const pool = createPool({
  spawn: spawnWorker,
  // One core stays free for the page; two at least, so that a long decode does not hold up crops.
  size: Math.min(Math.max(navigator.hardwareConcurrency - 1, 2), 4),
  idleMs: IDLE_MS,
});

/**
 * The one door for jobs off the main thread.
 * @throws JobFailed with the job's own words; the signal's reason when aborted
 */
export function run<J extends JobName>(
  job: J,
  input: Jobs[J]['input'],
  options?: RunOptions,
): Promise<Jobs[J]['output']> {
  return pool.run(job, input, options);
}

/** Ends every worker; for tests, and for a page that closes. The next job starts afresh. */
export function dispose(): void {
  pool.dispose();
}

/** How many workers are alive; for tests. */
export function workersAlive(): number {
  return pool.alive;
}

/** A same-origin module worker: the policy allows no other, and its script's address is one that Trusted Types let through. */
function spawnWorker(listener: WorkerListener): PoolWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'regionscope' });
  worker.addEventListener('message', ({ data }: MessageEvent<JobReply>) => listener.reply(data));
  worker.addEventListener('messageerror', () => listener.lost('its result could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    listener.lost(event.message || 'its script could not be loaded');
  });
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    terminate: () => worker.terminate(),
  };
}
