import { afterAll, describe, expect, it } from 'vitest';
import type { CropFormat } from '../../src/core/export/crop-format.ts';
import { cropEncoder, cropRegion, imageFacts } from '../../src/image/crop.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { type Bytes, noise } from '../fixtures/images/bytes.ts';
import { jpegWithExif } from '../fixtures/images/exif.ts';
import { iccSegments } from '../fixtures/images/jpeg.ts';
import { CHRM, chunksOf, gamma, iccp, iccProfile, makePng, pngChunk, readPng } from '../fixtures/images/png.ts';

const WIDTH = 40;
const HEIGHT = 30;
const ROWS = noise(WIDTH * HEIGHT * 4, 21);
const CUT = { x1: 5, y1: 3, x2: 25, y2: 13 };
const ROW = { number: 7, cut: CUT, straight: null, reason: null };

afterAll(dispose);

async function viewOf(bytes: BlobPart, name = 'page 1.png') {
  return viewImage(await openImage(new Blob([bytes]), name), 'upright');
}

/** The same box of the rows the file was made from. */
function wanted(): number[] {
  const rgba: number[] = [];
  for (let y = CUT.y1; y < CUT.y2; y += 1)
    rgba.push(...ROWS.subarray((y * WIDTH + CUT.x1) * 4, (y * WIDTH + CUT.x2) * 4));
  return rgba;
}

async function bytesOf(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe('a PNG crop', () => {
  it('has the pixels of the file, partial alpha included, a hash and a name', async () => {
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, rows: ROWS }));
    const crop = await cropRegion(view, ROW, 'png');
    const bytes = await bytesOf(crop.blob);
    const { width, height, rgba } = readPng(bytes);
    expect([width, height]).toEqual([20, 10]);
    expect([...rgba]).toEqual(wanted());
    expect(crop.name).toBe('page 1-region-7.png');
    expect(crop.blob.type).toBe('image/png');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    expect(crop.sha256).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    view.source.dispose();
  });

  it('from the opaque part of a half-transparent picture has the pixels of the file', async () => {
    const rows = ROWS.map((value, at) => (at % 4 === 3 && at < WIDTH * 4 * 20 ? 255 : value));
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, rows, before: [gamma(0.45), iccp()] }));
    const { blob } = await cropRegion(view, ROW, 'png');
    const opaque = wanted().map((value, at) => (at % 4 === 3 ? 255 : value));
    expect([...readPng(await bytesOf(blob)).rgba]).toEqual(opaque);
    view.source.dispose();
  });

  it('carries the colour chunks of its source, before the pixels', async () => {
    const before = [gamma(0.45), CHRM, iccp()];
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, rows: ROWS, before }));
    const { blob } = await cropRegion(view, ROW, 'png');
    const chunks = chunksOf(await bytesOf(blob));
    expect(chunks.slice(0, 4).map(({ type }) => type)).toEqual(['IHDR', 'gAMA', 'cHRM', 'iCCP']);
    expect(chunks.slice(1, 4).map(({ whole }) => [...whole])).toEqual(before.map((chunk) => [...chunk]));
    expect([...readPng(await bytesOf(blob)).rgba]).toEqual(wanted());
    view.source.dispose();
  });

  it('leaves out a gray profile and a chunk with a wrong checksum', async () => {
    const broken = gamma(0.45);
    broken[11] = (broken[11] ?? 0) ^ 1;
    const rows = noise(WIDTH * HEIGHT, 22);
    const before = [iccp('GRAY'), broken, pngChunk('sRGB', [0])];
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, colour: 0, rows, before }));
    const { blob } = await cropRegion(view, ROW, 'png');
    expect(chunksOf(await bytesOf(blob)).map(({ type }) => type)).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND']);
    expect(view.source.notes.join(' ')).toContain('does not fit RGB');
    view.source.dispose();
  });

  it('of a JPEG has the pixels of this browser’s own decode, and its profile as iCCP', async () => {
    const profile = iccProfile('RGB ');
    const jpeg = await jpegOf();
    const withProfile = new Uint8Array([
      ...jpeg.subarray(0, 2),
      ...iccSegments(profile, 3).flatMap((part) => [...part]),
      ...jpeg.subarray(2),
    ]);
    const view = await viewOf(withProfile, 'a.jpg');
    const bytes = await bytesOf((await cropRegion(view, ROW, 'png')).blob);
    const own = await createImageBitmap(new Blob([withProfile]), { colorSpaceConversion: 'none' });
    const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d');
    context?.drawImage(own, 0, 0);
    const direct = context?.getImageData(CUT.x1, CUT.y1, 20, 10).data ?? [];
    expect([...readPng(bytes).rgba]).toEqual([...direct]);
    const chunk = chunksOf(bytes).find(({ type }) => type === 'iCCP');
    const packed = new Blob([(chunk?.data ?? new Uint8Array(0)).slice(13)]);
    const unpacked = await new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
    expect([...new Uint8Array(unpacked)]).toEqual([...profile]);
    expect(view.source.lossless).toBe(false);
    view.source.dispose();
  });

  it('of a JPEG in another colour space leaves its profile out and says so', async () => {
    const jpeg = await jpegOf();
    const parts = iccSegments(iccProfile('CMYK'), 1).flatMap((part) => [...part]);
    const view = await viewOf(new Uint8Array([...jpeg.subarray(0, 2), ...parts, ...jpeg.subarray(2)]), 'a.jpg');
    expect(view.source.colourChunks.length).toBe(0);
    expect(view.source.notes.join(' ')).toContain('profile is one for CMYK');
    view.source.dispose();
  });

  it('of a region without a cut is refused in words', async () => {
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, rows: ROWS }));
    const row = { number: 3, cut: null, straight: null, reason: 'not cut: the region has no area' };
    await expect(cropRegion(view, row, 'png')).rejects.toThrow('Region 3 is not cut: the region has no area.');
    view.source.dispose();
  });
});

