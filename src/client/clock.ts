/**
 * Time as an argument: the composition root gives the browser's, a test its own. Timers are numbers, as browsers have them.
 * Timeouts are built from these: fake timers do not move `AbortSignal.timeout`.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => number;
  readonly clearTimeout: (timer: number) => void;
}
