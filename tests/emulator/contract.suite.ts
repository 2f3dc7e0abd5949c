import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../../src/core/samples/catalog.ts';
import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { refusalsSuite } from './refusals.suite.ts';
import { faultsSuite } from './faults.suite.ts';
import { typedSuite } from './typed.suite.ts';
import { type Mount, started, TOKEN } from './service.ts';

/** What the contract says, whichever way the emulator is asked. */
export function contractSuite(mount: (options: EmulatorOptions) => Promise<Mount>): void {
  refusalsSuite(mount);
  faultsSuite(mount);
  typedSuite(mount);
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
  });
}

/** The header of a GIF, as a binary string. */
function gifHeader(width: number, height: number): string {
  return `GIF89a${String.fromCharCode(width & 255, width >> 8, height & 255, height >> 8)}\0\0\0`;
}
