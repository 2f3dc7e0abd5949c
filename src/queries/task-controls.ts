import type { QueryClient } from '@tanstack/react-query';
import { checkNow, keepWaiting, stopPolling } from '../core/ocr/poll-commands.ts';
import { newPoll, type PollState } from '../core/ocr/poll-state.ts';
import { keys, type TaskRef } from './keys.ts';
import type { Services } from './services.ts';

export interface TaskControls {
  /** Asks at once, at most once a second. Never asks for a completed answer again. */
  readonly checkNow: () => void;
  /** 0 requests and 0 timers from here on; a request under way is aborted. */
  readonly stop: () => void;
  /** Polls on after Stop, a pause or an end that was no success, with a new budget. */
  readonly keepWaiting: () => void;
}

/** Each writes the next state; the query sets its timer from it. */
export function taskControls(task: TaskRef, { now }: Pick<Services, 'now'>, queryClient: QueryClient): TaskControls {
  const queryKey = keys.task(task);
  const update = (change: (state: PollState, now: number) => PollState) =>
    queryClient.setQueryData<PollState>(queryKey, (state) => state && change(state, now()));
  return {
    checkNow: () => void update(checkNow),
    keepWaiting: () => void update(keepWaiting),
    stop: () => {
      // Aborts a request under way at once; `attemptTask` counts it afterwards.
      void queryClient.cancelQueries({ queryKey, exact: true });
      queryClient.setQueryData<PollState>(queryKey, (state) => stopPolling(state ?? newPoll(now()), now()));
    },
  };
}
