import { JobFailed, reasonOf, workerLost } from './job-failed.ts';
import type { JobName, JobReply, JobRequest, Jobs } from './jobs.ts';

/** A worker as the pool sees it; tests bring their own. */
export interface PoolWorker {
  /** Throws when the message cannot be cloned. */
  post(request: JobRequest, transfer: Transferable[]): void;
  terminate(): void;
}

/** What a worker tells. */
export interface WorkerListener {
  reply(reply: JobReply): void;
  /** It is of no use any more: its script did not load, it threw outside a job, or its reply could not be read. */
  lost(why: string): void;
}

export type Spawn = (listener: WorkerListener) => PoolWorker;

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** What of the input is moved instead of copied. */
  readonly transfer?: Transferable[];
}

export interface Pool {
  run<J extends JobName>(job: J, input: Jobs[J]['input'], options?: RunOptions): Promise<Jobs[J]['output']>;
  /** Ends every worker and rejects what is not done. The pool can be used again afterwards. */
  dispose(): void;
  /** Workers that are alive, for tests. */
  readonly alive: number;
}

interface Waiting {
  readonly request: JobRequest;
  readonly transfer: Transferable[];
  readonly settle: (reply: JobReply) => void;
  readonly fail: (reason: unknown) => void;
}

interface Slot {
  readonly worker: PoolWorker;
  current: Waiting | null;
  idle: ReturnType<typeof setTimeout> | null;
}

/**
 * A few workers, started when needed and ended when idle. One job at a time each, so that aborting a job is ending its worker,
 * and a worker that crashes takes no other job with it.
 */
export function createPool(settings: { spawn: Spawn; size: number; idleMs: number }): Pool {
  const slots = new Set<Slot>();
  const queue: Waiting[] = [];

  const end = (slot: Slot) => {
    if (slot.idle !== null) clearTimeout(slot.idle);
    slots.delete(slot);
    slot.worker.terminate();
  };

  /** A worker without a job ends after a while. */
  const rest = (slot: Slot) => {
    if (slot.current || slot.idle !== null || !slots.has(slot)) return;
    slot.idle = setTimeout(() => end(slot), settings.idleMs);
  };

  const start = (): Slot => {
    const slot: Slot = {
      worker: settings.spawn({
        reply: (reply) => {
          if (!slots.has(slot)) return;
          const { current } = slot;
          slot.current = null;
          current?.settle(reply);
          next();
          rest(slot);
        },
        lost: (why) => {
          if (!slots.has(slot)) return;
          const { current } = slot;
          end(slot);
          current?.fail(new JobFailed('WorkerLost', workerLost(why)));
          next();
        },
      }),
      current: null,
      idle: null,
    };
    slots.add(slot);
    return slot;
  };

  const next = () => {
    while (queue.length > 0) {
      const free = [...slots].find((slot) => slot.current === null);
      if (!free && slots.size >= settings.size) return;
      const waiting = queue.shift();
      if (!waiting) return;
      try {
        hand(free ?? start(), waiting);
      } catch (error) {
        waiting.fail(
          error instanceof DOMException ? error : new JobFailed('WorkerLost', workerLost(), { cause: error }),
        );
      }
    }
  };

  const hand = (slot: Slot, waiting: Waiting) => {
    try {
      // First the message: when it cannot be cloned the worker stays free.
      slot.worker.post(waiting.request, waiting.transfer);
    } catch (error) {
      rest(slot);
      throw error;
    }
    if (slot.idle !== null) clearTimeout(slot.idle);
    slot.idle = null;
    slot.current = waiting;
  };

  return {
    run(job, input, { signal, transfer = [] } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(reasonOf(signal));
          return;
        }
        const done = () => signal?.removeEventListener('abort', abort);
        const waiting: Waiting = {
          request: { job, input },
          transfer,
          settle: (reply) => {
            done();
            if (reply.ok) resolve(reply.output);
            else reject(new JobFailed(reply.name, reply.message));
          },
          fail: (reason) => {
            done();
            reject(reason instanceof Error ? reason : new Error(String(reason)));
          },
        };
        const abort = () => {
          const queued = queue.indexOf(waiting);
          if (queued >= 0) queue.splice(queued, 1);
          for (const slot of slots) if (slot.current === waiting) end(slot);
          waiting.fail(reasonOf(signal));
          next();
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(waiting);
        next();
      });
    },
    dispose() {
      const unfinished = [...queue.splice(0), ...[...slots].flatMap((slot) => slot.current ?? [])];
      for (const slot of slots) end(slot);
      for (const waiting of unfinished) waiting.fail(new DOMException('The page closed this job.', 'AbortError'));
    },
    get alive() {
      return slots.size;
    },
  };
}
