/** The picture of a page as a PDF holds it: rows packed as PNG packs them (PDF 1.4, 4.8 and the predictors of 3.3.3). */
import type { SampleTruth } from '../core/samples/truth.ts';
import type { ImageSize } from './image-size.ts';
import { joined } from './joined.ts';
import { ownPicture, pictureRows } from './page-picture.ts';

export interface PdfPicture {
  /** Entries of the dictionary of an image. */
  readonly entries: string;
  /** Deflated, each row behind the byte of its filter. */
  readonly rows: Uint8Array;
}

export async function pdfPicture(truth: SampleTruth): Promise<PdfPicture> {
  const own = await ownPicture(truth);
  return (
    (own && ofPng(own)) ?? { entries: entriesOf(truth.image, '/DeviceGray', 1, 1), rows: await pictureRows(truth) }
  );
}

/** null: with transparency or interlaced, which a PDF packs otherwise. */
function ofPng(png: Uint8Array): PdfPicture | null {
  const chunks = chunksOf(png);
  const [header] = chunks.get('IHDR') ?? [];
  if (!header) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [bits = 0, color = -1, , , interlaced] = header.subarray(8);
  const size = { width: view.getUint32(0), height: view.getUint32(4) };
  const space = spaceOf(color, chunks.get('PLTE')?.[0]);
  if (!space || interlaced !== 0) return null;
  return { entries: entriesOf(size, space, color === 2 ? 3 : 1, bits), rows: joined(chunks.get('IDAT') ?? []) };
}

function spaceOf(color: number, palette: Uint8Array | undefined): string | null {
  if (color === 0) return '/DeviceGray';
  if (color === 2) return '/DeviceRGB';
  if (color !== 3 || !palette) return null;
  const colors = Array.from(palette, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${colors}>]`;
}

function entriesOf({ width, height }: ImageSize, space: string, colors: number, bits: number): string {
  return [
    `/Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent ${bits}`,
    `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${colors} /BitsPerComponent ${bits} /Columns ${width} >>`,
  ].join(' ');
}

/** By their types, in their order. */
function chunksOf(png: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.set(type, [...(chunks.get(type) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
}
