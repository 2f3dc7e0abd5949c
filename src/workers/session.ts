import { JobFailed, reasonOf, workerLost } from './job-failed.ts';
import type { SessionName, SessionReply, SessionRequest, Sessions } from './sessions.ts';

export interface AskOptions<S extends SessionName> {
  /** Gives up on this question alone; the session lives on. */
  readonly signal?: AbortSignal | undefined;
  /** What of the question is moved instead of copied. */
  readonly transfer?: Transferable[];
  readonly onPart?: (part: Sessions[S]['part']) => void;
}

export interface Session<S extends SessionName> {
  /** @throws JobFailed with the session's own words, or when it was closed or lost; the signal's reason when aborted */
  ask(question: Sessions[S]['question'], options?: AskOptions<S>): Promise<Sessions[S]['answer']>;
  /** Ends its worker and everything in it. Closing twice does nothing. */
  close(): void;
}

interface Waiting<S extends SessionName> {
  readonly settle: (answer: Sessions[S]['answer']) => void;
  readonly fail: (reason: Error) => void;
  readonly part: (part: Sessions[S]['part']) => void;
}

/** Milliseconds that a closed session has to give back what it holds. Then it is ended whatever it does. */
const LEAVES_WITHIN = 2_000;

/** A worker of its own that keeps `start` until it is closed. Whoever opens it closes it. */
export function openSession<S extends SessionName>(
  session: S,
  start: Sessions[S]['start'],
  transfer: Transferable[] = [],
): Session<S> {
  const worker = new Worker(new URL('./session-worker.ts', import.meta.url), { type: 'module', name: session });
  const waiting = new Map<number, Waiting<S>>();
  let last = 0;
  let over: Error | null = null;
  open.add(worker);
  const post = (request: SessionRequest<S>, moved: Transferable[] = []) => worker.postMessage(request, moved);

  const end = (why: Error, leave = () => worker.terminate()) => {
    if (over) return;
    over = why;
    open.delete(worker);
    leave();
    for (const { fail } of waiting.values()) fail(why);
    waiting.clear();
  };
  const leaveByItself = () => {
    post({ kind: 'close' });
    setTimeout(() => worker.terminate(), LEAVES_WITHIN);
  };
  const lost = (why: string) => end(new JobFailed('WorkerLost', workerLost(why)));

  worker.addEventListener('message', ({ data }: MessageEvent<SessionReply<S>>) => {
    const asked = waiting.get(data.ask);
    if (data.kind === 'part') asked?.part(data.part);
    else if (data.kind === 'answer') asked?.settle(data.answer);
    else asked?.fail(new JobFailed(data.name, data.message));
  });
  worker.addEventListener('messageerror', () => lost('its result could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lost(event.message || 'its script could not be loaded');
  });
  post({ kind: 'open', session, start }, transfer);

  return {
    ask(question, { signal, transfer: moved = [], onPart } = {}) {
      return new Promise((resolve, reject) => {
        if (over || signal?.aborted) {
          reject(over ?? reasonOf(signal));
          return;
        }
        const ask = (last += 1);
        const giveUp = () => {
          post({ kind: 'abort', ask });
          waiting.get(ask)?.fail(reasonOf(signal));
        };
        const done = () => {
          waiting.delete(ask);
          signal?.removeEventListener('abort', giveUp);
        };
        waiting.set(ask, {
          settle: (answer) => {
            done();
            resolve(answer);
          },
          fail: (reason) => {
            done();
            reject(reason);
          },
          part: (part) => onPart?.(part),
        });
        signal?.addEventListener('abort', giveUp, { once: true });
        try {
          post({ kind: 'ask', ask, question }, moved);
        } catch (error) {
          waiting.get(ask)?.fail(error instanceof Error ? error : new Error(String(error)));
        }
      });
    },
    close: () => end(new DOMException('The page closed this session.', 'AbortError'), leaveByItself),
  };
}

const open = new Set<Worker>();

/** How many sessions are open; for tests. */
export function sessionsOpen(): number {
  return open.size;
}
