import { html, json, plain, problem } from './answer.ts';
import { ConnectionReset, cutBody, drippingBody, hugeBody, stalledBody } from './broken-bodies.ts';
import type { Wait } from './wait.ts';

/** A question for a task with a fault, and what is needed to answer it badly. */
export interface Question {
  /** The id as it was asked. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Aborts when whoever asked has given up. */
  readonly signal: AbortSignal;
  readonly wait: Wait;
  /** The answer of the finished task, as JSON text: what the fault spoils. */
  readonly whole: () => Promise<string>;
}

export interface Fault {
  readonly id: string;
  readonly what: string;
  /** The first `times` questions meet the fault, later ones are answered as for a finished task. */
  readonly times: number;
  readonly answer: (question: Question) => Response | Promise<Response>;
}

/**
 * What can go wrong on the way, openly by id: ask any endpoint for one of these with any token.
 *
 * Each goes away after a few questions (`times`), so that one can watch a client recover. `-always` after the id keeps
 * it: `fault-500-always`. `.anything` after that is a task of its own, which starts from its first question: `fault-429.b`.
 */
export const FAULTS: readonly Fault[] = [
  fault('fault-429', '429 with Retry-After in seconds (6)', 1, () => tooMany('6')),
  fault('fault-429-date', '429 with Retry-After as a date, 6 s ahead', 1, ({ now }) =>
    tooMany(new Date(now + 6_000).toUTCString()),
  ),
  fault('fault-429-long', '429 with Retry-After of ten minutes, as the token endpoint sends', 1, () => tooMany('600')),
  fault('fault-429-odd', '429 with a Retry-After that nobody can read', 1, () => tooMany('soon')),
  fault('fault-429-bare', '429 without Retry-After', 1, () => problem(429, 'Too Many Requests', 'Slow down.')),
  fault('fault-503', '503 with Retry-After (5)', 1, () =>
    problem(503, 'Service Unavailable', 'The service is being updated.', { 'Retry-After': '5' }),
  ),
  fault('fault-500', '500 with ProblemDetails', 2, () =>
    problem(500, 'Internal Server Error', 'Something went wrong.'),
  ),
  fault('fault-500-empty', '500 without a body', 2, () => new Response(null, { status: 500 })),
  fault('fault-502', "502, the gateway's HTML page", 2, () => html('502 Bad Gateway', 502)),
  fault('fault-400', '400 with ProblemDetails', 1, () =>
    problem(400, 'Bad Request', 'The request was not understood.'),
  ),
  fault('fault-403', '403 with ProblemDetails', 1, () =>
    problem(403, 'Forbidden', 'This task belongs to someone else.'),
  ),
  fault('fault-404', '404 without a body', 1, () => new Response(null, { status: 404 })),
  fault('fault-html', '200 with an HTML page, as of a captive portal', 2, () => html('Sign in to the network', 200)),
  fault('fault-text', '200 with text that is no JSON', 2, () => plain('OK')),
  fault('fault-204', '204, no content', 2, () => new Response(null, { status: 204 })),
  fault(
    'fault-redirect',
    '302 to a sign-in page',
    2,
    () => new Response(null, { status: 302, headers: { Location: '/sign-in' } }),
  ),
  fault('fault-other-id', 'the answer of another task', 2, async ({ whole }) =>
    json((await whole()).replace(/"id":"[^"]*"/, '"id":"ffffffff-ffff-4fff-bfff-ffffffffffff"')),
  ),
  fault('fault-cut-json', 'JSON that ends in the middle, in a body that is whole', 2, async ({ whole }) => {
    const text = await whole();
    return json(text.slice(0, Math.floor(text.length / 2)));
  }),
  fault('fault-cut-body', 'the connection breaks in the middle of the body', 2, async ({ whole }) => {
    const text = await whole();
    return streamed(cutBody(text), { 'Content-Length': String(new TextEncoder().encode(text).length) });
  }),
  fault('fault-reset', 'the connection breaks before an answer', 2, () => Promise.reject(new ConnectionReset())),
  fault('fault-hang', 'no answer at all', 1, async ({ wait, signal }) => {
    await wait(Infinity, signal);
    return new Response(null);
  }),
  fault('fault-stall', 'half of the body, then silence', 1, async ({ whole, wait, signal }) =>
    streamed(stalledBody(await whole(), wait, signal)),
  ),
  fault('fault-slow', 'a whole answer in twelve pieces, one a second', Infinity, async ({ whole, wait, signal }) =>
    streamed(drippingBody(await whole(), 12, 1_000, wait, signal)),
  ),
  fault(
    'fault-hold',
    'a GET that holds for 8 s and then has the result, as the service may',
    Infinity,
    async ({ whole, wait, signal }) => {
      await wait(8_000, signal);
      return json(await whole());
    },
  ),
  fault('fault-huge', 'a body of 80 MiB', 1, () => streamed(hugeBody(80))),
];

function fault(id: string, what: string, times: number, answer: Fault['answer']): Fault {
  return { id, what, times, answer };
}

function tooMany(retryAfter: string): Response {
  return problem(429, 'Too Many Requests', 'API calls quota exceeded.', { 'Retry-After': retryAfter });
}

function streamed(body: ReadableStream<Uint8Array>, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } });
}
