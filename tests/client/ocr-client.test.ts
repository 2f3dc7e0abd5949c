import { afterEach, describe, expect, it, vi } from 'vitest';
import { ENDPOINTS } from '../../src/core/ocr/contract.ts';
import { ask, CANARY, given, ID, problemOf, WHOLE } from './a-client.ts';
import { settle } from './fake-clock.ts';

afterEach(() => vi.restoreAllMocks());

describe('a request', () => {
  it('is sent as promised: no cookies, no cache, no redirect, no referrer, no Content-Type', async () => {
    const { client, asked } = given(() => new Response(WHOLE));
    await ask(client);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe(`https://api.example/v5.0/ocr/DetectRegions?id=${ID}`);
    expect(asked[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect([...new Headers(asked[0]?.init.headers)]).toEqual([
      ['accept', 'application/json'],
      ['authorization', `Bearer ${CANARY}`],
    ]);
  });

  it('carries an id with any characters as one parameter', async () => {
    const { client, asked } = given(() => new Response(WHOLE));
    await client.getTask('RecognizeRegions', 'a&b=c#d/../é', { signal: new AbortController().signal });
    const url = new URL(asked[0]?.url ?? '');
    expect([url.pathname, [...url.searchParams]]).toEqual(['/v5.0/ocr/RecognizeRegions', [['id', 'a&b=c#d/../é']]]);
  });

  it.each(ENDPOINTS)('goes to the path of $name', async ({ name, path }) => {
    const { client, asked } = given(() => new Response(WHOLE));
    await client.getTask(name, 'a', { signal: new AbortController().signal });
    expect(asked.map(({ url }) => url)).toEqual([`https://api.example${path}?id=a`]);
  });

  it('is not sent without a token', async () => {
    const { client, asked, token } = given(() => new Response(WHOLE));
    token.clear();
    expect(await ask(client)).toMatchObject({ kind: 'unauthorized', status: null });
    expect(asked).toHaveLength(0);
  });

  it('given up in the same turn is not sent: StrictMode mounts twice', async () => {
    const { client, asked } = given(() => new Response(WHOLE));
    const first = new AbortController();
    const gone = ask(client, first.signal);
    first.abort();
    await expect(gone).rejects.toThrow('aborted');
    expect(asked).toHaveLength(0);
  });
});

describe('an answer', () => {
  it('is what its body says, whatever its Content-Type', async () => {
    const { client } = given(() => new Response(WHOLE, { headers: { 'Content-Type': 'text/plain' } }));
    const outcome = await ask(client);
    expect(outcome).toMatchObject({ kind: 'answer', received: { task: { status: 'Pending' } } });
    expect(outcome.kind === 'answer' && new TextDecoder().decode(outcome.received.raw)).toBe(WHOLE);
  });

  it.each<[string, () => Response, object]>([
    ['an HTML page', () => new Response('<html></html>'), { fault: 'html' }],
    ['204', () => new Response(null, { status: 204 }), { fault: 'empty' }],
    ['cut JSON', () => new Response(WHOLE.slice(0, 30)), { fault: 'cut-json' }],
    ['another id', () => new Response(WHOLE.replace('a371', 'b371')), { fault: 'other-id' }],
    ['500', () => new Response('oh', { status: 500 }), { fault: 'server-error', status: 500 }],
    ['an HTML 502', () => new Response('<title>Bad Gateway</title>', { status: 502 }), { fault: 'server-error' }],
    [
      'a 502 of the local server',
      () => new Response('{"source":"regionscope","reason":"connection refused"}', { status: 502 }),
      { fault: 'proxy' },
    ],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
      { fault: 'redirect' },
    ],
  ])('that is %s may be better the next time', async (_, response, expected) => {
    const { client } = given(response);
    expect(await ask(client)).toMatchObject({ kind: 'transient', ...expected, problem: { where: 'Detection task' } });
  });

  it.each([400, 404, 405, 422])('%i is refused for good', async (status) => {
    const { client } = given(() => new Response('{"title":"The id field is required."}', { status }));
    const outcome = await ask(client);
    expect(outcome).toMatchObject({ kind: 'rejected', status });
    expect(problemOf(outcome)).toContain('The id field is required.');
  });

  it('that never reached the page may be CORS, and the page does not claim to know', async () => {
    const direct = await ask(given(unreachable).client);
    expect(direct).toMatchObject({ kind: 'transient', fault: 'unreachable', raw: null });
    expect(problemOf(direct)).toMatch(/CORS.*offline.*does not tell which/);
    expect(problemOf(await ask(given(unreachable, 'server').client))).toContain('server of this page');
  });
});

describe('401 and 403', () => {
  it.each([
    ['ProblemDetails as text', '{"type":"x","title":"Unauthorized","status":401}', 'Unauthorized'],
    [
      'the gateway',
      '{"requestId":"r","error":{"code":"errorAuthorization","message":"Unauthorized","description":"The authorization data is incorrect."}}',
      'authorization data is incorrect',
    ],
    ['nothing', '', '401'],
    ['HTML', '<html><title>Denied</title></html>', 'Denied'],
  ])('with a body that is %s refuse the token', async (_, body, said) => {
    const { client, asked, token } = given(
      () => new Response(body, { status: 401, headers: { 'Content-Type': 'text/plain' } }),
    );
    const outcome = await ask(client);
    expect(outcome).toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(problemOf(outcome)).toContain(said);
    expect(token.snapshot().standing).toBe('refused');
    await ask(client);
    expect(asked).toHaveLength(1);
  });

  it('end every other request of the token at once, those that wait included', async () => {
    const pending: ((response: Response) => void)[] = [];
    const { client, asked } = given(() => new Promise<Response>((resolve) => pending.push(resolve)));
    const attempts = Array.from({ length: 50 }, () => ask(client));
    await settle();
    expect(asked).toHaveLength(4);
    pending[0]?.(new Response(null, { status: 403 }));
    const outcomes = await Promise.all(attempts);
    expect(outcomes.every(({ kind }) => kind === 'unauthorized')).toBe(true);
    expect(asked).toHaveLength(4);
    expect(asked.slice(1).every(({ init }) => init.signal?.aborted)).toBe(true);
  });

  it('of an old token do not refuse the new one', async () => {
    const pending: ((response: Response) => void)[] = [];
    const { client, token } = given(() => new Promise<Response>((resolve) => pending.push(resolve)));
    const attempt = ask(client);
    await settle();
    token.set('another');
    pending[0]?.(new Response(null, { status: 401 }));
    await attempt;
    expect(token.snapshot().standing).toBe('usable');
  });

  it('never show the token, even if the service echoes it', async () => {
    const { client } = given(() => new Response(`{"title":"Bad token ${CANARY}"}`, { status: 401 }));
    const outcome = await ask(client);
    expect(problemOf(outcome)).toContain('Bad token [access token]');
  });
});

describe('429 and 503', () => {
  it('give the wait in seconds or as a date, and hold every task of the origin', async () => {
    const { client, clock, asked } = given(
      () => new Response('{"title":"Too Many Requests"}', { status: 429, headers: { 'Retry-After': '30' } }),
    );
    expect(await ask(client)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 30_000 });
    expect(client.held()).toEqual({ until: clock.now() + 30_000, notBefore: clock.now() + 30_000 });
    expect(await ask(client)).toEqual({ kind: 'held' });
    expect(asked).toHaveLength(1);
    await clock.advance(30_000);
    expect(client.held()).toBeNull();
  });

  it.each(['soon', '-1', null])('with Retry-After %j name no time', async (value) => {
    const { client, clock } = given(
      () => new Response(null, { status: 503, headers: value === null ? {} : { 'Retry-After': value } }),
    );
    expect(await ask(client)).toMatchObject({ kind: 'rate-limited', status: 503, retryAfterMs: null });
    expect(client.held()).toEqual({ until: clock.now() + 5_000, notBefore: clock.now() });
  });
});

function unreachable(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}
