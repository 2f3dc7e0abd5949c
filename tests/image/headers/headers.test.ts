import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileBytes } from '../../../src/image/file-bytes.ts';
import { readHeader } from '../../../src/image/headers/index.ts';
import { ImageRefused, type ImageType } from '../../../src/image/image-source.ts';
import { sniff } from '../../../src/image/sniff.ts';
import { avifHeader, tinyAvif } from '../../fixtures/images/avif.ts';
import { makeBmp } from '../../fixtures/images/bmp.ts';
import { ascii, type Bytes, join, noise, u32be, u32le } from '../../fixtures/images/bytes.ts';
import { jpegWithExif, tiffWithOrientation, webpWithExif } from '../../fixtures/images/exif.ts';
import { makeGif } from '../../fixtures/images/gif.ts';
import { iccSegments, jpegHeader } from '../../fixtures/images/jpeg.ts';
import { gamma, iccProfile, makePng, pngChunk } from '../../fixtures/images/png.ts';

const VP8L = join(ascii('VP8L'), u32le(6), [0x2f, 99, 0x40, 0x0c, 0x10, 0]);
const WEBP = join(ascii('RIFF'), u32le(VP8L.length + 4), ascii('WEBP'), VP8L);

function headerOf(bytes: Bytes, type: ImageType) {
  return readHeader(type, fileBytes(new Blob([bytes])));
}

describe('headers tell size, depth and more without decoding', () => {
  it('PNG', async () => {
    const rows = noise(10 * 3 * 8);
    const before = [pngChunk('acTL', [...u32be(12), 0, 0, 0, 0]), gamma(0.5), pngChunk('eXIf', tiffWithOrientation(8))];
    const header = await headerOf(makePng({ width: 10, height: 3, depth: 16, rows, before }), 'png');
    expect(header).toMatchObject({
      size: { width: 10, height: 3 },
      bitsPerChannel: 16,
      alpha: true,
      frames: 12,
      orientation: 8,
      lossless: false,
    });
    expect(header.colourChunks).toEqual([gamma(0.5)]);
  });

  it('JPEG, with a profile in three parts that come out of order', async () => {
    const profile = iccProfile('RGB ');
    const parts = iccSegments(profile, 3).toReversed();
    const header = await headerOf(
      jpegWithExif(jpegHeader(4_000, 3_000, ...parts), tiffWithOrientation(6, false)),
      'jpeg',
    );
    expect(header).toMatchObject({
      size: { width: 4_000, height: 3_000 },
      orientation: 6,
      alpha: false,
      lossless: false,
    });
    expect(header.icc).toEqual(profile);
  });

  it('WebP, plain and extended', async () => {
    expect(await headerOf(WEBP, 'webp')).toMatchObject({
      size: { width: 100, height: 50 },
      alpha: true,
      lossless: true,
    });
    const extended = webpWithExif(WEBP, tiffWithOrientation(3), { width: 100, height: 50 });
    expect(await headerOf(extended, 'webp')).toMatchObject({ size: { width: 100, height: 50 }, orientation: 3 });
  });

  it('GIF', async () => {
    const frame = { width: 2, height: 2, indices: [0, 1, 2, 3] };
    const gif = makeGif(2, 2, noise(768), [frame, frame, frame]);
    expect(await headerOf(gif, 'gif')).toMatchObject({
      size: { width: 2, height: 2 },
      frames: 3,
      alpha: false,
      lossless: true,
    });
    const clear = makeGif(2, 2, noise(768), [{ ...frame, transparent: 1 }]);
    expect(await headerOf(clear, 'gif')).toMatchObject({ frames: 1, alpha: true });
  });

  it('BMP', async () => {
    expect(await headerOf(makeBmp(7, 5, noise(105), true), 'bmp')).toMatchObject({
      size: { width: 7, height: 5 },
      lossless: true,
    });
  });

  it('AVIF, its own turn included', async () => {
    expect(await headerOf(tinyAvif(), 'avif')).toMatchObject({
      size: { width: 2, height: 2 },
      bitsPerChannel: 8,
      alpha: false,
    });
    const turned = avifHeader({ width: 300, height: 200, irot: 1, alpha: true, bits: 10 });
    expect(await headerOf(turned, 'avif')).toMatchObject({
      size: { width: 200, height: 300 },
      bitsPerChannel: 10,
      alpha: true,
    });
    expect(await headerOf(avifHeader({ width: 300, height: 200, irot: 2 }), 'avif')).toMatchObject({
      size: { width: 300, height: 200 },
    });
  });
});

describe('whatever the bytes are, a header is read or refused in words', () => {
  const seeds: readonly (readonly [ImageType, Bytes])[] = [
    [
      'png',
      makePng({ width: 9, height: 9, rows: noise(324), before: [pngChunk('eXIf', tiffWithOrientation(5)), gamma(1)] }),
    ],
    ['jpeg', jpegWithExif(jpegHeader(30, 20, ...iccSegments(iccProfile('RGB '), 2)), tiffWithOrientation(7))],
    ['webp', webpWithExif(WEBP, tiffWithOrientation(2), { width: 100, height: 50 })],
    ['gif', makeGif(3, 3, noise(768), [{ width: 3, height: 3, indices: [0, 1, 2, 3, 4, 5, 6, 7, 8] }])],
    ['bmp', makeBmp(6, 6, noise(108))],
    ['avif', tinyAvif()],
  ];

  it.each(seeds)('%s with any bytes changed and any end cut', async (type, seed) => {
    const changes = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(seed.length), async (bytes, length) => {
        const broken = seed.slice(0, bytes.length % 3 === 0 ? length : seed.length);
        for (const [at, value] of bytes) if (at < broken.length) broken[at] = value;
        const outcome = await headerOf(broken, type).catch((error: unknown) => error);
        expect(outcome instanceof ImageRefused ? type : outcome).toSatisfy(
          (found) => found === type || (!(found instanceof Error) && found.type === type),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the type is what the first bytes say', () => {
  it.each([
    ['png', makePng({ width: 1, height: 1, rows: noise(4) })],
    ['jpeg', jpegHeader(1, 1)],
    ['webp', WEBP],
    ['gif', makeGif(1, 1, noise(768), [{ width: 1, height: 1, indices: [0] }])],
    ['bmp', makeBmp(1, 1, noise(3))],
    ['avif', tinyAvif()],
  ] as const)('%s, whatever the name', (type, bytes) => {
    expect(sniff(bytes, 'scan.txt')).toBe(type);
  });

  it('says how to convert a TIFF, with a command that is safe to paste', () => {
    const tiff = join(ascii('II*\0'), new Uint8Array(20));
    const todo = (name: string) => {
      try {
        return sniff(tiff, name);
      } catch (error) {
        return error instanceof ImageRefused ? error.todo : '';
      }
    };
    expect(todo('book-12.tif')).toContain('magick book-12.tif book-12.png');
    expect(todo('$(rm -rf ~).tif')).toContain('magick scan.tif scan.png');
    expect(todo('a.tif')).toContain('later version');
  });

  it('text in any script is called text, and noise is not', () => {
    expect(said(new TextEncoder().encode('Зовите меня Измаил.'.repeat(40)).slice(0, 511))).toContain('text file');
    expect(said(noise(400, 4))).not.toContain('text file');
  });
});

function said(bytes: Uint8Array): string {
  try {
    return sniff(bytes, 'x');
  } catch (error) {
    return String(error);
  }
}
