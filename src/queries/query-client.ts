import { QueryClient } from '@tanstack/react-query';

/**
 * The library's defaults lose results (a completed answer became NotExist at the next focus, and was dropped after
 * five minutes without a mount), so none of them applies. Each query says the rest itself.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        structuralSharing: false,
        refetchOnMount: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        gcTime: Infinity,
        staleTime: Infinity,
      },
    },
  });
}
