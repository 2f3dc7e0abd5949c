/**
 * The page's way to the service where the service does not answer browsers: the OCR paths of the contract, and no
 * others, at one fixed upstream. What identifies the page or the person besides the token stays here.
 */
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { ENDPOINTS } from '../core/ocr/contract.ts';
import { whyRefused } from './guard.ts';

const METHODS = ['GET', 'POST', 'DELETE'];
const SENT_ON = ['authorization', 'accept'];
const SENT_ON_WITH_A_BODY = [...SENT_ON, 'content-type', 'content-length'];
const SENT_BACK = ['content-type', 'content-length', 'content-encoding', 'retry-after', 'www-authenticate', 'date'];

export type Proxy = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** `incoming.url` is the contract's path, without the prefix under which the proxy is mounted. */
export function createProxy(upstream: URL): Proxy {
  const send = upstream.protocol === 'https:' ? httpsRequest : httpRequest;

  return (incoming, outgoing) => {
    const refused = whyRefused(incoming);
    if (refused !== null) return answer(outgoing, 403, refused);
    const [asked = '', query = ''] = (incoming.url ?? '').split('?');
    const endpoint = ENDPOINTS.find(({ path }) => path.toLowerCase() === asked.toLowerCase());
    if (!endpoint) return answer(outgoing, 404, 'This is no path of the OCR service that this server passes on.');
    if (!METHODS.includes(incoming.method ?? ''))
      return answer(outgoing, 405, `The OCR service takes ${METHODS.join(', ')}.`, { Allow: METHODS.join(', ') });

    const target = new URL(upstream.pathname.replace(/\/$/, '') + endpoint.path, upstream);
    const id = new URLSearchParams(query).get('id');
    if (id !== null) target.searchParams.set('id', id);

    // Node writes a body that GET brings along behind the request without any framing: upstream would read another request.
    const hasBody = incoming.method === 'POST';
    const kept = only(incoming.headers, hasBody ? SENT_ON_WITH_A_BODY : SENT_ON);
    const outbound = send(target, {
      method: incoming.method,
      // A fresh connection each time: one kept alive may be closed under the next poll and look like a fault.
      agent: false,
      headers: { ...kept, 'accept-encoding': 'identity', 'user-agent': 'Regionscope' },
    });
    outbound.on('response', (received) => passOn(received, outgoing, upstream));
    outbound.on('upgrade', (received, socket) => {
      socket.destroy();
      noAnswer(received, outgoing, upstream);
    });
    outbound.on('error', (error: NodeJS.ErrnoException) => {
      if (outgoing.headersSent) outgoing.destroy();
      else answer(outgoing, 502, `${upstream.origin} could not be reached (${error.code ?? error.message}).`);
    });
    // The page has given up: so does the call upstream.
    outgoing.on('close', () => outbound.destroy());
    incoming.on('error', () => outbound.destroy());
    if (hasBody) incoming.pipe(outbound);
    else outbound.end();
  };
}

function passOn(received: IncomingMessage, outgoing: ServerResponse, upstream: URL): void {
  const status = received.statusCode ?? 0;
  // Node reads such a status and throws when it is to write it.
  if (status < 200) return noAnswer(received, outgoing, upstream);
  if (status >= 300 && status < 400) {
    received.resume();
    return answer(
      outgoing,
      502,
      `${upstream.origin} answered with a redirect (HTTP ${String(status)}), which is not followed with a token.`,
    );
  }
  outgoing.writeHead(status, { ...only(received.headers, SENT_BACK), 'cache-control': 'no-store' });
  // At once: the page's timeouts start anew with the headers.
  outgoing.flushHeaders();
  // A body that breaks off upstream breaks off here: its end would look like the end of an answer.
  received.on('error', () => outgoing.destroy());
  received.on('close', () => {
    if (!received.complete) outgoing.destroy();
  });
  received.pipe(outgoing);
}

/** `101 Switching Protocols`, or a status below 100, which HTTP does not have. */
function noAnswer(received: IncomingMessage, outgoing: ServerResponse, upstream: URL): void {
  received.destroy();
  const status = String(received.statusCode);
  answer(outgoing, 502, `${upstream.origin} answered with HTTP ${status}, which is no answer to a request.`);
}

/** Anything this server says itself, told from the service's own answers by `source`. */
function answer(
  outgoing: ServerResponse,
  status: number,
  reason: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  outgoing.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  outgoing.end(JSON.stringify({ source: 'regionscope', reason }));
}

function only(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
