/** The figures of polling, in ms unless said otherwise. Measured reasons for them: shared reliability notes, "Polling". */
export const POLL = {
  /** No two requests of the schedule for one task are closer. */
  floor: 800,
  /** A wait beyond it is not sat out: polling pauses and says until when. */
  ceiling: 300_000,
  first: 1_000,
  growth: 1.5,
  longest: 15_000,
  /** Check now asks at once, but not twice within this. */
  checkNow: 1_000,
  /** In a tab that nobody sees. */
  hidden: 30_000,
  notExist: 3_000,
  /** Completed without any data: asked again after each of these. */
  emptyAnswer: [2_000, 4_000, 8_000],
  /** 429 and 503: the least wait after the first, doubled up to the second. */
  limitFirst: 5_000,
  limitLongest: 60_000,
  /** Of active polling; then the person is asked. */
  budget: 900_000,
  /** Attempts in a row. */
  transients: 8,
  malformed: 3,
  /** Records of the log that are kept. */
  log: 200,
} as const;

/**
 * Wait after attempt `n` (from 1): min(1 s * 1.5^(n-1), 15 s) * U, U from [0.8, 1.2).
 * `random` is a number from [0, 1) that the caller draws once per attempt: drawn again at each rendering it starves the timer.
 */
export function ownDelay(n: number, random: number): number {
  const grown = Math.min(POLL.first * POLL.growth ** (Math.max(1, n) - 1), POLL.longest);
  return clampDelay(grown * (0.8 + 0.4 * random));
}

/** Least wait after the k-th 429 or 503 in a row (from 0). */
export function limitDelay(k: number): number {
  return Math.min(POLL.limitFirst * 2 ** k, POLL.limitLongest);
}

/** Whole ms within [floor, ceiling]: timers with fractions, zero, NaN or more than 2^31 ms misbehave. */
export function clampDelay(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), POLL.floor), POLL.ceiling);
}
