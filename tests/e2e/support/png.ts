import { PNG } from 'pngjs';

/** A picture in which no two neighbouring pixels are alike, so that a crop that is off by one shows. */
export function patterned(width: number, height: number, alpha = false): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      png.data[at] = (x * 7 + y * 3) & 255;
      png.data[at + 1] = (x * 2 + y * 11) & 255;
      png.data[at + 2] = (x * 5) ^ ((y * 13) & 255);
      png.data[at + 3] = alpha ? 1 + ((x * 3 + y) % 255) : 255;
    }
  }
  return PNG.sync.write(png);
}

/** Puts a chunk before the first IDAT. */
export function withChunk(file: Buffer, type: string, data: Buffer): Buffer {
  const before = file.indexOf('IDAT') - 4;
  return Buffer.concat([file.subarray(0, before), chunk(type, data), file.subarray(before)]);
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Straight RGBA of a box, by an independent decoder. pngjs leaves gAMA alone and expands palettes. */
export function pixelsOf(file: Uint8Array, box?: Box): Buffer {
  const png = PNG.sync.read(Buffer.from(file));
  const { x1, y1, x2, y2 } = box ?? { x1: 0, y1: 0, x2: png.width, y2: png.height };
  const rows: Buffer[] = [];
  for (let y = y1; y < y2; y += 1) rows.push(png.data.subarray((y * png.width + x1) * 4, (y * png.width + x2) * 4));
  return Buffer.concat(rows);
}
