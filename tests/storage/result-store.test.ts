import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/storage/result-store.ts';

const KEY = { connection: 'server', endpoint: 'DetectRegions', id: 'a' } as const;

describe('a stored result', () => {
  it('is the first that came, whatever comes later and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', '{A}'), fc.uint8Array({ maxLength: 8 })), { minLength: 1 }),
        async (received) => {
          const store = createMemoryStore();
          for (const [id, raw] of received)
            await store.keep({ ...KEY, id }, { raw: Uint8Array.from(raw), receivedAt: 1 });
          for (const id of ['a', 'b']) {
            const first = received.find(([given]) => given.replace(/[{}]/g, '').toLowerCase() === id);
            const found = await store.find({ ...KEY, id });
            expect(found && [...found.raw]).toEqual(first ? [...first[1]] : null);
          }
        },
      ),
    );
  });

  it('survives a transfer of the bytes that were put in or taken out', async () => {
    const store = createMemoryStore();
    const raw = new Uint8Array([1, 2, 3]);
    await store.keep(KEY, { raw, receivedAt: 1 });
    structuredClone(raw, { transfer: [raw.buffer] });
    const taken = await store.find(KEY);
    if (taken) structuredClone(taken.raw, { transfer: [taken.raw.buffer] });
    expect([...((await store.find(KEY))?.raw ?? [])]).toEqual([1, 2, 3]);
  });

  it('of one connection is none of another, and goes when the person wants it', async () => {
    const store = createMemoryStore();
    await store.keep(KEY, { raw: new Uint8Array(1), receivedAt: 1 });
    expect(await store.find({ ...KEY, connection: 'sample' })).toBeNull();
    await store.remove(KEY);
    expect(await store.find(KEY)).toBeNull();
  });
});
