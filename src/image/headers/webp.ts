import { bytesIn, CutShort, type FileBytes, fourLetters } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { type Exif, NO_EXIF, readExif } from './exif.ts';
import { damaged, type ImageHeader, MAX_PROFILE, plainHeader } from './header.ts';
import type { Size } from '../../core/geometry/space.ts';

/** VP8X flags (RFC 9649, 2.7). */
const ANIMATED = 0x02;
const ALPHA = 0x10;

interface Stream {
  readonly size: Size;
  readonly alpha: boolean;
  readonly lossless: boolean;
}

/** Walks the RIFF chunks. Browsers do not apply the EXIF of a WebP; it is neutralised all the same, and applied by us. */
export async function readWebpHeader(bytes: FileBytes): Promise<ImageHeader> {
  const end = 8 + (await bytes.read(4, 4)).getUint32(0, true);
  if (end > bytes.size) throw new CutShort(end);
  let canvas: (Size & { readonly flags: number }) | null = null;
  let stream: Stream | null = null;
  let exif: Exif = NO_EXIF;
  let icc: Uint8Array<ArrayBuffer> | null = null;
  let frames = 0;

  for (let at = 12; at + 8 <= end;) {
    const start = await bytes.read(at, 8);
    const type = fourLetters(start, 0);
    const length = start.getUint32(4, true);
    if (length > 0) await bytes.read(at + 7 + length, 1);
    if (type === 'VP8X' && !canvas) {
      const body = await bytes.read(at + 8, 10);
      canvas = { flags: body.getUint8(0), width: 1 + uint24(body, 4), height: 1 + uint24(body, 7) };
      refuseUnfit('WebP', canvas);
    } else if (type === 'VP8 ' || type === 'VP8L') {
      stream ??= await readStream(bytes, type, at + 8);
      refuseUnfit('WebP', stream.size);
    } else if (type === 'ANMF') frames += 1;
    else if (type === 'EXIF' && exif === NO_EXIF && length <= MAX_PROFILE)
      exif = readExif(await bytes.read(at + 8, length), at + 8);
    else if (type === 'ICCP' && length <= MAX_PROFILE) icc ??= bytesIn(await bytes.read(at + 8, length)).slice();
    at += 8 + length + (length & 1);
  }

  const size = canvas ?? stream?.size;
  if (!size) throw damaged('webp', 'it has no header with its size');
  if (!stream && frames === 0) throw damaged('webp', 'it holds no picture data');
  const animated = canvas !== null && (canvas.flags & ANIMATED) !== 0;
  return {
    ...plainHeader('webp', { width: size.width, height: size.height }),
    alpha: animated || (canvas ? (canvas.flags & ALPHA) !== 0 : false) || (stream?.alpha ?? false),
    frames: Math.max(1, frames),
    orientation: exif.orientation,
    lossless: !animated && (stream?.lossless ?? false),
    edits: exif.edits,
    icc,
  };
}

async function readStream(bytes: FileBytes, type: string, at: number): Promise<Stream> {
  if (type === 'VP8L') {
    const head = await bytes.read(at, 5);
    if (head.getUint8(0) !== 0x2f) throw damaged('webp', 'its picture data does not start as it should');
    const packed = head.getUint32(1, true);
    const size = { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    return { size, alpha: ((packed >>> 28) & 1) === 1, lossless: true };
  }
  const head = await bytes.read(at, 10);
  if (head.getUint8(3) !== 0x9d || head.getUint8(4) !== 0x01 || head.getUint8(5) !== 0x2a)
    throw damaged('webp', 'its picture data does not start as it should');
  const size = { width: head.getUint16(6, true) & 0x3fff, height: head.getUint16(8, true) & 0x3fff };
  return { size, alpha: false, lossless: false };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
