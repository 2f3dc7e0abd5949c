import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isOverdue } from '../core/ocr/poll-commands.ts';
import { isSettled, type PollState } from '../core/ocr/poll-state.ts';
import { attemptTask } from './attempt-task.ts';
import { keys, type TaskRef } from './keys.ts';
import type { Services } from './services.ts';

/**
 * One polled task as a query. Its data is a `PollState`; the policy decides, and the interval of the query is the only
 * timer: it waits `nextDelayMs`, which was drawn once and is kept in the data.
 */
export function taskQueryOptions(ref: TaskRef, services: Services, queryClient: QueryClient) {
  return queryOptions<PollState, Error, PollState, ReturnType<typeof keys.task>>({
    queryKey: keys.task(ref),
    // `signal` is read inside, in any case: an unmount is to abort the request.
    queryFn: (context) => attemptTask(ref, context.signal, services, queryClient),
    refetchInterval: (query) => query.state.data?.nextDelayMs ?? false,
    refetchIntervalInBackground: true,
    retry: false,
    structuralSharing: false,
    // A mount asks only for a check that should have come while the task was not on the page.
    refetchOnMount: ({ state }) => (state.data && isOverdue(state.data, services.now()) ? 'always' : false),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
    gcTime: Infinity,
    staleTime: ({ state }) => (state.data && isSettled(state.data) ? 'static' : Infinity),
  });
}
