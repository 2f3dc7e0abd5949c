/**
 * Time as an argument: the composition root gives the browser's, a test its own.
 * Timeouts are built from these: fake timers do not move `AbortSignal.timeout`.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(run: () => void, ms: number): TimerId;
  clearTimeout(timer: TimerId): void;
}

/** Whatever the platform hands out: a number in browsers, an object in Node. */
export type TimerId = unknown;
