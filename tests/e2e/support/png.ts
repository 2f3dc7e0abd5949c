import { PNG } from 'pngjs';
import type { Bytes } from '../../fixtures/images/bytes.ts';
import { makePng, pngChunk } from '../../fixtures/images/png.ts';

/** A picture in which no two neighbouring pixels are alike, so that a crop that is off by one shows. */
export function patterned(width: number, height: number, alpha = false, before: readonly Bytes[] = []): Buffer {
  const rows = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    rows.set([x * 7 + y * 3, x * 2 + y * 11, (x * 5) ^ (y * 13), alpha ? 1 + ((x * 3 + y) % 255) : 255], at * 4);
  }
  return Buffer.from(makePng({ width, height, rows, before }));
}

/** The same of 256 colours, some of them see-through. */
export function palettePattern(width: number, height: number): Buffer {
  const rows = Uint8Array.from({ length: width * height }, (_, at) => (at % width) * 7 + Math.floor(at / width) * 3);
  const colours = Uint8Array.from({ length: 768 }, (_, at) => (at * 37) & 255);
  const alphas = Uint8Array.from({ length: 256 }, (_, at) => 255 - (at & 127));
  const before = [pngChunk('PLTE', colours), pngChunk('tRNS', alphas)];
  return Buffer.from(makePng({ width, height, colour: 3, rows, before }));
}

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Straight RGBA of a box, by an independent decoder that leaves gAMA and profiles alone and expands palettes. */
export function pixelsOf(file: Uint8Array, box?: Box): Buffer {
  const png = PNG.sync.read(Buffer.from(file), { skipRescale: true });
  const { x1, y1, x2, y2 } = box ?? { x1: 0, y1: 0, x2: png.width, y2: png.height };
  const rows: Buffer[] = [];
  for (let y = y1; y < y2; y += 1) rows.push(png.data.subarray((y * png.width + x1) * 4, (y * png.width + x2) * 4));
  return Buffer.concat(rows);
}

/** The pixels turned by 90 degrees clockwise, as EXIF orientation 6 asks to show them. */
export function turnedClockwise(pixels: Buffer, width: number, height: number): Buffer {
  const turned = Buffer.alloc(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.copy(turned, (x * height + (height - 1 - y)) * 4, (y * width + x) * 4, (y * width + x + 1) * 4);
    }
  }
  return turned;
}
