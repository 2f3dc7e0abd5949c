import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { Services } from './services.ts';
import { watchTasks } from './task-watch.ts';

const ServicesContext = createContext<Services | null>(null);

export interface ClientProviderProps {
  readonly services: Services;
  /** From `createQueryClient`. */
  readonly queryClient: QueryClient;
  readonly children: ReactNode;
}

/** Stands once, round the whole page. */
export function ClientProvider({ services, queryClient, children }: ClientProviderProps) {
  useEffect(() => watchTasks(queryClient, services), [queryClient, services]);
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={services}>{children}</ServicesContext>
    </QueryClientProvider>
  );
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('There is no ClientProvider round this component.');
  return services;
}
