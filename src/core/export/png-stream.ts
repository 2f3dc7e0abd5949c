import { concat } from '../concat.ts';
import type { Size } from '../geometry/space.ts';
import { crc32 } from './crc32.ts';
import { PngRows } from './png-rows.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bytes of one IDAT: less would be all headers. */
const IDAT_BYTES = 262_144;

/**
 * A PNG of 8-bit RGBA, made from the top down: memory holds a band of it and what is being compressed, however large it is.
 * PNG specification, 3rd edition, 5.6 and 10. Compressed by the browser, which does it beside the page.
 *
 * @param colourChunks whole chunks that give the numbers their colours; they stand before the pixels
 * @param bands straight RGBA, whole rows from the top, all of them
 * @throws what `bands` throws
 */
export async function* pngStream(
  { width, height }: Size,
  colourChunks: Uint8Array,
  bands: AsyncIterable<Uint8ClampedArray<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield concat(Uint8Array, [SIGNATURE, chunk('IHDR', headerOf(width, height)), colourChunks]);
  let loose: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of deflated(rowsOf(bands, width))) {
    loose.push(part);
    bytes += part.length;
    if (bytes < IDAT_BYTES) continue;
    yield chunk('IDAT', concat(Uint8Array, loose));
    loose = [];
    bytes = 0;
  }
  if (bytes > 0) yield chunk('IDAT', concat(Uint8Array, loose));
  yield chunk('IEND', new Uint8Array(0));
}

/** Depth 8, colour type 6: RGBA; no interlacing. */
function headerOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 6, 0, 0, 0], 8);
  return header;
}

async function* rowsOf(
  bands: AsyncIterable<Uint8ClampedArray<ArrayBuffer>>,
  width: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const rows = new PngRows(width);
  for await (const band of bands) yield rows.filtered(band);
}

/** A zlib stream. What is written and what is read pass each other: neither waits for all of the other. */
async function* deflated(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const writing = (async () => {
    try {
      for await (const part of parts) await writer.write(part);
      await writer.close();
    } catch (error) {
      // The reader hears of it.
      await writer.abort(error).catch(() => undefined);
      throw error;
    }
  })();
  // Told below, or by the reader; nobody may be listening when the whole is given up.
  writing.catch(() => undefined);
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await writing;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** PNG specification, 5.3: length, type, data, CRC of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
