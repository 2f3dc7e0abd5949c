import { MAX_BODY_BYTES } from '../core/ocr/read-answer.ts';
import type { Clock } from './clock.ts';

/** A GET may be held by the service for seconds, so headers have long. */
const HEADERS_WITHIN = 60_000;
/** Between two pieces of a body. There is no limit in all while pieces arrive. */
const BYTES_WITHIN = 15_000;
/** Of a body that is no answer; the rest is not waited for. */
const ERROR_BODY_BYTES = 1024 * 1024;

export interface Reply {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** One HTTP exchange, with the ways in which it can end without a whole reply. */
export type Exchange =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'timeout';
      readonly waiting: 'headers' | 'body';
      readonly status: number | null;
      readonly body: Bytes;
    }
  | { readonly kind: 'cut'; readonly status: number; readonly body: Bytes }
  | { readonly kind: 'too-large'; readonly status: number };

type Bytes = Uint8Array<ArrayBuffer>;

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Aborts the exchange, which then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** As soon as the headers are there, before the body. */
  onHeaders?(status: number, headers: Headers): void;
}

/**
 * Sends one GET as the reliability notes say: no cookies, no redirects, no cache, no referrer; timeouts that cover the
 * body; the body streamed under a cap of 64 MiB. Rejects only when `signal` aborts.
 */
export async function exchange(url: string, headers: Headers, options: ExchangeOptions): Promise<Exchange> {
  const { fetch, clock, signal } = options;
  const request = new AbortController();
  const stop = () => request.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const response = await within(
      clock,
      HEADERS_WITHIN,
      signal,
      fetch(url, {
        method: 'GET',
        headers,
        signal: request.signal,
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      }),
    );
    if (response === TIMED_OUT) return { kind: 'timeout', waiting: 'headers', status: null, body: new Uint8Array(0) };
    options.onHeaders?.(response.status, response.headers);
    return await readBody(response, clock, signal);
  } catch {
    signal.throwIfAborted();
    // Which error it was says nothing: fetch gives the same TypeError for CORS, a lost network and a redirect.
    return { kind: 'unreachable' };
  } finally {
    signal.removeEventListener('abort', stop);
    // Frees the connection of whatever was not read to its end; nothing to do for what was.
    request.abort();
  }
}

async function readBody(response: Response, clock: Clock, signal: AbortSignal): Promise<Exchange> {
  const { status, statusText, headers } = response;
  const reply = (body: Bytes): Exchange => ({ kind: 'reply', reply: { status, statusText, headers, body } });
  if (!response.body) return reply(new Uint8Array(0));
  const cap = response.ok ? MAX_BODY_BYTES : ERROR_BODY_BYTES;
  if (response.ok && Number(headers.get('content-length') ?? 0) > cap) return { kind: 'too-large', status };

  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const piece = await within(clock, BYTES_WITHIN, signal, reader.read());
      // What is wrong is known from the status: a broken error page changes nothing.
      if (piece === TIMED_OUT)
        return response.ok
          ? { kind: 'timeout', waiting: 'body', status, body: joined(pieces, size) }
          : reply(joined(pieces, size));
      if (piece.done) return reply(joined(pieces, size));
      size += piece.value.length;
      pieces.push(piece.value);
      if (size > cap) return response.ok ? { kind: 'too-large', status } : reply(joined(pieces, size).slice(0, cap));
    }
  } catch {
    signal.throwIfAborted();
    return response.ok ? { kind: 'cut', status, body: joined(pieces, size) } : reply(joined(pieces, size));
  } finally {
    // Not waited for: a stream that stalls would stall here too.
    void reader.cancel().catch(() => undefined);
  }
}

const TIMED_OUT = Symbol('timed out');

/** The promise, or TIMED_OUT; rejects when the signal aborts, also when the promise heeds no signal. Leaves no timer. */
function within<T>(clock: Clock, ms: number, signal: AbortSignal, promise: Promise<T>): Promise<T | typeof TIMED_OUT> {
  const ends: (() => void)[] = [];
  const ended = new Promise<typeof TIMED_OUT>((resolve, reject) => {
    const giveUp = () => reject(signal.reason instanceof Error ? signal.reason : new Error('Given up.'));
    signal.addEventListener('abort', giveUp, { once: true });
    const timer = clock.setTimeout(() => resolve(TIMED_OUT), ms);
    ends.push(
      () => clock.clearTimeout(timer),
      () => signal.removeEventListener('abort', giveUp),
    );
  });
  // The one that loses the race may still fail later, and nobody is there to hear it: the race hears both.
  return Promise.race([promise, ended]).finally(() => {
    for (const end of ends) end();
  });
}

function joined(pieces: readonly Uint8Array[], size: number): Bytes {
  const body = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return body;
}
