/** Resolves after `ms`; rejects as soon as the signal aborts. No timer is left behind either way. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** By the platform's timers. Infinity waits for the abort alone. */
export const waitByTimer: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    const done = (): void => {
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = ms === Infinity ? undefined : setTimeout(done, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
