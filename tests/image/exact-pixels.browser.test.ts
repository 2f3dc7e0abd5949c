import { afterAll, describe, expect, it } from 'vitest';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { tinyAvif } from '../fixtures/images/avif.ts';
import { makeBmp } from '../fixtures/images/bmp.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { makeGif } from '../fixtures/images/gif.ts';
import { CHRM, gamma, iccp, makePng, pngChunk } from '../fixtures/images/png.ts';

const WIDTH = 61;
const HEIGHT = 37;
const COUNT = WIDTH * HEIGHT;

afterAll(dispose);

async function readAll(bytes: BlobPart, name: string) {
  const source = await openImage(new Blob([bytes]), name);
  try {
    const { rgba } = await source.read({ x: 0, y: 0, ...source.stored });
    return { rgba: new Uint8Array(rgba), source };
  } finally {
    source.dispose();
  }
}

/** Straight RGBA from samples that a function picks. */
function rgbaOf(pick: (at: number) => readonly [number, number, number, number]): Uint8Array {
  return Uint8Array.from(Array.from({ length: COUNT }, (_, at) => pick(at)).flat());
}

const RGB = noise(COUNT * 3, 2);
const rgbAt = (at: number): [number, number, number, number] => [
  RGB[at * 3] ?? 0,
  RGB[at * 3 + 1] ?? 0,
  RGB[at * 3 + 2] ?? 0,
  255,
];
const OPAQUE = rgbaOf(rgbAt);

