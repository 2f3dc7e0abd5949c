import fc from 'fast-check';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { PixelBox } from '../../src/image/image-source.ts';
import { openImage } from '../../src/image/open-image.ts';
import { readBands } from '../../src/image/pixel-bands.ts';
import { closeBands } from '../../src/image/pixel-bands.ts';
import { sharePixels } from '../../src/image/share-pixels.ts';
import { dispose } from '../../src/workers/run.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { makePng } from '../fixtures/images/png.ts';

/** More than a band of two megapixels. */
const WIDTH = 1200;
const HEIGHT = 2400;

afterAll(dispose);
afterEach(() => vi.unstubAllGlobals());

function openNoise(colour: 2 | 6) {
  const rows = noise(WIDTH * HEIGHT * (colour === 6 ? 4 : 3), 50);
  return openImage(new Blob([makePng({ width: WIDTH, height: HEIGHT, colour, rows })]), 'page.png');
}

it.each([
  ['half-transparent', 6, 2],
  ['opaque', 2, 1],
] as const)('any box of an %s picture is the same from its bands', async (_, colour, count) => {
  const source = await openNoise(colour);
  const bands = (await sharePixels(source)) ?? [];
  expect(bands.length).toBe(count);
  const boxes = fc.tuple(fc.nat(WIDTH - 1), fc.nat(HEIGHT - 1), fc.nat(), fc.nat()).map(([x, y, w, h]): PixelBox => ({
    x,
    y,
    width: (w % Math.min(90, WIDTH - x)) + 1,
    height: (h % (HEIGHT - y)) + 1,
  }));
  await fc.assert(
    fc.asyncProperty(boxes, async (box) => {
      const [shared, read] = await Promise.all([readBands(bands, box), source.read(box)]);
      expect(shared.length).toBe(read.rgba.length);
      expect(shared.every((value, at) => value === read.rgba[at])).toBe(true);
    }),
    { numRuns: 25 },
  );
  await expect(readBands(bands, { x: 0, y: HEIGHT - 1, width: 1, height: 2 })).rejects.toThrow(RangeError);
  closeBands(bands);
  source.dispose();
});

/** Every frame that is made from now on; one that is closed has no format any more. */
function framesMade(): VideoFrame[] {
  const made: VideoFrame[] = [];
  const Original = VideoFrame;
  class Counted extends Original {
    constructor(image: ImageBitmap, init: VideoFrameInit) {
      super(image, init);
      made.push(this);
    }
  }
  vi.stubGlobal('VideoFrame', Counted);
  return made;
}

it('a frame that gives back other numbers than were decoded is not used, and is closed', async () => {
  const source = await openNoise(2);
  const read: typeof source.read = async (box) => {
    const pixels = await source.read(box);
    pixels.rgba[5] = (pixels.rgba[5] ?? 0) ^ 1;
    return pixels;
  };
  const made = framesMade();
  expect(await sharePixels({ whole: () => source.whole(), read })).toBeNull();
  expect([made.length, made.every(({ format }) => format === null)]).toEqual([2, true]);
  source.dispose();
});

it('stops between bands when asked to, and leaves none', async () => {
  const source = await openNoise(6);
  const stop = new AbortController();
  const made = framesMade();
  const sharing = sharePixels(source, stop.signal);
  setTimeout(() => stop.abort(new Error('enough')), 0);
  await expect(sharing).rejects.toThrow('enough');
  expect(made.every(({ format }) => format === null)).toBe(true);
  source.dispose();
});
