import { type AttemptOutcome, TASK_NAMES } from '../core/ocr/attempt.ts';
import type { ConnectionId } from '../core/ocr/connection.ts';
import { endpointNamed, type EndpointName } from '../core/ocr/contract.ts';
import type { Hold } from '../core/ocr/poll-policy.ts';
import { limitDelay } from '../core/ocr/poll-schedule.ts';
import type { Clock } from './clock.ts';
import { type Exchange, exchange } from './exchange.ts';
import { outcomeOf, type ReadLarge, waitOf } from './outcome.ts';
import { createRequestGate, type RequestGate } from './request-gate.ts';
import type { TokenHolder } from './token.ts';
import * as words from './words.ts';

export interface OcrClientOptions {
  /** Decides the words of what goes wrong. */
  readonly connection: ConnectionId;
  readonly fetch: typeof globalThis.fetch;
  /** What stands before `/v5.0/ocr/...`: an origin, or an address below which a server forwards. With or without a slash at its end. */
  readonly baseUrl: string;
  /** Its token goes to `baseUrl` and nowhere else. */
  readonly token: TokenHolder;
  readonly clock: Clock;
  /** Reads a large body, off the main thread where that pays. */
  readonly readLarge?: ReadLarge;
  /** Shared by clients of the same origin; a gate of its own unless given. */
  readonly gate?: RequestGate;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  /** The person asked: only a wait that the service demanded puts it off. */
  readonly urgent?: boolean;
  /** The request leaves now. It counts, and may be billed, whatever comes of it. */
  readonly onSent?: () => void;
}

/** The service, as far as the page asks it. */
export interface OcrClient {
  /** One attempt: a GET for the task. Rejects only when `signal` aborts. */
  getTask(endpoint: EndpointName, id: string, options: AskOptions): Promise<AttemptOutcome>;
  /** While the origin is on hold: a 429 or 503 holds the polls of all its tasks. */
  held(): Hold | null;
  hold(hold: Hold): void;
}

export function createOcrClient({
  connection,
  fetch,
  baseUrl,
  token,
  clock,
  readLarge,
  gate = createRequestGate({ clock }),
}: OcrClientOptions): OcrClient {
  return {
    getTask: async (endpointName, id, { signal, urgent = false, onSent }) => {
      const endpoint = endpointNamed(endpointName);
      const where = TASK_NAMES[endpoint.kind];
      const noToken = (): AttemptOutcome => {
        const problem = words.noToken(where, token.snapshot().standing);
        return { kind: 'unauthorized', status: null, problem, raw: null };
      };

      // StrictMode mounts, unmounts and mounts again in one go: by the next microtask it is known whether anybody wants the answer.
      await Promise.resolve();
      signal.throwIfAborted();

      const guard = tokenGuard(token, signal);
      try {
        const leave = await gate.enter(guard.signal, urgent);
        if (!leave) return { kind: 'held' };
        try {
          const held = token.get();
          if (!held) return noToken();
          const headers = requestHeaders(held.value);
          if (!headers) return { kind: 'rejected', status: null, problem: words.tokenUnsendable(where), raw: null };
          onSent?.();
          const url = `${baseUrl.replace(/\/+$/, '')}${endpoint.path}?${new URLSearchParams({ id }).toString()}`;
          const result: Exchange = await exchange(url, headers, {
            fetch,
            clock,
            signal: guard.signal,
            // Before the body, which may take its time: every other poll of this token or origin is to stop now.
            onHeaders: (status, received) => {
              if (status === 401 || status === 403) {
                guard.letTokenGo();
                token.refuse(held.generation);
              }
              if (status === 429 || status === 503) gate.hold(holdOf(waitOf(received, clock.now()), clock.now()));
            },
          });
          return await outcomeOf(result, {
            askedId: id,
            kind: endpoint.kind,
            where,
            connection,
            now: clock.now(),
            readLarge,
            signal: guard.signal,
            redact: (text) => redacted(text, held.value),
          });
        } finally {
          leave();
        }
      } catch (cause) {
        signal.throwIfAborted();
        // The token was refused or taken away while this attempt waited or was under way.
        if (guard.signal.aborted) return noToken();
        throw cause;
      } finally {
        guard.release();
      }
    },
    held: () => gate.held(),
    hold: (hold) => gate.hold(hold),
  };
}

/** A shorter token is a word that any text may hold: taking it out would tell its letters. */
const SHORTEST_REDACTED = 8;

function redacted(text: string, token: string): string {
  return token.length < SHORTEST_REDACTED ? text : text.replaceAll(token, '[access token]');
}

interface TokenGuard {
  readonly signal: AbortSignal;
  /** The refusal is this attempt's own: its body is still read, for what it says. */
  letTokenGo(): void;
  release(): void;
}

/** Aborts with `signal`, and as soon as there is no token that may be sent. */
function tokenGuard(token: TokenHolder, signal: AbortSignal): TokenGuard {
  const controller = new AbortController();
  const onAbort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const unsubscribe = token.subscribe(() => {
    if (token.get() === null) controller.abort(new Error('There is no token that may be sent.'));
  });
  return {
    signal: controller.signal,
    letTokenGo: unsubscribe,
    release: () => {
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
    },
  };
}

/** No Content-Type: a GET has no content, and it would only complicate the preflight. null: the token cannot be sent. */
function requestHeaders(token: string): Headers | null {
  try {
    return new Headers({ Accept: 'application/json', Authorization: `Bearer ${token}` });
  } catch {
    // The error of the platform may quote the value, so it goes no further.
    return null;
  }
}

/** At least the first wait of the policy, which lengthens it for the task that was answered so. */
function holdOf(retryAfter: number | null, now: number): Hold {
  return { until: now + Math.max(retryAfter ?? 0, limitDelay(0)), notBefore: now + (retryAfter ?? 0) };
}
