import type { Hold } from '../core/ocr/poll-policy.ts';
import type { Clock } from './clock.ts';

export interface RequestGateOptions {
  readonly clock: Clock;
  /** Requests at the same time. */
  readonly inFlight?: number;
  readonly perSecond?: number;
  /** Requests that may leave at once after a quiet time. */
  readonly burst?: number;
}

/** The one way out to one origin. Every poll of the origin goes through it, so that a hundred tasks ask no faster than ten. */
export interface RequestGate {
  /**
   * Waits for a place, first come first served, and gives back how to leave it; null when the origin is on hold, now or
   * while waiting. `urgent` (the person asked) heeds only what the service demanded. Rejects with the signal's reason.
   */
  enter(signal: AbortSignal, urgent: boolean): Promise<(() => void) | null>;
  /** Nobody enters before `until`; a hold never becomes shorter. Both in ms since the epoch. */
  hold(hold: Hold): void;
  held(): Hold | null;
}

interface Waiter {
  readonly urgent: boolean;
  answer(leave: (() => void) | null): void;
}

export function createRequestGate({ clock, inFlight = 4, perSecond = 2, burst = 5 }: RequestGateOptions): RequestGate {
  const queue: Waiter[] = [];
  let busy = 0;
  // Tickets in ms of waiting, whole numbers: fractions of tickets add up to a little less than one.
  const price = Math.ceil(1000 / perSecond);
  let credit = burst * price;
  let countedAt = clock.now();
  let current: Hold | null = null;
  let timer: number | null = null;

  const held = (): Hold | null => {
    if (current && current.until <= clock.now()) current = null;
    return current;
  };

  const barred = (urgent: boolean): boolean => {
    const hold = held();
    return hold !== null && (urgent ? hold.notBefore : hold.until) > clock.now();
  };

  const refill = () => {
    const now = clock.now();
    // A clock that was set back adds nothing and takes nothing.
    credit = Math.min(burst * price, credit + Math.max(0, now - countedAt));
    countedAt = now;
  };

  const leave = () => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      busy -= 1;
      pump();
    };
  };

  /** Lets in whoever may go, and sets the one timer for the next ticket if somebody still waits for it. */
  const pump = () => {
    refill();
    while (queue.length > 0 && busy < inFlight && credit >= price) {
      const waiter = queue.shift();
      if (!waiter) break;
      busy += 1;
      credit -= price;
      waiter.answer(leave());
    }
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    if (queue.length > 0 && busy < inFlight) {
      timer = clock.setTimeout(pump, price - credit);
    }
  };

  const drop = (waiter: Waiter) => {
    const at = queue.indexOf(waiter);
    if (at >= 0) queue.splice(at, 1);
    pump();
  };

  return {
    enter: (signal, urgent) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(signal.reason instanceof Error ? signal.reason : new Error('Given up.'));
        if (signal.aborted) {
          fail();
          return;
        }
        if (barred(urgent)) {
          resolve(null);
          return;
        }
        const onAbort = () => {
          drop(waiter);
          fail();
        };
        const waiter: Waiter = {
          urgent,
          answer: (way) => {
            signal.removeEventListener('abort', onAbort);
            resolve(way);
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        queue.push(waiter);
        pump();
      }),
    hold: ({ until, notBefore }) => {
      const before = held();
      current = { until: Math.max(until, before?.until ?? 0), notBefore: Math.max(notBefore, before?.notBefore ?? 0) };
      for (const waiter of queue.filter(({ urgent }) => barred(urgent))) {
        queue.splice(queue.indexOf(waiter), 1);
        waiter.answer(null);
      }
      pump();
    },
    held,
  };
}
