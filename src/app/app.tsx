import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ClientProvider } from '../queries/client-context.tsx';
import type { Services } from '../queries/services.ts';
import { HostProvider, type HostServices } from './host-services.tsx';
import { browserIsIdle } from './idle.ts';
import { Page } from './page.tsx';
import { loadAtLeisure, WAVES } from './parts.ts';
import '../ui/theme.css';

export interface AppProps {
  readonly host: HostServices;
  readonly services: Services;
  readonly queryClient: QueryClient;
}

export function App({ host, services, queryClient }: AppProps) {
  useEffect(() => {
    void loadAtLeisure(WAVES, browserIsIdle);
  }, []);
  return (
    <HostProvider value={host}>
      <ClientProvider services={services} queryClient={queryClient}>
        <Page />
      </ClientProvider>
    </HostProvider>
  );
}
