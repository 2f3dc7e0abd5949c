/** A gray scan as a PNG with a palette: one byte a pixel, and yet the tone of the paper and of the ink. */
import { crc32, deflateSync } from 'node:zlib';

/**
 * @param {Uint8Array} gray one byte a pixel
 * @param {{ paper: number[], ink: number[] }} look the colours at the ends of the scale
 * @returns {Buffer} the file
 */
export function tonedPng(gray, width, height, look) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette(look)),
    chunk('IDAT', deflateSync(filtered(gray, width, height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 256 tones through ink and paper, each with the luminance of its index. */
function palette({ ink, paper }) {
  const [dark, light] = [luminance(ink), luminance(paper)];
  return Buffer.from(
    Array.from({ length: 256 }, (_, level) => {
      const share = (level - dark) / (light - dark);
      return [0, 1, 2].map((c) => Math.round(Math.min(255, Math.max(0, ink[c] + (paper[c] - ink[c]) * share))));
    }).flat(),
  );
}

function luminance([red, green, blue]) {
  return red * 0.299 + green * 0.587 + blue * 0.114;
}

/** Each row by the filter that leaves the smallest differences: neighbouring indices are neighbouring tones. */
function filtered(gray, width, height) {
  const rows = [];
  const empty = new Uint8Array(width);
  for (let y = 0; y < height; y += 1) {
    const row = gray.subarray(y * width, (y + 1) * width);
    const above = y > 0 ? gray.subarray((y - 1) * width, y * width) : empty;
    const candidates = [
      [1, row.map((value, x) => value - (row[x - 1] ?? 0))],
      [2, row.map((value, x) => value - above[x])],
      [3, row.map((value, x) => value - (((row[x - 1] ?? 0) + above[x]) >> 1))],
    ];
    const [best] = candidates.toSorted((a, b) => weight(a[1]) - weight(b[1]));
    rows.push(Buffer.from([best[0]]), Buffer.from(best[1]));
  }
  return Buffer.concat(rows);
}

function weight(bytes) {
  let sum = 0;
  for (const byte of bytes) sum += byte < 128 ? byte : 256 - byte;
  return sum;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
