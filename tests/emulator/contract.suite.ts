import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../../src/core/samples/catalog.ts';
import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { A_TRUTH } from './a-truth.ts';

/** One way to reach the emulator. */
export interface Mount {
  readonly ask: typeof fetch;
  /** Address in front of the contract's paths. */
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** The envelope of an answer, as the contract has it. */
interface TaskJson {
  readonly id: string | null;
  readonly taskStatus: string;
  readonly responseStatusCode: string;
  readonly results: readonly { readonly type: string; readonly data: string }[] | null;
  readonly error: unknown;
}

const TOKEN = { Authorization: 'Bearer anything' };
const START = Date.UTC(2026, 0, 1, 12);

/** What the contract says, whichever way the emulator is asked. */
export function contractSuite(mount: (options: EmulatorOptions) => Promise<Mount>): void {
  describe("the service's contract", () => {
    test('a sample ages from Pending through Processing to Completed', async () => {
      await using service = await started(mount);
      const id = SAMPLES[0]?.detection ?? '';
      const seen: unknown[] = [];
      for (const at of [0, 1_000, 2_500, 4_750]) {
        service.setAge(at);
        const answer = await service.task('DetectRegions', id);
        seen.push([answer.taskStatus, answer.responseStatusCode, answer.results === null]);
      }
      expect(seen).toEqual([
        ['Pending', 'NoAnyResultData', true],
        ['Pending', 'NoAnyResultData', true],
        ['Processing', 'NotReady', true],
        ['Completed', 'Ok', false],
      ]);
    });

    test('detection sends all rectangles in one entry of type Other', async () => {
      await using service = await started(mount);
      expect(await service.task('DetectRegions', 'task-at-once')).toEqual({
        id: 'task-at-once',
        responseStatusCode: 'Ok',
        taskStatus: 'Completed',
        results: [{ type: 'Other', data: btoa('[[0, 8, 697, 441], [10, 450, 300, 470], [310, 450, 600, 470]]') }],
        error: null,
      });
    });

    test('recognition sends one entry per region, UTF-8 within Base64', async () => {
      await using service = await started(mount);
      const { results } = await service.task('RecognizeRegions', 'task-at-once');
      expect(results).toEqual([
        { type: 'Text', data: 'QWxsIG1lbiBsaXZlIGVudmVsb3BlZCBpbiB3aGFsZS1saW5lcy4=' },
        { type: 'Text', data: 'R3LDtsOfZQ==' },
        { type: 'Text', data: '' },
      ]);
    });

    test('a detection id is unknown to the recognition endpoint', async () => {
      await using service = await started(mount);
      const answer = await service.task('RecognizeRegions', SAMPLES[0]?.detection ?? '');
      expect(answer).toMatchObject({ taskStatus: 'NotExist', responseStatusCode: 'TaskNotFound', results: null });
    });

    test('an unknown id and a malformed one are answered with 200', async () => {
      await using service = await started(mount);
      const unknown = await service.get('DetectRegions', 'a371d027-4b0d-4d86-8825-c8d818dd4ed9');
      expect([unknown.status, await unknown.json()]).toMatchObject([200, { taskStatus: 'NotExist', error: null }]);
      const malformed = await service.get('DetectRegions', '(drop table users;)');
      expect([malformed.status, await malformed.json()]).toMatchObject([
        200,
        { taskStatus: 'Error', results: null, error: { messages: ['Invalid identifier'] } },
      ]);
    });

    test.each(['', '?id=', '?id=%20'])('without an id (%s) it answers an HTTP error', async (query) => {
      await using service = await started(mount);
      const response = await service.ask(`/v5.0/ocr/DetectRegions${query}`, { headers: TOKEN });
      expect([response.status, await response.json()]).toMatchObject([400, { detail: 'The id field is required.' }]);
    });

    test('paths are found in any case, ids in any case and in braces', async () => {
      await using service = await started(mount);
      const id = (SAMPLES[0]?.recognition ?? '').toUpperCase();
      const response = await service.ask(`/V5.0/OCR/recognizeregions?id={${id}}`, { headers: TOKEN });
      expect(await response.json()).toMatchObject({ taskStatus: 'Pending', id: `{${id}}` });
    });

    test.each([
      [
        'status-error',
        'task-error',
        { taskStatus: 'Error', results: null, error: { messages: [expect.any(String), expect.any(String)] } },
      ],
      ['an error that is plain text', 'task-error-string', { taskStatus: 'Error', error: expect.any(String) }],
      [
        'warnings beside results',
        'task-warnings',
        { taskStatus: 'Completed', results: [{}], error: { warnings: [expect.any(String)] } },
      ],
      ['no data', 'task-no-data', { taskStatus: 'Completed', responseStatusCode: 'ResultDataLost', results: null }],
      ['no such task', 'task-notexist', { taskStatus: 'NotExist', results: null }],
      [
        'the all-zero id',
        '00000000-0000-0000-0000-000000000000',
        { responseStatusCode: 'PartiallyNotFound', results: null },
      ],
      [
        'for ever pending',
        'task-pending',
        { taskStatus: 'Pending', responseStatusCode: 'NoAnyResultData', results: null },
      ],
    ])('a finished task shows %s', async (_what, id, expected) => {
      await using service = await started(mount);
      await service.task('DetectRegions', id);
      service.setAge(20_000);
      expect(await service.task('DetectRegions', id)).toMatchObject(expected);
    });

    test('data that comes late is there at the third question', async () => {
      await using service = await started(mount);
      const results: unknown[] = [];
      for (let i = 0; i < 3; i += 1) results.push((await service.task('DetectRegions', 'task-late-data')).results);
      expect(results).toEqual([null, null, [{ type: 'Other', data: expect.any(String) }]]);
    });

    test('a posted image becomes a task that ages and has rectangles within the image', async () => {
      await using service = await started(mount);
      const body = JSON.stringify({ image: btoa(gifHeader(400, 300)), settings: { language: 'English' } });
      const posted = await service.ask('/v5.0/ocr/DetectRegions', { method: 'POST', headers: TOKEN, body });
      const id = await posted.text();
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(posted.headers.get('Content-Type')).toMatch(/^text\/plain/);
      expect(await service.task('DetectRegions', id)).toMatchObject({ taskStatus: 'Pending' });
      service.setAge(5_000);
      const [entry] = (await service.task('DetectRegions', id)).results ?? [];
      const rectangles: readonly number[][] = JSON.parse(atob(entry?.data ?? ''));
      expect(rectangles.length).toBeGreaterThan(3);
      for (const [x1 = -1, y1 = -1, x2 = -1, y2 = -1] of rectangles) {
        expect(0 <= x1 && x1 < x2 && x2 <= 400 && 0 <= y1 && y1 < y2 && y2 <= 300).toBe(true);
      }
    });

    test('posted regions get one text each, the lower order first', async () => {
      await using service = await started(mount);
      const rect = { topLeftX: 0, topLeftY: 0, bottomRightX: 300, bottomRightY: 100 };
      const settings = {
        regions: [
          { rect, order: 2 },
          { rect, order: 1 },
          { rect, order: 3 },
        ],
      };
      const body = JSON.stringify({ image: btoa('BM'), settings });
      const posted = await service.ask('/v5.0/ocr/RecognizeRegions', { method: 'POST', headers: TOKEN, body });
      const id = await posted.text();
      await service.task('RecognizeRegions', id);
      service.setAge(5_000);
      const texts = ((await service.task('RecognizeRegions', id)).results ?? []).map(({ data }) =>
        new TextDecoder().decode(Uint8Array.from(atob(data), (c) => c.charCodeAt(0))),
      );
      expect(texts).toHaveLength(3);
      expect(texts[1]).toBe('Call me Ishmael.');
    });

    test.each([
      ['no JSON', 'image=1', 'The request body is not JSON.'],
      ['no image', '{"settings":{}}', /^image: /],
      ['no settings', '{"image":"AAAA"}', /^settings: /],
      ['an image that is no Base64', '{"image":"***","settings":{}}', 'image: is not Base64.'],
      [
        'a corner that is a text',
        '{"image":"AAAA","settings":{"regions":[{"rect":{"topLeftX":"a"}}]}}',
        /^settings\.regions\.0\.rect\.topLeftX: /,
      ],
    ])('a POST with %s is refused by name', async (_what, body, detail) => {
      await using service = await started(mount);
      const response = await service.ask('/v5.0/ocr/RecognizeRegions', { method: 'POST', headers: TOKEN, body });
      expect(response.status).toBe(400);
      const refused: { readonly detail: string } = await response.json();
      expect(refused.detail).toMatch(detail);
    });

    test('a sample that cannot be loaded is an error of the service, with the reason', async () => {
      await using service = await started(mount, () => Promise.reject(new Error('The disk is gone.')));
      const response = await service.get('DetectRegions', 'task-at-once');
      expect([response.status, await response.json()]).toMatchObject([500, { detail: 'The disk is gone.' }]);
    });

    test('DELETE answers 200 without a body, and the task is gone', async () => {
      await using service = await started(mount);
      await service.task('DetectRegions', 'task-at-once');
      const deleted = await service.ask('/v5.0/ocr/DetectRegions?id=task-at-once', {
        method: 'DELETE',
        headers: TOKEN,
      });
      expect([deleted.status, await deleted.text()]).toEqual([200, '']);
      expect(await service.task('DetectRegions', 'task-at-once')).toMatchObject({
        taskStatus: 'NotExist',
        results: null,
      });
    });

    test('results live 24 hours, and a built-in task that nobody watches starts over after a minute', async () => {
      await using service = await started(mount);
      const id = SAMPLES[1]?.detection ?? '';
      await service.task('DetectRegions', id);
      service.setAge(50_000);
      expect(await service.task('DetectRegions', id)).toMatchObject({ taskStatus: 'Completed' });
      service.setAge(50_000 + 61_000);
      expect(await service.task('DetectRegions', id)).toMatchObject({ taskStatus: 'Pending' });

      const body = JSON.stringify({ image: btoa('BM'), settings: {} });
      const posted = await (
        await service.ask('/v5.0/ocr/DetectRegions', { method: 'POST', headers: TOKEN, body })
      ).text();
      service.setAge(23 * 3_600_000);
      expect(await service.task('DetectRegions', posted)).toMatchObject({ taskStatus: 'Completed' });
      service.setAge(25 * 3_600_000);
      expect(await service.task('DetectRegions', posted)).toMatchObject({ taskStatus: 'NotExist' });
    });

    test.each([
      ['no token', {}, 401, /^$/],
      ['another scheme', { Authorization: 'Basic YTpi' }, 401, /^$/],
      ['an expired token', { Authorization: 'Bearer expired' }, 401, /"title":"Unauthorized"/],
      ['a wrong token', { Authorization: 'Bearer wrong' }, 401, /"requestId":.*"code":"errorAuthorization"/],
      ['a gateway with pages', { Authorization: 'Bearer html' }, 401, /^<!DOCTYPE html>/],
      ['a gateway without words', { Authorization: 'Bearer empty' }, 401, /^$/],
      ['a subscription that is too small', { Authorization: 'Bearer forbidden' }, 403, /"title":"Forbidden"/],
      ['a JWT whose time is over', { Authorization: `Bearer ${jwt(START / 1_000 - 1)}` }, 401, /expired at/],
    ])('turns away %s', async (_what, headers: Record<string, string>, status, body) => {
      await using service = await started(mount);
      const response = await service.ask('/v5.0/ocr/DetectRegions?id=task-at-once', { headers });
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(body);
    });

    test('a JWT is good until its last second', async () => {
      await using service = await started(mount);
      const headers = { Authorization: `Bearer ${jwt(START / 1_000 + 10)}` };
      const ask = async (): Promise<number> =>
        (await service.ask('/v5.0/ocr/DetectRegions?id=task-at-once', { headers })).status;
      expect(await ask()).toBe(200);
      service.setAge(10_000);
      expect(await ask()).toBe(401);
    });

    test('other paths are 404, other methods 405', async () => {
      await using service = await started(mount);
      expect((await service.ask('/v5.0/ocr/RecognizePdf?id=1', { headers: TOKEN })).status).toBe(404);
      expect(
        (await service.ask('/v5.0/ocr/DetectRegions?id=1', { method: 'PUT', headers: TOKEN, body: '' })).status,
      ).toBe(405);
    });

    test.each([
      ['fault-429', 1, 429, '6'],
      ['fault-429-date', 1, 429, 'Thu, 01 Jan 2026 12:00:06 GMT'],
      ['fault-429-long', 1, 429, '600'],
      ['fault-429-odd', 1, 429, 'soon'],
      ['fault-429-bare', 1, 429, null],
      ['fault-503', 1, 503, '5'],
      ['fault-500', 2, 500, null],
      ['fault-500-empty', 2, 500, null],
      ['fault-502', 2, 502, null],
      ['fault-400', 1, 400, null],
      ['fault-403', 1, 403, null],
      ['fault-404', 1, 404, null],
      ['fault-204', 2, 204, null],
    ])('%s: %i times %i with Retry-After %s, then the result', async (id, times, status, retryAfter) => {
      await using service = await started(mount);
      for (let i = 0; i < times; i += 1) {
        const response = await service.get('DetectRegions', id);
        expect([response.status, response.headers.get('Retry-After')]).toEqual([status, retryAfter]);
        await response.text();
      }
      expect(await service.task('DetectRegions', id)).toMatchObject({ id, taskStatus: 'Completed' });
    });

    test('a fault stays with -always, and starts anew under another suffix', async () => {
      await using service = await started(mount);
      const statuses: number[] = [];
      for (const id of ['fault-404-always', 'fault-404-always', 'fault-404.a', 'fault-404.a', 'fault-404.b'])
        statuses.push((await service.get('DetectRegions', id)).status);
      expect(statuses).toEqual([404, 404, 404, 200, 404]);
    });

    test.each(['fault-html', 'fault-text', 'fault-cut-json'])('%s is 200 and no JSON', async (id) => {
      await using service = await started(mount);
      const response = await service.get('DetectRegions', id);
      expect(response.status).toBe(200);
      const text = await response.text();
      expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    });

    test('fault-other-id answers for another task', async () => {
      await using service = await started(mount);
      expect(await service.task('DetectRegions', 'fault-other-id')).toMatchObject({
        id: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
        taskStatus: 'Completed',
      });
    });

    test('fault-reset breaks the connection before an answer, fault-cut-body within it', async () => {
      await using service = await started(mount);
      await expect(service.get('DetectRegions', 'fault-reset')).rejects.toThrow(TypeError);
      const cut = await service.get('DetectRegions', 'fault-cut-body');
      expect(cut.status).toBe(200);
      await expect(cut.text()).rejects.toThrow(TypeError);
    });

    test('a redirect that must not be followed is a network error', async () => {
      await using service = await started(mount);
      await expect(service.get('DetectRegions', 'fault-redirect')).rejects.toThrow(TypeError);
    });

    test('fault-hang gives no answer, and ends with the abort', async () => {
      await using service = await started(mount);
      const controller = new AbortController();
      const hanging = service.get('DetectRegions', 'fault-hang', controller.signal);
      controller.abort();
      await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    });

    test('fault-stall gives half of a body, and ends with the abort', async () => {
      await using service = await started(mount);
      const controller = new AbortController();
      const response = await service.get('DetectRegions', 'fault-stall', controller.signal);
      const reader = response.body?.getReader();
      const first = await reader?.read();
      expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"id":"fault-stall"/);
      const more = reader?.read();
      controller.abort();
      await expect(more).rejects.toMatchObject({ name: 'AbortError' });
    });

    test('fault-slow and fault-hold take their time and are whole', async () => {
      await using service = await started(mount);
      expect(await service.task('DetectRegions', 'fault-slow')).toMatchObject({ taskStatus: 'Completed' });
      expect(service.waited()).toEqual(Array.from({ length: 11 }, () => 1_000));
      expect(await service.task('DetectRegions', 'fault-hold')).toMatchObject({ taskStatus: 'Completed' });
      expect(service.waited().at(-1)).toBe(8_000);
    });
  });
}

