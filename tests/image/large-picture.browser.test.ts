import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawPicture } from '../../src/canvas/picture.ts';
import type { Orientation } from '../../src/core/geometry/orientation.ts';
import type { Rect } from '../../src/core/geometry/space.ts';
import type { ImageSource, PicturePiece } from '../../src/image/image-source.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { MAX_TILE_BYTES } from '../../src/image/limits.ts';
import { openImage } from '../../src/image/open-image.ts';
import { TILE } from '../../src/image/pyramid.ts';
import { dispose } from '../../src/workers/run.ts';
import { jpegWithExif, tiffWithOrientation } from '../fixtures/images/exif.ts';
import { grayAt, largeGrayPng } from '../fixtures/images/large-png.ts';

const WIDTH = 12_000;
const HEIGHT = 16_000;
const STAGE = { width: 700, height: 500 };

let image: ImageSource;
/** Every bitmap that the page made, closed or not. */
let made: ImageBitmap[];

afterAll(dispose);

beforeEach(() => {
  made = [];
  const make = globalThis.createImageBitmap.bind(globalThis);
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...what: Parameters<typeof make>) => {
    const bitmap = await make(...what);
    made.push(bitmap);
    return bitmap;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const open = () => made.filter(({ width }) => width > 0).length;

/** What is drawn once nothing more comes. */
async function settled(source: ImageSource, seen: Rect<'image'>, scale: number): Promise<readonly PicturePiece[]> {
  let changed = true;
  const stop = source.onChange(() => {
    changed = true;
  });
  let pieces: readonly PicturePiece[] = [];
  while (changed) {
    changed = false;
    pieces = source.picture(seen, scale);
    // eslint-disable-next-line no-await-in-loop -- as frames follow one another
    await new Promise((later) => setTimeout(later, 0));
  }
  stop();
  return pieces;
}

function seenFrom(x: number, y: number, scale: number): Rect<'image'> {
  return { x1: x, y1: y, x2: x + STAGE.width / scale, y2: y + STAGE.height / scale };
}

function shownArea(pieces: readonly PicturePiece[]): number {
  return pieces.reduce((sum, { shown }) => sum + shown.width * shown.height, 0);
}

/** Of 4 x 4 pixels. */
function meanAt(x: number, y: number): number {
  let sum = 0;
  for (let at = 0; at < 16; at += 1) sum += grayAt(x + (at % 4), y + (at >> 2));
  return sum / 16;
}

/** The stage as the canvas draws it, on nothing. */
async function drawn(source: ImageSource, orientation: Orientation, x: number, y: number, scale: number) {
  const view = viewImage({ ...source, orientation }, 'upright');
  const canvas = document.createElement('canvas');
  canvas.width = STAGE.width;
  canvas.height = STAGE.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas.');
  const viewport = { scale, x: -x * scale, y: -y * scale };
  let frames = 0;
  for (let before = -1; before !== made.length || frames < 3; frames += 1) {
    before = made.length;
    context.clearRect(0, 0, STAGE.width, STAGE.height);
    drawPicture(context, view, viewport, STAGE, 1);
    // eslint-disable-next-line no-await-in-loop -- as frames follow one another
    await new Promise((later) => setTimeout(later, 0));
  }
  return context.getImageData(0, 0, STAGE.width, STAGE.height).data;
}

describe('a picture of 192 megapixels', () => {
  // Opened once: it takes a second.
  beforeAll(async () => {
    image = await openImage(await largeGrayPng(WIDTH, HEIGHT), 'large.png');
  });
  afterAll(() => image.dispose());

  it('is shown, and read, pixel by pixel as the file has it', async () => {
    expect(image.stored).toEqual({ width: WIDTH, height: HEIGHT });
    const [x, y] = [7411, 9683];
    const pixels = await drawn(image, 1, x, y, 1);
    const crop = await image.read({ x, y, ...STAGE });
    let wrong = 0;
    for (let at = 0; at < STAGE.width * STAGE.height; at += 1) {
      const wanted = grayAt(x + (at % STAGE.width), y + Math.floor(at / STAGE.width));
      if (pixels[at * 4] !== wanted || crop.rgba[at * 4 + 1] !== wanted) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  it('comes in pieces: something for all of the view at once, then tiles, and the same list at rest', async () => {
    const seen = seenFrom(5000, 5000, 1);
    const first = image.picture(seen, 1);
    const after = await settled(image, seen, 1);
    for (const pieces of [first, after]) expect(shownArea(pieces)).toBe(6 * TILE * TILE);
    expect(after.every(({ bitmap, at }) => bitmap.width === at.width)).toBe(true);
    expect(first.some(({ bitmap, at }) => bitmap.width < at.width)).toBe(true);
    expect(image.picture(seen, 1)).toBe(after);
    expect(image.picture({ ...seen, x1: seen.x1 + 3, x2: seen.x2 + 3 }, 1)).toBe(after);
    expect(made).toHaveLength(after.length);
  });

  it('what was sharp stays so while tiles of another size are on their way', async () => {
    await settled(image, seenFrom(9000, 1500, 0.4), 0.4);
    const closer = image.picture(seenFrom(9100, 1600, 0.8), 0.8);
    expect(closer.map(({ bitmap, at }) => at.width / bitmap.width)).toEqual(closer.map(() => 2));
    await settled(image, seenFrom(9100, 1600, 0.8), 0.8);

    const elsewhere = { x1: 2048, y1: 10_240, x2: 4096, y2: 12_288 };
    await settled(image, elsewhere, 0.8);
    const farther = image.picture(elsewhere, 0.4);
    expect(shownArea(farther)).toBe(2048 * 2048);
    expect(farther.map(({ bitmap, at }) => at.width / bitmap.width)).toEqual(farther.map(() => 1));
  });

  it('is shown from afar as the mean of its pixels, also where strips of it meet', async () => {
    const pieces = image.picture({ x1: 0, y1: 0, x2: WIDTH, y2: HEIGHT }, 0.25);
    expect(pieces).toMatchObject([{ bitmap: { width: 3000, height: 4000 }, shown: { width: WIDTH, height: HEIGHT } }]);
    const from = { x: 1000, y: 2100 };
    const pixels = await drawn(image, 1, from.x * 4, from.y * 4, 0.25);
    let most = 0;
    for (let y = 0; y < STAGE.height; y += 1)
      for (let x = 0; x < STAGE.width; x += 1)
        most = Math.max(
          most,
          Math.abs((pixels[(y * STAGE.width + x) * 4] ?? 0) - meanAt((from.x + x) * 4, (from.y + y) * 4)),
        );
    expect(most).toBeLessThan(2);
  });

  it.each([1, 8] as const)('leaves no gap between tiles of a coarser level, turned by %i', async (orientation) => {
    const pixels = await drawn(image, orientation, 3000.3, 5000.7, 0.377);
    expect(pixels.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    expect(made.length).toBeGreaterThan(1);
  });

  it('a screen of many tiles gets as many as can be kept', async () => {
    const pieces = image.picture({ x1: 0, y1: 0, x2: WIDTH, y2: HEIGHT }, 1);
    expect(shownArea(pieces)).toBe(WIDTH * HEIGHT);
    expect(pieces.length * TILE * TILE * 4 * 2).toBeLessThanOrEqual(MAX_TILE_BYTES);
  });

  it('holds a bounded number of tiles, and none when it is closed', async () => {
    const most = MAX_TILE_BYTES / (TILE * TILE * 4);
    for (let y = 0; y < 8000; y += 2048)
      for (let x = 0; x < WIDTH; x += 2048)
        // eslint-disable-next-line no-await-in-loop -- as the hand moves
        await settled(image, { x1: x, y1: y, x2: Math.min(x + 2048, WIDTH), y2: y + 2048 }, 1);
    expect(made.length).toBeGreaterThan(most);
    expect(open()).toBeLessThanOrEqual(most);
    expect(open()).toBeGreaterThan(most / 2);
    const whole = await image.whole();
    const [far] = image.picture(seenFrom(0, 0, 0.05), 0.05);
    image.dispose();
    expect(open()).toBe(0);
    expect([whole.width, far?.bitmap.width]).toEqual([0, 0]);
    expect(image.picture(seenFrom(0, 0, 1), 1)).toEqual([]);
  });
});

describe('tiles of a half transparent picture join without a seam, and nothing is drawn twice', () => {
  afterEach(() => image.dispose());

  it.each([
    [1, 0.813],
    [1, 1.619],
    [6, 1.37],
    [3, 0.731],
    [5, 2.71],
  ] as const)('orientation %i at %f', async (orientation, scale) => {
    const flat = new OffscreenCanvas(4500, 4200);
    const paint = flat.getContext('2d');
    if (!paint) throw new Error('This browser has no 2D canvas.');
    paint.fillStyle = 'rgba(90, 140, 200, 0.5)';
    paint.fillRect(0, 0, 4500, 4200);
    image = await openImage(await flat.convertToBlob(), 'flat.png');
    const pixels = new Uint32Array((await drawn(image, orientation, 1000.3, 1000.7, scale)).buffer);
    const [first = 0, ...others] = new Set(pixels);
    expect([first >>> 24, others]).toEqual([128, []]);
    expect(made.length).toBeGreaterThan(1);
  });
});

describe('a large JPEG', () => {
  afterEach(() => image.dispose());

  const size = { width: 5000, height: 4000 };
  const page = async () => {
    const canvas = new OffscreenCanvas(size.width, size.height);
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('This browser has no 2D canvas.');
    for (let x = 0; x < 10; x += 1) {
      paint.fillStyle = `rgb(${x * 25}, ${200 - x * 20}, 120)`;
      paint.fillRect(x * 500, 0, 500, 4000);
    }
    const jpeg = await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
    return new Blob([jpegWithExif(new Uint8Array(jpeg), tiffWithOrientation(6))]);
  };
  const all = { x1: 0, y1: 0, x2: size.width, y2: size.height };

  it('is shown small before it is whole, and never as EXIF would turn it', async () => {
    image = await openImage(await page(), 'page.jpg');
    let whole = false;
    void image.whole().then(() => (whole = true));
    const [early] = image.picture(all, 0.1);
    expect([whole, image.orientation, image.stored]).toEqual([false, 6, size]);
    expect((early?.bitmap.width ?? 0) / (early?.bitmap.height ?? 1)).toBeCloseTo(5 / 4, 2);
    expect(image.picture(all, 1)).toMatchObject([{ bitmap: { width: 2500, height: 2000 }, shown: size }]);

    let changes = 0;
    image.onChange(() => (changes += 1));
    const { rgba } = await image.read({ x: 1200, y: 700, width: 1, height: 1 });
    expect([whole, changes, (await image.whole()).width]).toEqual([true, 1, 5000]);
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (early) canvas?.drawImage(early.bitmap, -early.bitmap.width * 0.24, -early.bitmap.height * 0.175);
    const seen = canvas?.getImageData(0, 0, 1, 1).data ?? [];
    for (const channel of [0, 1, 2]) expect(Math.abs((seen[channel] ?? 0) - (rgba[channel] ?? 0))).toBeLessThan(4);
  });

  it('that is closed before it is whole tells whoever waits for it', async () => {
    image = await openImage(await page(), 'page.jpg');
    const waiting = [image.whole(), image.read({ x: 0, y: 0, width: 1, height: 1 })];
    image.dispose();
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(image.picture(all, 1)).toEqual([]);
  });
});
