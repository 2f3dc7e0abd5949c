import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/handler.ts';
import { type Mount, START, started, TOKEN } from './service.ts';

/** Who is turned away, and with which of the bodies that were seen. */
export function refusalsSuite(mount: (options: EmulatorOptions) => Promise<Mount>): void {
  describe('a request that is refused', () => {
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
      expect((await service.ask('/v5.0/ocr/DeskewImage?id=1', { headers: TOKEN })).status).toBe(404);
      expect(
        (await service.ask('/v5.0/ocr/DetectRegions?id=1', { method: 'PUT', headers: TOKEN, body: '' })).status,
      ).toBe(405);
    });
  });
}

function jwt(exp: number): string {
  return `${jwtPart({ alg: 'RS256' })}.${jwtPart({ exp })}.c2ln`;
}

function jwtPart(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll('=', '');
}
