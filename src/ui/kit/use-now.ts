import { useEffect, useState } from 'react';

/** The time of `clock` in ms, read again every `everyMs` while it is positive; 0 stops the ticking. */
export function useNow(clock: () => number, everyMs: number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    if (everyMs <= 0) return undefined;
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
