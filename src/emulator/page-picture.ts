/** The picture that the service worked on, as `ImagePNG` gives it back: the sample's own, else black on white, a block of ink per region. */
import { crc32 } from '../core/export/crc32.ts';
import type { SampleTruth } from '../core/samples/truth.ts';
import { joined } from './joined.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export async function pagePicture(truth: SampleTruth): Promise<Uint8Array> {
  return (await ownPicture(truth)) ?? drawnPicture(truth);
}

/** null: it cannot be had, or is no PNG. */
export async function ownPicture({ image, picture }: SampleTruth): Promise<Uint8Array | null> {
  return picture && image.type === 'image/png' ? picture() : null;
}

async function drawnPicture(truth: SampleTruth): Promise<Uint8Array> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, truth.image.width);
  view.setUint32(4, truth.image.height);
  header[8] = 1;
  return joined([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await pictureRows(truth)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Its rows as PNG and PDF pack them: one bit to the pixel, deflated. */
export async function pictureRows({ image, regions }: SampleTruth): Promise<Uint8Array> {
  const { width, height } = image;
  // Each row begins with its filter: 0, none.
  const stride = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height).fill(0xff);
  for (let y = 0; y < height; y += 1) rows[y * stride] = 0;
  for (const [x1, y1, x2, y2] of regions) {
    for (let y = Math.max(0, y1); y < Math.min(height, y2); y += 1) {
      // Stripes, so that it looks like lines and the regions lie on ink.
      if ((y - y1) % 8 >= 5) continue;
      const first = y * stride + 1;
      rows.fill(0, first + Math.ceil(Math.max(0, x1) / 8), first + Math.floor(Math.min(width, x2) / 8));
    }
  }
  return deflated(rows);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const frame = new Uint8Array(8 + body.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return frame;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
