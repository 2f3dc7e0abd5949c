import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { type Mount, started } from './service.ts';

/** What goes wrong when a task id asks for it, by the names of `FAULTS`. */
export function faultsSuite(mount: (options: EmulatorOptions) => Promise<Mount>): void {
  describe('a fault', () => {
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
