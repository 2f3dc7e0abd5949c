import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { sha256Hex } from '../../src/workers/jobs/sha256.ts';

it.each([0, 1, 55, 56, 63, 64, 65, 4_096, 8_191, 8_192, 70_000])('%i bytes hash as everywhere', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) & 255);
  expect(await sha256Hex(() => bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('any bytes hash as everywhere, also those that are a part of more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(9), async (bytes, from) => {
      const part = bytes.subarray(from);
      expect(await sha256Hex(() => part)).toBe(createHash('sha256').update(part).digest('hex'));
    }),
  );
});

it('outside a secure context there is no hash, and nothing is read for it', async () => {
  const read = vi.fn<() => Uint8Array<ArrayBuffer>>();
  expect([await sha256Hex(read, {}), read.mock.calls.length]).toEqual([null, 0]);
});
