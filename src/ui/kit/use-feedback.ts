import { useCallback, useEffect, useRef, useState } from 'react';

/** What an action that was just asked for came to. */
export interface Feedback {
  /** Of the action, so that its button can show a tick. */
  readonly id: string;
  readonly outcome: 'working' | 'done' | 'failed';
  readonly words: string;
}

export interface FeedbackRunner {
  readonly feedback: Feedback | null;
  /** Runs the action; says `words` when it is done, or what went wrong. Never rejects. */
  readonly run: (id: string, words: string, action: () => void | Promise<void>) => void;
}

/** Under this nothing is said about the wait. */
const SILENT_MS = 300;
/** Good news goes away by itself; bad news stays until the next action. */
const SHOWN_MS = 2_500;

/**
 * Outcome of small actions (copy, save) for a status line. The latest action wins.
 *
 * @param about what the actions are done to: once that is something else, nothing is said of them any more.
 */
export function useFeedback(about?: unknown): FeedbackRunner {
  const [said, setSaid] = useState<{ readonly feedback: Feedback; readonly about: unknown } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latest.current = -1;
    },
    [],
  );

  const run = useCallback(
    (id: string, words: string, action: () => void | Promise<void>) => {
      latest.current = Math.max(latest.current, 0) + 1;
      const turn = latest.current;
      const say = (next: Feedback | null) => {
        clearTimeout(timer.current);
        setSaid(next && { feedback: next, about });
      };
      say(null);
      timer.current = setTimeout(() => say({ id, outcome: 'working', words: 'Working…' }), SILENT_MS);
      const attempt = async () => {
        try {
          await action();
          if (turn !== latest.current) return;
          say({ id, outcome: 'done', words });
          timer.current = setTimeout(() => setSaid(null), SHOWN_MS);
        } catch (cause) {
          if (turn !== latest.current) return;
          const cancelled = cause instanceof DOMException && cause.name === 'AbortError';
          say(cancelled ? null : { id, outcome: 'failed', words: failureWords(cause) });
        }
      };
      void attempt();
    },
    [about],
  );

  return { feedback: said && said.about === about ? said.feedback : null, run };
}

/** Errors of this project speak to the person; anything else at least says what it is. */
export function failureWords(cause: unknown): string {
  return cause instanceof Error && cause.message !== ''
    ? cause.message
    : 'That did not work, and the browser gave no reason.';
}
