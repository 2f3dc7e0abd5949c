import { afterAll, describe, expect, it } from 'vitest';
import type { Orientation } from '../../src/core/geometry/orientation.ts';
import type { ImageSource } from '../../src/image/image-source.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { jpegWithExif, tiffWithOrientation, webpWithExif } from '../fixtures/images/exif.ts';
import { type Bytes, noise } from '../fixtures/images/bytes.ts';
import { makePng, pngChunk } from '../fixtures/images/png.ts';

const WIDTH = 48;
const HEIGHT = 32;
const ALL: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

afterAll(dispose);

/** Left top red, right top green, left bottom blue, right bottom white. */
const CORNERS = { red: [255, 0, 0], green: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] } as const;
type Colour = keyof typeof CORNERS;
const STORED: readonly Colour[] = ['red', 'green', 'blue', 'white'];

/** Corners (left top, right top, left bottom, right bottom) as EXIF 2.32 says that each value is to be shown. */
const SHOWN: Readonly<Record<Orientation, readonly Colour[]>> = {
  1: ['red', 'green', 'blue', 'white'],
  2: ['green', 'red', 'white', 'blue'],
  3: ['white', 'blue', 'green', 'red'],
  4: ['blue', 'white', 'red', 'green'],
  5: ['red', 'blue', 'green', 'white'],
  6: ['blue', 'red', 'white', 'green'],
  7: ['white', 'green', 'blue', 'red'],
  8: ['green', 'white', 'red', 'blue'],
};

function quarters(): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const colour = STORED[(y * 2 >= HEIGHT ? 2 : 0) + (x * 2 >= WIDTH ? 1 : 0)] ?? 'white';
      rgba.set([...CORNERS[colour], 255], (y * WIDTH + x) * 4);
    }
  return rgba;
}

async function encoded(type: string): Promise<Bytes> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  canvas.getContext('2d')?.putImageData(new ImageData(quarters(), WIDTH, HEIGHT), 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 1 })).arrayBuffer());
}

async function fileOf(type: 'jpeg' | 'png' | 'webp', orientation: Orientation): Promise<Bytes> {
  const tiff = tiffWithOrientation(orientation, orientation % 2 === 0);
  if (type === 'png')
    return makePng({
      width: WIDTH,
      height: HEIGHT,
      rows: new Uint8Array(quarters()),
      before: [pngChunk('eXIf', tiff)],
    });
  const bytes = await encoded(`image/${type}`);
  return type === 'jpeg' ? jpegWithExif(bytes, tiff) : webpWithExif(bytes, tiff, { width: WIDTH, height: HEIGHT });
}

/** The colour nearest to each corner's middle, seen through a view. */
async function cornersOf(source: ImageSource, choice: 'upright' | 'raw'): Promise<(Colour | null)[]> {
  const view = viewImage(source, choice);
  const { width, height } = view.size;
  const corners: (Colour | null)[] = [];
  for (const [x, y] of [
    [4, 4],
    [width - 5, 4],
    [4, height - 5],
    [width - 5, height - 5],
  ] as const) {
    const { rgba } = await view.read({ x, y, width: 1, height: 1 });
    corners.push(
      STORED.find((colour) => CORNERS[colour].every((value, at) => Math.abs(value - (rgba[at] ?? 0)) < 30)) ?? null,
    );
  }
  return corners;
}

describe.each(['jpeg', 'png', 'webp'] as const)('EXIF in a %s', (type) => {
  it.each(ALL)('orientation %i is shown turned, and raw pixels are those stored', async (orientation) => {
    const source = await openImage(new Blob([await fileOf(type, orientation)]), `a.${type}`);
    expect(source.orientation).toBe(orientation);
    expect(source.stored).toEqual({ width: WIDTH, height: HEIGHT });
    expect(await cornersOf(source, 'upright')).toEqual(SHOWN[orientation]);
    expect(await cornersOf(source, 'raw')).toEqual(STORED);
    const { size } = viewImage(source, 'upright');
    expect(size).toEqual(orientation >= 5 ? { width: HEIGHT, height: WIDTH } : { width: WIDTH, height: HEIGHT });
    source.dispose();
  });
});

describe('turning moves pixels and changes none', () => {
  it.each(ALL)('orientation %i: any box of the view is that box of the whole view', async (orientation) => {
    const rows = noise(13 * 7 * 4, 3);
    const before = [pngChunk('eXIf', tiffWithOrientation(orientation))];
    const source = await openImage(new Blob([makePng({ width: 13, height: 7, rows, before })]), 'a.png');
    const view = viewImage(source, 'upright');
    const whole = await view.read({ x: 0, y: 0, ...view.size });
    const box = { x: 2, y: 1, width: 4, height: 5 };
    const part = await view.read(box);
    expect([part.width, part.height]).toEqual([4, 5]);
    const wanted: number[] = [];
    for (let y = 1; y < 6; y += 1)
      wanted.push(...whole.rgba.subarray((y * whole.width + 2) * 4, (y * whole.width + 6) * 4));
    expect([...part.rgba]).toEqual(wanted);
    expect([...whole.rgba].toSorted((a, b) => a - b)).toEqual([...rows].toSorted((a, b) => a - b));
    source.dispose();
  });
});

describe('a JPEG that ends early', () => {
  it('is refused, or says that rows may be missing', async () => {
    const whole = await encoded('image/jpeg');
    const outcome = await openImage(new Blob([whole.subarray(0, whole.length - 60)]), 'a.jpg').then(
      (source) => {
        source.dispose();
        return source.notes.join(' ');
      },
      (error: unknown) => String(error),
    );
    expect(outcome).toMatch(/may be cut off|could not decode/);
  });
});
