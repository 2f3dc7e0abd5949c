import { useSyncExternalStore } from 'react';
import type { Part } from '../ui/kit/part.ts';
import type { ListedProblem } from '../ui/problems/problem-list.tsx';
import { EVERY_PART } from './parts.ts';

/** Parts of the page that are wanted and did not come, with a way to try again. */
export function usePartProblems(parts: readonly Part<unknown>[] = EVERY_PART): ListedProblem[] {
  // A text, because what is read from outside React must not be new each time.
  const failed = useSyncExternalStore(
    (changed) => {
      const ends = parts.map((part) => part.subscribe(changed));
      return () => ends.forEach((end) => end());
    },
    () => parts.map(({ state }) => (state().status === 'failed' ? 'x' : '-')).join(''),
  );
  return parts
    .filter((_, at) => failed[at] === 'x')
    .map((part) => ({
      key: `part-${part.name}`,
      problem: {
        where: '',
        what: `${part.name} could not be loaded from the server of this page`,
        todo: 'Look whether it still runs, then try again.',
        severity: 'error',
      },
      action: { label: 'Try again', run: () => void part.load().catch(() => undefined) },
    }));
}
