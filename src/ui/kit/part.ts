import { useEffect, useSyncExternalStore } from 'react';

/** A part of the page's own code that comes when it is wanted, or when there is nothing else to do. */
export interface Part<T> {
  /** For the sentence that says that it did not come: `the export`. */
  readonly name: string;
  readonly state: () => PartState<T>;
  /**
   * Loads it once, however often it is asked. Rejects with PartNotLoaded; the next call tries again.
   * Quietly: nobody wants it yet, or who does says by itself what went wrong, so the page does not.
   */
  readonly load: (how?: 'quietly') => Promise<T>;
  readonly subscribe: (changed: () => void) => () => void;
}

export type PartState<T> =
  | { readonly status: 'waiting' | 'loading' | 'failed'; readonly module: null }
  | { readonly status: 'ready'; readonly module: T };

/** The server that this page came from did not give the part. The message is for the person. */
export class PartNotLoaded extends Error {
  override readonly name = 'PartNotLoaded';

  constructor(part: string, cause: unknown) {
    super(`${part} could not be loaded from the server of this page`, { cause });
  }
}

/** @param bring a dynamic import; browsers ask the server again after a failure */
export function createPart<T>(name: string, bring: () => Promise<T>): Part<T> {
  let state: PartState<T> = { status: 'waiting', module: null };
  let loading: Promise<T> | null = null;
  const listeners = new Set<() => void>();
  const become = (next: PartState<T>) => {
    state = next;
    for (const changed of listeners) changed();
  };
  const attempt = async (quietly: boolean): Promise<T> => {
    try {
      const module = await bring();
      become({ status: 'ready', module });
      return module;
    } catch (cause) {
      loading = null;
      become({ status: quietly ? 'waiting' : 'failed', module: null });
      throw new PartNotLoaded(name, cause);
    }
  };
  return {
    name,
    state: () => state,
    load: (how) => {
      if (loading) return loading;
      become({ status: 'loading', module: null });
      loading = attempt(how === 'quietly');
      return loading;
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** For whoever says by itself that the part is not there yet, or that it did not come. */
export function usePartStatus(part: Part<unknown>): PartState<unknown>['status'] {
  return useSyncExternalStore(part.subscribe, part.state).status;
}

/** The part as soon as it is there; null before. Present, it is given at once: nothing flickers. */
export function usePart<T>(part: Part<T>, wanted = true): T | null {
  const { status, module } = useSyncExternalStore(part.subscribe, part.state);
  useEffect(() => {
    // Who shows the failure offers to try again.
    if (wanted && status === 'waiting') part.load().catch(() => undefined);
  }, [part, wanted, status]);
  return module;
}
