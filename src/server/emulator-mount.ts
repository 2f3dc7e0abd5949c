/**
 * The emulator over real HTTP: the same handler as in the page, and connections that really break. An adapter of our
 * own, because those for production turn a body that fails in its beginning into a clean 500.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Emulator } from '../emulator/handler.ts';
import { whyRefused } from './guard.ts';

export type EmulatorMount = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

export function mountEmulator(emulator: Emulator): EmulatorMount {
  return (incoming, outgoing) => {
    const refused = whyRefused(incoming);
    if (refused !== null) {
      outgoing.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end(refused);
      return;
    }
    // An error here is the fault that was asked for, or somebody who is gone: either way the connection ends.
    answer(emulator, incoming, outgoing).catch(() => incoming.socket.resetAndDestroy());
  };
}

async function answer(emulator: Emulator, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await emulator(await requestOf(incoming, outgoing));
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.setHeader('Cache-Control', 'no-store');
  outgoing.writeHead(response.status);
  if (response.body) await send(response.body, outgoing);
  outgoing.end();
}

/** Piece by piece, no faster than it is taken. */
async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  outgoing.once('close', () => void reader.cancel().catch(() => undefined));
  outgoing.flushHeaders();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const sent = new Promise<void>((resolve, reject) => {
      outgoing.write(value, (error) => (error ? reject(error) : resolve()));
    });
    await sent;
  }
}

/** Its signal aborts when the connection closes before the answer is complete. */
async function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const { method = 'GET', url = '/', headers } = incoming;
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] satisfies [string, string]],
  );
  const bodiless = method === 'GET' || method === 'HEAD';
  return new Request(`http://localhost${url}`, {
    method,
    headers: sent,
    signal: gone.signal,
    ...(!bodiless && { body: new Uint8Array(await buffer(incoming)) }),
  });
}
