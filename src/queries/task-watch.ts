import type { QueryClient } from '@tanstack/react-query';
import { cameOnline, tokenGiven, tokenGone, wentOffline } from '../core/ocr/poll-commands.ts';
import { reschedule } from '../core/ocr/poll-policy.ts';
import type { PollState } from '../core/ocr/poll-state.ts';
import { isTaskKey, keys } from './keys.ts';
import type { ConnectedClient, Services } from './services.ts';

/**
 * Carries what happens outside into every polled task at once: a token refused, cleared or given, the network lost or
 * back, the tab hidden or seen. Tasks that are in the middle of an attempt learn of it when the attempt ends.
 * Gives back how to stop watching.
 */
export function watchTasks(queryClient: QueryClient, services: Services): () => void {
  const onToken = () => {
    const { standing } = services.token.snapshot();
    updateTasks(queryClient, services, (state, connected) => {
      if (connected.token !== services.token) return state;
      return standing === 'usable'
        ? tokenGiven(state, services.now())
        : tokenGone(state, services.now(), standing === 'refused');
    });
  };
  const onSurroundings = () => {
    const online = services.environment.online();
    const hidden = services.environment.hidden();
    updateTasks(queryClient, services, (state, { needsNetwork }) => {
      const now = services.now();
      const connected = !needsNetwork ? state : online ? cameOnline(state, now) : wentOffline(state, now);
      return reschedule(connected, { now, hidden });
    });
  };
  const stops = [services.token.subscribe(onToken), services.environment.subscribe(onSurroundings)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Writing the data is all: each query sets its timer from it, in the same tick. */
function updateTasks(
  queryClient: QueryClient,
  services: Services,
  update: (state: PollState, connected: ConnectedClient) => PollState,
): void {
  for (const [key, state] of queryClient.getQueriesData<PollState>({ queryKey: keys.tasks })) {
    if (!state || !isTaskKey(key)) continue;
    const next = update(state, services.clientFor(key[1]));
    if (next !== state) queryClient.setQueryData<PollState>(key, next);
  }
}
