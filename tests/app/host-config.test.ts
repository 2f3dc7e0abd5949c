import { expect, test } from 'vitest';
import { parseHostConfig, readHostConfig } from '../../src/app/host-config.ts';

const PAGE = 'http://localhost:4173/app/';
const PLAIN = { service: 'https://api.aspose.cloud', proxy: null, connections: ['direct', 'sample'] };

test('a host that forwards offers its server first, below its own address', () => {
  const config = parseHostConfig({ connections: { server: { base: 'ocr' } } }, PAGE);
  expect(config.proxy?.href).toBe('http://localhost:4173/app/ocr/');
  expect(config.connections).toEqual(['server', 'direct', 'sample']);
});

test.each(['https://evil.example/', '//evil.example', 'http://localhost:4174/', 'javascript:alert(1)'])(
  'a server elsewhere (%s) is not offered: it would get the token',
  (base) => {
    expect(parseHostConfig({ connections: { server: { base } } }, PAGE)).toEqual(PLAIN);
  },
);

test('what a host switches off is absent', () => {
  const config = parseHostConfig({ connections: { server: null, direct: false, sample: true } }, PAGE);
  expect(config.connections).toEqual(['sample']);
});

test('of the address of another service only the origin counts', () => {
  expect(parseHostConfig({ service: 'https://ocr.example/v5?x=1', connections: {} }, PAGE).service).toBe(
    'https://ocr.example',
  );
});

test.each([null, 'text', [], {}, { connections: 7 }, { service: 'no address', connections: {} }])(
  'a config.json that holds %j offers what needs no host',
  (value) => {
    expect(parseHostConfig(value, PAGE)).toEqual(PLAIN);
  },
);

test('config.json is asked for beside the page', async () => {
  const asked: string[] = [];
  const config = await readHostConfig(async (url) => {
    asked.push(String(url instanceof Request ? url.url : url));
    return Response.json({ connections: { server: { base: '.' } } });
  }, PAGE);
  expect(asked).toEqual(['http://localhost:4173/app/config.json']);
  expect(config.connections).toContain('server');
});

test.each<[string, () => Promise<Response>]>([
  ['is not there', () => Promise.resolve(new Response('', { status: 404 }))],
  ['is a web page', () => Promise.resolve(new Response('<html>'))],
  ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
])('a config.json that %s is no reason not to start', async (_, fetch) => {
  expect(await readHostConfig(fetch, PAGE)).toEqual(PLAIN);
});
