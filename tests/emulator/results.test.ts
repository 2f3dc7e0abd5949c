import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64OfBytes, rectanglesEntry, textEntry } from '../../src/emulator/results.ts';

test('rectangles are written as in the documentation of the service', () => {
  expect(rectanglesEntry([[0, 8, 697, 441]])).toEqual({ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' });
});

test('any text comes back from its Base64 as UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Buffer.from(textEntry(text).data ?? '', 'base64').toString('utf8')).toBe(text);
    }),
  );
});

test('long data has no padding in its middle', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 256);
  expect(base64OfBytes(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
