import { useEffect, useMemo, useState } from 'react';
import type { TaskKind } from '../../core/ocr/contract.ts';
import { allAtOnce } from '../../core/steps.ts';
import { inSteps, WireSession } from './wire-session.ts';

/** Smaller ones are opened within a frame. */
const LARGE_ANSWER = 1 << 20;

/** null: a large answer is being looked through. */
export function useWireSession(raw: Uint8Array<ArrayBuffer>, kind: TaskKind): WireSession | null {
  const small = useMemo(() => (raw.length < LARGE_ANSWER ? allAtOnce(WireSession.open(raw, kind)) : null), [raw, kind]);
  const [large, setLarge] = useState<{ readonly of: Uint8Array; readonly session: WireSession } | null>(null);
  useEffect(() => {
    if (small) return undefined;
    const stop = new AbortController();
    inSteps(WireSession.open(raw, kind), stop.signal).then(
      (session) => !stop.signal.aborted && setLarge({ of: raw, session }),
      // Nobody waits for it any more: it ends in nothing else.
      () => undefined,
    );
    return () => stop.abort();
  }, [small, raw, kind]);
  return small ?? (large?.of === raw ? large.session : null);
}