describe('pixels come back as the file holds them', () => {
  it.each([
    ['plain', []],
    ['gamma 0.55', [gamma(1 / 0.55)]],
    ['gamma and primaries', [gamma(1), CHRM]],
    ['a colour profile that swaps red and blue', [iccp()]],
    ['sRGB', [pngChunk('sRGB', [0])]],
  ])('RGB PNG, %s', async (_, before) => {
    const png = makePng({ width: WIDTH, height: HEIGHT, colour: 2, rows: RGB, before });
    const { rgba, source } = await readAll(png, 'a.png');
    expect(rgba).toEqual(OPAQUE);
    expect(source.lossless).toBe(true);
  });

  it.each([
    ['plain', []],
    ['with gamma', [gamma(0.55)]],
    ['with a colour profile', [iccp()]],
  ])('PNG with partial alpha, %s', async (_, before) => {
    const rows = noise(COUNT * 4, 3);
    const { rgba } = await readAll(makePng({ width: WIDTH, height: HEIGHT, rows, before }), 'a.png');
    expect(rgba).toEqual(new Uint8Array(rows));
  });

  it('colours under full transparency survive', async () => {
    const rows = noise(COUNT * 4, 4);
    for (let at = 3; at < rows.length; at += 4) rows[at] = 0;
    const { rgba } = await readAll(makePng({ width: WIDTH, height: HEIGHT, rows }), 'a.png');
    expect(rgba).toEqual(new Uint8Array(rows));
  });

  it('palette PNG with transparent entries', async () => {
    const plte = noise(768, 5);
    const trns = noise(256, 6);
    const rows = noise(COUNT, 7);
    const png = makePng({
      width: WIDTH,
      height: HEIGHT,
      colour: 3,
      rows,
      before: [pngChunk('PLTE', plte), pngChunk('tRNS', trns)],
    });
    const wanted = rgbaOf((at) => {
      const index = rows[at] ?? 0;
      return [plte[index * 3] ?? 0, plte[index * 3 + 1] ?? 0, plte[index * 3 + 2] ?? 0, trns[index] ?? 0];
    });
    expect((await readAll(png, 'a.png')).rgba).toEqual(wanted);
  });

  it('RGB PNG with one transparent colour', async () => {
    const png = makePng({
      width: WIDTH,
      height: HEIGHT,
      colour: 2,
      rows: RGB,
      before: [pngChunk('tRNS', [0, RGB[0] ?? 0, 0, RGB[1] ?? 0, 0, RGB[2] ?? 0])],
    });
    const { rgba } = await readAll(png, 'a.png');
    const wanted = OPAQUE.slice();
    wanted[3] = 0;
    expect(rgba).toEqual(wanted);
  });

  it('gray PNG, and gray with alpha', async () => {
    const gray = noise(COUNT, 8);
    const plain = makePng({ width: WIDTH, height: HEIGHT, colour: 0, rows: gray, before: [gamma(0.4)] });
    expect((await readAll(plain, 'a.png')).rgba).toEqual(
      rgbaOf((at) => [gray[at] ?? 0, gray[at] ?? 0, gray[at] ?? 0, 255]),
    );
    const both = noise(COUNT * 2, 9);
    const alpha = makePng({ width: WIDTH, height: HEIGHT, colour: 4, rows: both });
    expect((await readAll(alpha, 'a.png')).rgba).toEqual(
      rgbaOf((at) => [both[at * 2] ?? 0, both[at * 2] ?? 0, both[at * 2] ?? 0, both[at * 2 + 1] ?? 0]),
    );
  });

  it('black and white PNG of one bit a pixel', async () => {
    const line = Math.ceil(WIDTH / 8);
    const rows = noise(line * HEIGHT, 10);
    const bit = (at: number) =>
      ((rows[Math.floor(at / WIDTH) * line + ((at % WIDTH) >> 3)] ?? 0) >> (7 - ((at % WIDTH) & 7))) & 1;
    const { rgba } = await readAll(makePng({ width: WIDTH, height: HEIGHT, depth: 1, colour: 0, rows }), 'a.png');
    expect(rgba).toEqual(rgbaOf((at) => [bit(at) * 255, bit(at) * 255, bit(at) * 255, 255]));
  });

  it('16-bit PNG is read within one step of eight bits, and says so', async () => {
    const rows = noise(COUNT * 8, 11);
    const { rgba, source } = await readAll(makePng({ width: WIDTH, height: HEIGHT, depth: 16, rows }), 'a.png');
    const off = rgba.map((value, at) =>
      Math.abs(value - Math.round((((rows[at * 2] ?? 0) * 256 + (rows[at * 2 + 1] ?? 0)) * 255) / 65_535)),
    );
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
    expect(source.lossless).toBe(false);
    expect(source.notes).toContain('16 bits a channel are read as 8.');
  });

  it.each([true, false])('BMP, rows from the top: %s', async (topDown) => {
    const { rgba, source } = await readAll(makeBmp(WIDTH, HEIGHT, RGB, topDown), 'a.bmp');
    expect(rgba).toEqual(OPAQUE);
    expect(source.type).toBe('bmp');
  });

  it('GIF: the first frame of two, and says so', async () => {
    const palette = noise(768, 12);
    const indices = [...noise(COUNT, 13)];
    const frame = { width: WIDTH, height: HEIGHT, indices };
    const gif = makeGif(WIDTH, HEIGHT, palette, [frame, { ...frame, indices: indices.map(() => 0) }]);
    const { rgba, source } = await readAll(gif, 'a.gif');
    expect(rgba).toEqual(
      rgbaOf((at) => {
        const index = (indices[at] ?? 0) * 3;
        return [palette[index] ?? 0, palette[index + 1] ?? 0, palette[index + 2] ?? 0, 255];
      }),
    );
    expect(source.notes).toContain('Animated: the first of 2 frames is shown.');
  });

  it('GIF whose first frame is larger than its screen, or leaves some of it free', async () => {
    const palette = noise(768, 14);
    const larger = await readAll(makeGif(4, 4, palette, [square(6, 5)]), 'a.gif');
    expect(larger.source.stored).toEqual({ width: 6, height: 5 });
    const smaller = await readAll(makeGif(6, 6, palette, [square(2, 2, { x: 1, y: 1 })]), 'a.gif');
    expect(smaller.source.stored).toEqual({ width: 6, height: 6 });
    expect([...smaller.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect([...smaller.rgba.subarray(28, 32)]).toEqual([...palette.subarray(0, 3), 255]);
  });

  it('lossless WebP', async () => {
    const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(OPAQUE), WIDTH, HEIGHT), 0, 0);
    const file = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
    const { rgba, source } = await readAll(await file.arrayBuffer(), 'a.webp');
    expect(rgba).toEqual(OPAQUE);
    expect(source.lossless).toBe(true);
    expect(source.type).toBe('webp');
  });

  it('AVIF opens', async () => {
    const { source, rgba } = await readAll(tinyAvif(), 'a.avif');
    expect(source.stored).toEqual({ width: 2, height: 2 });
    expect(rgba.length).toBe(16);
  });

  it('a box inside the picture, and none outside', async () => {
    const png = makePng({ width: WIDTH, height: HEIGHT, colour: 2, rows: RGB });
    const source = await openImage(new Blob([png]), 'a.png');
    const { rgba } = await source.read({ x: 7, y: 11, width: 3, height: 2 });
    const wanted = [0, 1, 2, WIDTH, WIDTH + 1, WIDTH + 2].flatMap((step) => rgbAt(11 * WIDTH + 7 + step));
    expect([...rgba]).toEqual(wanted);
    await expect(source.read({ x: 60, y: 0, width: 2, height: 1 })).rejects.toThrow(RangeError);
    await expect(source.read({ x: 0.5, y: 0, width: 2, height: 1 })).rejects.toThrow('does not lie inside');
    source.dispose();
    await expect(source.read({ x: 0, y: 0, width: 1, height: 1 })).rejects.toThrow('closed');
  });
});