describe('JPEG and WebP crops', () => {
  it.each([
    ['jpeg', 'image/jpeg', 'page 1-region-7.jpg'],
    ['webp', 'image/webp', 'page 1-region-7.webp'],
  ] as const)('%s has its type, its size and its name', async (format, mime, name) => {
    const view = await viewOf(makePng({ width: WIDTH, height: HEIGHT, rows: ROWS, before: [gamma(0.5)] }));
    const crop = await cropRegion(view, ROW, format);
    const decoded = await createImageBitmap(crop.blob);
    expect([crop.blob.type, crop.name, decoded.width, decoded.height]).toEqual([mime, name, 20, 10]);
    expect(crop.notes.join(' ')).toContain('colour profile of the image is not carried');
    expect(crop.notes.some((note) => note.includes('no transparency'))).toBe(format === 'jpeg');
    view.source.dispose();
  });

  it.each([
    ['jpeg', 65_501, '65,500'],
    ['webp', 16_384, '16,383'],
  ] as const)('%s of %i px is an error in words, not a shortened file', async (format: CropFormat, width, limit) => {
    const encode = cropEncoder({ colourChunks: new Uint8Array(0) }, format);
    const pixels = { width, height: 1, rgba: new Uint8ClampedArray(width * 4) };
    await expect(encode(pixels)).rejects.toThrow(`at most ${limit} px a side`);
  });

  it('webp of exactly its limit is whole', async () => {
    const encode = cropEncoder({ colourChunks: new Uint8Array(0) }, 'webp');
    const { bytes } = await encode({ width: 16_383, height: 2, rgba: new Uint8ClampedArray(16_383 * 8) });
    const decoded = await createImageBitmap(new Blob([bytes]));
    expect([decoded.width, decoded.height]).toEqual([16_383, 2]);
  });
});

describe('what a manifest says about the image', () => {
  it('names the choice of pixels, the EXIF number and the hash of the file', async () => {
    const file = jpegWithExif(await jpegOf(), new Uint8Array(0));
    const { source } = await viewOf(file, 'a.jpg');
    const facts = await imageFacts(viewImage(source, 'raw'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
    expect(facts).toMatchObject({
      name: 'a.jpg',
      width: WIDTH,
      height: HEIGHT,
      orientation: 'raw',
      exifOrientation: 1,
    });
    expect(facts.sha256).toBe([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    source.dispose();
  });
});

async function jpegOf(): Promise<Bytes> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const opaque = new Uint8ClampedArray(ROWS).map((value, at) => (at % 4 === 3 ? 255 : value));
  canvas.getContext('2d')?.putImageData(new ImageData(opaque, WIDTH, HEIGHT), 0, 0);
  return bytesOf(await canvas.convertToBlob({ type: 'image/jpeg' }));
}
