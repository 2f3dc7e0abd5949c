import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { pngStream } from '../../../src/core/export/png-stream.ts';

/** Whole rows, some at a time. */
async function* bandsOf(rgba: Uint8ClampedArray<ArrayBuffer>, bytes: number) {
  for (let at = 0; at < rgba.length; at += bytes) yield rgba.slice(at, at + bytes);
}

function fileOf(
  size: { width: number; height: number },
  rgba: Uint8ClampedArray<ArrayBuffer>,
  rows: number,
  chunks = new Uint8Array(0),
): Promise<Buffer> {
  return allOf(pngStream(size, chunks, bandsOf(rgba, rows * size.width * 4)));
}

async function allOf(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of file) parts.push(part);
  return Buffer.concat(parts);
}

async function* broken() {
  yield new Uint8ClampedArray(12);
  throw new Error('no more pixels');
}

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 30 }), kind: fc.nat(2) })
  .chain(({ width, height, kind }) =>
    fc.record({
      size: fc.constant({ width, height }),
      rows: fc.integer({ min: 1, max: 9 }),
      // Noise, a slope, and a flat page: each wants another filter.
      rgba: fc
        .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
        .map((noise) =>
          Uint8ClampedArray.from(noise, (byte, at) => (kind === 0 ? byte : kind === 1 ? (at * 7) % 256 : 255)),
        ),
    }),
  );

it('is read by others as the pixels it was made of, whatever the bands', async () => {
  await fc.assert(
    fc.asyncProperty(pictures, async ({ size, rows, rgba }) => {
      const { width, height, data } = PNG.sync.read(await fileOf(size, rgba, rows));
      expect({ width, height }).toEqual(size);
      expect(Buffer.from(rgba).equals(data)).toBe(true);
    }),
  );
});

it('carries colour chunks before the pixels, and is the same twice', async () => {
  const size = { width: 3, height: 2 };
  const rgba = new Uint8ClampedArray(24).fill(77);
  const gamma = Uint8Array.from([0, 0, 0, 4, 103, 65, 77, 65, 0, 0, 177, 143, 11, 252, 97, 5]);
  const file = await fileOf(size, rgba, 1, gamma);
  expect(file.indexOf('gAMA')).toBeGreaterThan(0);
  expect(file.indexOf('gAMA')).toBeLessThan(file.indexOf('IDAT'));
  expect(PNG.sync.read(file).gamma).toBeCloseTo(0.45455, 5);
  expect((await fileOf(size, rgba, 1, gamma)).equals(file)).toBe(true);
});

it('fails as its pixels do, and not with half a file', async () => {
  await expect(allOf(pngStream({ width: 3, height: 9 }, new Uint8Array(0), broken()))).rejects.toThrow(
    'no more pixels',
  );
});