/** A frame whose pixels count up through the palette. */
function square(width: number, height: number, place: { x?: number; y?: number } = {}) {
  return { width, height, indices: Array.from({ length: width * height }, (_, at) => at), ...place };
}

describe('pictures larger than one piece', () => {
  const width = 5_000;
  const height = 900;

  it.each([
    ['opaque', 2],
    ['with alpha', 6],
  ])('%s, every pixel', async (_, colour) => {
    const rows = noise(width * height * (colour === 2 ? 3 : 4), 15);
    const { rgba, source } = await readAll(makePng({ width, height, colour, rows }), 'a.png');
    let wrong = 0;
    for (let at = 0; at < width * height; at += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const wanted = colour === 6 ? rows[at * 4 + channel] : channel === 3 ? 255 : rows[at * 3 + channel];
        if (rgba[at * 4 + channel] !== wanted) wrong += 1;
      }
    expect(wrong).toBe(0);
    expect(source.notes).toEqual([]);
  });

  it('a small scale is drawn from a smaller copy, a large one from the picture itself', async () => {
    const rows = noise(width * height, 16);
    const source = await openImage(new Blob([makePng({ width, height, colour: 0, rows })]), 'a.png');
    const all = { x1: 0, y1: 0, x2: width, y2: height };
    const [near] = source.picture(all, 1);
    const [far] = source.picture(all, 0.2);
    expect(near?.bitmap.width).toBe(width);
    expect(far?.bitmap.width).toBeGreaterThanOrEqual(1_000);
    expect(far?.bitmap.width).toBeLessThan(width);
    expect(far?.at).toEqual({ x: 0, y: 0, width, height });
    source.dispose();
    expect(source.picture(all, 1)).toEqual([]);
  });

  it('reading stops when asked to', async () => {
    const rows = noise(width * height, 17);
    const source = await openImage(new Blob([makePng({ width, height, colour: 0, rows })]), 'a.png');
    const stop = new AbortController();
    const reading = source.read({ x: 0, y: 0, width, height }, stop.signal);
    stop.abort();
    await expect(reading).rejects.toThrow('aborted');
    source.dispose();
  });
});
