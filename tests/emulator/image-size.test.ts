import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageSize } from '../../src/emulator/image-size.ts';

const side = fc.integer({ min: 1, max: 16_383 });

describe('the size of an image from its header', () => {
  test.each<[string, (width: number, height: number) => Buffer]>([
    ['PNG', (w, h) => bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', be32(w), be32(h))],
    ['GIF', (w, h) => bytes('GIF89a', le16(w), le16(h))],
    ['BMP', (w, h) => bytes('BM', '\0'.repeat(16), le32(w), le32(h))],
    ['BMP from the top down', (w, h) => bytes('BM', '\0'.repeat(16), le32(w), le32(-h))],
    ['JPEG', (w, h) => bytes('\xff\xd8\xff\xe0\0\x05abc\xff\xc4\0\x03x\xff\xc2\0\x11\x08', be16(h), be16(w))],
    ['WebP, lossy', (w, h) => bytes('RIFF\0\0\0\0WEBPVP8 ', '\0'.repeat(10), le16(w), le16(h))],
    ['WebP, lossless', (w, h) => bytes('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f', le32((w - 1) | ((h - 1) << 14)))],
    [
      'WebP, extended',
      (w, h) => bytes('RIFF\0\0\0\0WEBPVP8X', '\0'.repeat(8), le32(w - 1).slice(0, 3), le32(h - 1).slice(0, 3)),
    ],
  ])('%s', (_name, header) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageSize(header(width, height))).toEqual({ width, height });
      }),
    );
  });

  test('is unknown for anything else, however it begins', () => {
    const magic = fc.constantFrom('', '\x89PNG\r\n', 'GIF8', 'BM', '\xff\xd8', 'RIFF\0\0\0\0WEBPVP8');
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 12 }), (start, rest) => {
        const size = imageSize(Buffer.concat([bytes(start), rest]));
        expect(size === null || (Number.isInteger(size.width) && Number.isInteger(size.height))).toBe(true);
      }),
    );
    expect(imageSize(new Uint8Array())).toBeNull();
    expect(imageSize(bytes('%PDF-1.7 and so on, for a while'))).toBeNull();
  });
});

function bytes(...parts: readonly string[]): Buffer {
  return Buffer.from(parts.join(''), 'latin1');
}
function be16(value: number): string {
  return String.fromCharCode((value >> 8) & 255, value & 255);
}
function le16(value: number): string {
  return String.fromCharCode(value & 255, (value >> 8) & 255);
}
function be32(value: number): string {
  return be16(value >>> 16) + be16(value & 65_535);
}
function le32(value: number): string {
  return le16(value & 65_535) + le16(value >>> 16);
}
