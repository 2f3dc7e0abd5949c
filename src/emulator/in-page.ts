import { ConnectionReset } from './broken-bodies.ts';
import type { Emulator } from './handler.ts';

/**
 * The emulator in the place of `fetch`: nothing leaves the page. It keeps to what a client relies on in `fetch`:
 * an abort rejects at once with the signal's reason, also while the body is read, and a redirect that must not be
 * followed is a network error.
 */
export function inPageFetch(emulator: Emulator): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await abortable(emulator(request), request.signal);
    if (response.status >= 300 && response.status < 400 && request.redirect !== 'manual') throw new ConnectionReset();
    return response.body ? withAbortableBody(response, response.body, request.signal) : response;
  };
}

function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(reasonOf(signal));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function withAbortableBody(response: Response, body: ReadableStream<Uint8Array>, signal: AbortSignal): Response {
  const reader = body.getReader();
  const guarded = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        signal.throwIfAborted();
        const { done, value } = await abortable(reader.read(), signal);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(guarded, { status, statusText, headers });
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError');
}
