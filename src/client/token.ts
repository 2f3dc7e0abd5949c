import type { TokenStanding } from '../core/ocr/poll-policy.ts';
import { tokenExpiry } from './token-expiry.ts';

/** What the page may know of the token. The token itself is not in it, so that it reaches neither the DOM nor the console. */
export interface TokenSnapshot {
  readonly standing: TokenStanding;
  /** Grows with every change; a refusal of an older generation does not concern the present token. */
  readonly generation: number;
  /** `exp` of the JWT in ms since the epoch; null when it does not tell. Read to warn, never to decide. */
  readonly expiresAt: number | null;
}

/**
 * Holds one access token in a closure, in memory only. Printing or serialising a holder shows functions and no token.
 * A token that the service refused stays refused as long as the page lives, also when it is given again.
 */
export interface TokenHolder {
  /** The token to send with its generation, or null when there is none that may be sent. For the client alone. */
  readonly get: () => { readonly value: string; readonly generation: number } | null;
  readonly set: (token: string) => void;
  readonly clear: () => void;
  /** The service answered 401 or 403 to the token of this generation. */
  readonly refuse: (generation: number) => void;
  /** The same object until something changes. */
  readonly snapshot: () => TokenSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createTokenHolder(): TokenHolder {
  let held: string | null = null;
  let snapshot: TokenSnapshot = { standing: 'none', generation: 0, expiresAt: null };
  const refusedTokens = new Set<string>();
  const listeners = new Set<() => void>();

  const change = (token: string | null) => {
    held = token;
    snapshot = {
      standing: token === null ? 'none' : refusedTokens.has(token) ? 'refused' : 'usable',
      generation: snapshot.generation + 1,
      expiresAt: token === null ? null : tokenExpiry(token),
    };
    // A copy: a listener may unsubscribe itself or another.
    for (const listener of Array.from(listeners)) listener();
  };

  return {
    get: () =>
      held !== null && snapshot.standing === 'usable' ? { value: held, generation: snapshot.generation } : null,
    set: (token) => {
      if (token !== held) change(token);
    },
    clear: () => {
      if (held !== null) change(null);
    },
    refuse: (generation) => {
      if (held === null || generation !== snapshot.generation || snapshot.standing !== 'usable') return;
      refusedTokens.add(held);
      change(held);
    },
    snapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
