import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/core/ocr/contract.ts';
import { createProxy } from '../../src/server/proxy.ts';
import { listenOnLoopback } from './loopback-server.ts';

const DETECT = '/v5.0/ocr/DetectRegions';

describe('the proxy', () => {
  test('passes an answer on as it is', async () => {
    await using way = await through((_incoming, outgoing) => {
      outgoing.writeHead(429, {
        'Content-Type': 'text/plain',
        'Retry-After': '7',
        'Set-Cookie': 'a=b',
        'X-Powered-By': 'x',
      });
      outgoing.end('Größe');
    });
    const answer = await way.ask(`${DETECT}?id=1`);
    expect([answer.status, answer.headers['retry-after'], answer.headers['content-type'], answer.body]).toEqual([
      429,
      '7',
      'text/plain',
      'Größe',
    ]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('sends on the token and what describes the body, and nothing else of the page or the person', async () => {
    let received: IncomingHttpHeaders = {};
    let host = '';
    await using way = await through((incoming, outgoing) => {
      received = incoming.headers;
      host = incoming.headers.host ?? '';
      outgoing.end();
    });
    await way.ask(`${DETECT}?id=1`, {
      headers: {
        Authorization: 'Bearer secret',
        Accept: 'application/json',
        Origin: way.origin,
        Referer: `${way.origin}/`,
        Cookie: 'session=1',
        'Sec-Fetch-Site': 'same-origin',
        'X-Forwarded-For': '10.0.0.1',
        'Accept-Language': 'de',
        'User-Agent': 'somebody',
      },
    });
    expect(received).toEqual({
      authorization: 'Bearer secret',
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'Regionscope',
      connection: 'close',
      host,
    });
    expect(`http://${host}`).toBe(way.upstream);
  });

  test('sends the id only, escaped, to the path as the contract writes it', async () => {
    const asked: (string | undefined)[] = [];
    await using way = await through((incoming, outgoing) => {
      asked.push(incoming.url);
      outgoing.end();
    }, '/below/');
    await way.ask('/V5.0/ocr/recognizeregions?id=a%26b%3Dc%20d&host=evil.example');
    await way.ask(DETECT);
    expect(asked).toEqual(['/below/v5.0/ocr/RecognizeRegions?id=a%26b%3Dc+d', '/below/v5.0/ocr/DetectRegions']);
  });

  test.each(ENDPOINTS)('passes $name on', async ({ path }) => {
    const asked: (string | undefined)[] = [];
    await using way = await through((incoming, outgoing) => {
      asked.push(incoming.url);
      outgoing.end();
    });
    expect((await way.ask(`${path.toLowerCase()}?id=1`)).status).toBe(200);
    expect(asked).toEqual([`${path}?id=1`]);
  });

  test('POST takes its body along, DELETE its method', async () => {
    await using way = await through((incoming, outgoing) => {
      void text(incoming).then((body) =>
        outgoing.end(`${String(incoming.method)} ${String(incoming.headers['content-type'])} ${body}`),
      );
    });
    const body = JSON.stringify({ image: 'A'.repeat(300_000), settings: {} });
    const posted = await way.ask(DETECT, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect(posted.body).toBe(`POST application/json ${body}`);
    expect((await way.ask(`${DETECT}?id=1`, { method: 'DELETE' })).body).toBe('DELETE undefined ');
  });

  test.each([
    '/',
    '/connect/token',
    '/v5.0/ocr/RecognizeAndParseInvoice?id=1',
    '/v5/RecognizePdf?id=1',
    '/v5.0/ocr/DetectRegions/',
    '/x/v5.0/ocr/DetectRegions?id=1',
    '//evil.example/v5.0/ocr/DetectRegions?id=1',
    'http://evil.example/v5.0/ocr/DetectRegions?id=1',
    '/v5.0/ocr/../ocr/DetectRegions?id=1',
    '/v5.0/ocr/DetectRegions%3Fid=1',
  ])('refuses the path %s and asks nobody', async (path) => {
    let asked = 0;
    await using way = await through((_incoming, outgoing) => {
      asked += 1;
      outgoing.end();
    });
    const answer = await way.ask(path);
    expect([answer.status, asked]).toEqual([404, 0]);
    expect(JSON.parse(answer.body)).toEqual({ source: 'regionscope', reason: expect.any(String) });
  });

  test.each(['PUT', 'PATCH', 'OPTIONS', 'HEAD'])('refuses the method %s', async (method) => {
    await using way = await through((_incoming, outgoing) => outgoing.end());
    const answer = await way.ask(`${DETECT}?id=1`, { method });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, POST, DELETE']);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each([
    ['another page', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://localhost:1' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a page elsewhere that needs no Origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a name that was bent to this machine', { Host: 'evil.example' }],
    ['a name that only looks local', { Host: 'localhost.evil.example' }],
    ['a host that is none', { Host: 'localhost@evil.example' }],
  ])('refuses %s', async (_who, headers) => {
    let asked = 0;
    await using way = await through((_incoming, outgoing) => {
      asked += 1;
      outgoing.end();
    });
    const answer = await way.ask(`${DETECT}?id=1`, { headers });
    expect([answer.status, asked]).toEqual([403, 0]);
    expect(JSON.parse(answer.body)).toEqual({ source: 'regionscope', reason: expect.any(String) });
  });

  test.each(['localhost', '127.0.0.1', '[::1]', 'regionscope.localhost', '192.168.1.7'])(
    'answers as %s',
    async (name) => {
      await using way = await through((_incoming, outgoing) => outgoing.end('fine'));
      const host = `${name}:${String(way.port)}`;
      const answer = await way.ask(`${DETECT}?id=1`, { headers: { Host: host, Origin: `http://${host}` } });
      expect([answer.status, answer.body]).toEqual([200, 'fine']);
    },
  );

  test.each([301, 302, 303, 307, 308])('answers a redirect (%i) with 502, and never follows it', async (status) => {
    let asked = 0;
    await using way = await through((_incoming, outgoing) => {
      asked += 1;
      outgoing.writeHead(status, { Location: '/elsewhere' });
      outgoing.end();
    });
    const answer = await way.ask(`${DETECT}?id=1`);
    expect([answer.status, asked]).toEqual([502, 1]);
    expect(answer.headers).not.toHaveProperty('location');
    expect(JSON.parse(answer.body)).toEqual({
      source: 'regionscope',
      reason: expect.stringContaining(`redirect (HTTP ${String(status)})`),
    });
  });

  test.each([
    ['a status that HTTP does not have', 'HTTP/1.1 099 What\r\nContent-Length: 2\r\n\r\nok'],
    ['a status of nothing', 'HTTP/1.1 000 What\r\nContent-Length: 2\r\n\r\nok'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'],
  ])('answers %s with 502, and lives on', async (_what, bytes) => {
    await using way = await through((incoming) => void incoming.socket.end(bytes));
    for (let time = 0; time < 2; time += 1) {
      const answer = await way.ask(`${DETECT}?id=1`);
      expect(answer.status).toBe(502);
      expect(JSON.parse(answer.body)).toEqual({ source: 'regionscope', reason: expect.stringContaining('no answer') });
    }
  });

  test.each(['GET', 'DELETE'])('a body that %s brings along is not sent on as a second request', async (method) => {
    const asked: string[] = [];
    await using way = await through((incoming, outgoing) => {
      asked.push(`${String(incoming.method)} ${String(incoming.url)}`);
      outgoing.end(JSON.stringify(incoming.headers));
    });
    const headers = { 'Transfer-Encoding': 'chunked', 'Content-Type': 'text/plain' };
    const body = 'GET /v5.0/ocr/RecognizePdf?id=2 HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await way.ask(`${DETECT}?id=1`, { method, headers, body });
    expect(asked).toEqual([`${method} ${DETECT}?id=1`]);
    expect(JSON.parse(answer.body)).not.toHaveProperty('content-type');
  });

  test('answers 502 with the reason when nobody is there', async () => {
    const gone = await listenOnLoopback(() => undefined);
    await gone.close();
    const proxy = await listenOnLoopback(createProxy(new URL(gone.origin)));
    const answer = await asked(proxy.port, `${DETECT}?id=1`);
    await proxy.close();
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      502,
      { source: 'regionscope', reason: `${gone.origin} could not be reached (ECONNREFUSED).` },
    ]);
  });

  test('answers 502 when the connection breaks before an answer, and breaks off where it breaks off after', async () => {
    await using way = await through((incoming, outgoing) => {
      if (incoming.url?.endsWith('=1')) return void incoming.socket.destroy();
      outgoing.writeHead(200, { 'Content-Length': '100' });
      return void outgoing.write('half', () => incoming.socket.destroy());
    });
    expect((await way.ask(`${DETECT}?id=1`)).status).toBe(502);
    await expect(way.ask(`${DETECT}?id=2`)).rejects.toThrow('aborted');
  });

  test('gives up upstream when the page gives up', async () => {
    const noticed = new EventEmitter();
    await using way = await through((_incoming, outgoing) => {
      outgoing.on('close', () => noticed.emit('closed', outgoing.writableFinished));
      noticed.emit('arrived');
    });
    const page = request({ port: way.port, host: '127.0.0.1', path: `${DETECT}?id=1` });
    page.on('error', () => undefined);
    page.end();
    await once(noticed, 'arrived');
    page.destroy();
    expect(await once(noticed, 'closed')).toEqual([false]);
  });

  test('passes a body on while it comes', async () => {
    const seen = new EventEmitter();
    await using way = await through((_incoming, outgoing) => {
      outgoing.write('first ');
      seen.once('first', () => outgoing.end('second'));
    });
    const response = await responseTo(request({ port: way.port, host: '127.0.0.1', path: `${DETECT}?id=1` }).end());
    const [first]: unknown[] = await once(response, 'data');
    expect(String(first)).toBe('first ');
    seen.emit('first');
    expect(await text(response)).toBe('second');
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A proxy in front of an upstream that answers as the listener does, both on loopback. */
async function through(listener: RequestListener, path = '') {
  const upstream = await listenOnLoopback(listener);
  const proxy = await listenOnLoopback(createProxy(new URL(upstream.origin + path)));
  return {
    origin: proxy.origin,
    port: proxy.port,
    upstream: upstream.origin,
    ask: (target: string, init: Asked = {}) => asked(proxy.port, target, init),
    [Symbol.asyncDispose]: async () => {
      await proxy.close();
      await upstream.close();
    },
  };
}

/** By node:http: `fetch` would tidy the path and refuse the headers that are of interest here. */
async function asked(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const outbound = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  outbound.end(body);
  const response = await responseTo(outbound);
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

function responseTo(outbound: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outbound.once('response', resolve);
    outbound.once('error', reject);
  });
}
