import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { stopPolling } from '../core/ocr/poll-commands.ts';
import type { PollState } from '../core/ocr/poll-state.ts';
import { TASK_KINDS } from '../core/ocr/contract.ts';
import { usableAnswer } from '../core/ocr/poll-view.ts';
import { useServices } from './client-context.tsx';
import { keys, type TaskRef } from './keys.ts';
import { answerNumber } from './use-decoded.ts';

/** Closing an inspection removes its queries: nothing of them is asked, kept or served again. Stored copies stay. */
export function useForgetTasks(): (refs: readonly TaskRef[]) => void {
  const queryClient = useQueryClient();
  const { now } = useServices();
  return useCallback(
    (refs) => {
      for (const ref of refs) forget(ref, queryClient, now());
    },
    [queryClient, now],
  );
}

function forget(ref: TaskRef, queryClient: QueryClient, now: number): void {
  const queryKey = keys.task(ref);
  void queryClient.cancelQueries({ queryKey, exact: true });
  const state = queryClient.getQueryData<PollState>(queryKey);
  if (state) {
    // A component that still shows it would keep its timer on a query that is no longer in the cache.
    queryClient.setQueryData<PollState>(queryKey, stopPolling(state, now));
    const answer = usableAnswer(state);
    if (answer) {
      for (const kind of TASK_KINDS) {
        queryClient.removeQueries({ queryKey: keys.decoded(kind, answerNumber(answer)), exact: true });
      }
    }
  }
  queryClient.removeQueries({ queryKey, exact: true });
}
