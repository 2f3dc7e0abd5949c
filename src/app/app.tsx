import type { QueryClient } from '@tanstack/react-query';
import { ClientProvider } from '../queries/client-context.tsx';
import type { Services } from '../queries/services.ts';
import { TooltipGroup } from '../ui/kit/tooltip.tsx';
import { HostProvider, type HostServices } from './host-services.tsx';
import { Page } from './page.tsx';
import '../ui/theme.css';

export interface AppProps {
  readonly host: HostServices;
  readonly services: Services;
  readonly queryClient: QueryClient;
}

export function App({ host, services, queryClient }: AppProps) {
  return (
    <HostProvider value={host}>
      <ClientProvider services={services} queryClient={queryClient}>
        <TooltipGroup>
          <Page />
        </TooltipGroup>
      </ClientProvider>
    </HostProvider>
  );
}