/** A mount whose clock is set by the test, and whose waits are noted and not waited for, except those without an end. */
async function started(
  mount: (options: EmulatorOptions) => Promise<Mount>,
  loadTruth: EmulatorOptions['loadTruth'] = () => Promise.resolve(A_TRUTH),
) {
  let age = 0;
  const waits: number[] = [];
  const mounted = await mount({
    now: () => START + age,
    newId: () => crypto.randomUUID(),
    loadTruth,
    wait: (ms, signal) => {
      waits.push(ms);
      return ms === Infinity ? aborted(signal) : Promise.resolve();
    },
  });
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    mounted.ask(`${mounted.base}${path}`, { redirect: 'error', ...init });
  const get = (endpoint: string, id: string, signal?: AbortSignal): Promise<Response> =>
    ask(`/v5.0/ocr/${endpoint}?id=${encodeURIComponent(id)}`, { headers: TOKEN, ...(signal && { signal }) });
  return {
    ask,
    get,
    task: async (endpoint: string, id: string): Promise<TaskJson> => (await get(endpoint, id)).json(),
    setAge: (ms: number) => void (age = ms),
    waited: () => waits,
    [Symbol.asyncDispose]: mounted.close,
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), { once: true });
  });
}

function jwt(exp: number): string {
  return `${jwtPart({ alg: 'RS256' })}.${jwtPart({ exp })}.c2ln`;
}

function jwtPart(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll('=', '');
}

/** The header of a GIF, as a binary string. */
function gifHeader(width: number, height: number): string {
  return `GIF89a${String.fromCharCode(width & 255, width >> 8, height & 255, height >> 8)}\0\0\0`;
}
