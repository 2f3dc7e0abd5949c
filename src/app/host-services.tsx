import { createContext, useContext } from 'react';
import type { HostConfig } from './host-config.ts';

/** What the screens need of the host of this page. Clock, token and clients come from `queries`. */
export interface HostServices {
  readonly config: HostConfig;
  /** A file of this page's own host, by its path beside the page (`samples/book.png`). Rejects with words. */
  readonly loadFile: (path: string) => Promise<Blob>;
  /** The service that is played in this page forgets its tasks: they age from the beginning when they are asked for again. */
  readonly restartSampleService: () => void;
  /** It refused its own token (a fault that was asked for); Inspect starts with a new one. */
  readonly renewSampleToken: () => void;
  /** Something unforeseen, for the developer's eyes. */
  readonly report: (error: unknown) => void;
}

const HostContext = createContext<HostServices | null>(null);

export const HostProvider = HostContext.Provider;

export function useHost(): HostServices {
  const host = useContext(HostContext);
  if (!host) throw new Error('There is no HostProvider round this component.');
  return host;
}
