import type { Clock } from '../../src/client/clock.ts';

export interface FakeClock extends Clock {
  /** Runs what falls due on the way, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  readonly timers: () => number;
}

export function fakeClock(start = Date.UTC(2026, 0, 5, 12)): FakeClock {
  let now = start;
  let last = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    setTimeout: (run, ms) => {
      last += 1;
      waiting.set(last, { at: now + ms, run });
      return last;
    },
    clearTimeout: (timer) => void waiting.delete(timer),
    timers: () => waiting.size,
    advance: async (ms) => {
      const end = now + ms;
      for (;;) {
        await settle();
        const due = [...waiting].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        waiting.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
      }
      now = end;
      await settle();
    },
  };
}

/** Streams and fetch bodies need several turns of the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
