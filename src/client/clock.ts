/**
 * Time as an argument: the composition root gives the browser's, a test its own.
 * Timeouts are built from `after`: fake timers do not move `AbortSignal.timeout`.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs once after `ms`; gives back how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
}
