import { useMemo, useSyncExternalStore } from 'react';
import type { TokenSnapshot } from '../client/token.ts';
import { useServices } from './client-context.tsx';

export interface TokenHandle extends TokenSnapshot {
  /** Takes a token as `readToken` gives it. Tasks that need one go on at once. */
  readonly give: (token: string) => void;
  /** Every task that needs one stops at once. */
  readonly clear: () => void;
}

/** The person's token, as far as the page may know it. */
export function useToken(): TokenHandle {
  const { token } = useServices();
  const snapshot = useSyncExternalStore(token.subscribe, token.snapshot);
  return useMemo(() => ({ ...snapshot, give: token.set, clear: token.clear }), [snapshot, token]);
}
