import { concat } from '../../core/concat.ts';
import { bytesIn, type FileBytes } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { type Exif, NO_EXIF, readExif } from './exif.ts';
import { damaged, type FileEdit, type ImageHeader, MAX_PROFILE, plainHeader } from './header.ts';

const SOS = 0xda;
const EOI = 0xd9;
const APP1 = 0xe1;
const APP2 = 0xe2;
/** "ICC_PROFILE\0", sequence number, number of segments (ICC.1:2010, B.4). */
const ICC_HEAD = 14;
/** Trailers (previews, video of a moving photo) may follow the end marker. */
const TAIL = 64 * 1024;

interface Frame {
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Walks the segments up to the first scan. */
export async function readJpegHeader(bytes: FileBytes): Promise<ImageHeader> {
  let frame: Frame | null = null;
  let exif: Exif = NO_EXIF;
  const edits: FileEdit[] = [];
  const colours: FileEdit[] = [];
  const icc: Uint8Array<ArrayBuffer>[] = [];

  for (let at = 2; ;) {
    const lead = await bytes.read(at, 2);
    const marker = lead.getUint8(1);
    if (lead.getUint8(0) !== 0xff) throw damaged('jpeg', `byte ${at} should start a new part of the file and does not`);
    if (marker === 0xff) {
      at += 1; // Fill byte before a marker.
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2; // Stands alone, without a length.
      continue;
    }
    if (marker === SOS) break;
    if (marker === EOI) throw damaged('jpeg', 'it ends before the picture starts');
    const length = (await bytes.read(at + 2, 2)).getUint16(0);
    if (length < 2) throw damaged('jpeg', `the part at byte ${at} is shorter than its own header`);
    const body = await bytes.read(at + 4, length - 2);
    if (isFrame(marker)) {
      frame ??= readFrame(body);
      refuseUnfit('JPEG', frame);
    } else if (marker === APP1 && isExif(body)) {
      const found = readExif(body, at + 4);
      if (exif.orientation === 1) exif = found;
      edits.push(...found.edits);
    } else if (marker === APP2) {
      if (startsWith(body, 'ICC_PROFILE\0') && body.byteLength > ICC_HEAD)
        icc[body.getUint8(12)] ??= bytesIn(body).slice(ICC_HEAD);
      colours.push({ at, length: 2 + length, bytes: new Uint8Array(0) });
    }
    at += 2 + length;
  }
  if (!frame) throw damaged('jpeg', 'it has no header with its size');

  const notes: string[] = [];
  if (frame.channels === 4) notes.push('The file is in CMYK; the browser turned it into RGB for the screen.');
  if (!(await hasEnd(bytes)))
    notes.push('The file has no end marker: it may be cut off, and its last rows may be missing.');
  return {
    ...plainHeader('jpeg', { width: frame.width, height: frame.height }),
    bitsPerChannel: frame.bits,
    plain: frame.bits === 8 && frame.channels < 4,
    orientation: exif.orientation,
    // A profile of CMYK is left to the browser, which has to make RGB of it in some way.
    edits: frame.channels < 4 ? [...edits, ...colours] : edits,
    icc: joined(icc),
    notes,
  };
}

/** SOF0 to SOF15, less the tables and the reserved one that share their range (ITU T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(body: DataView): Frame {
  if (body.byteLength < 6) throw damaged('jpeg', 'its header is too short to hold a size');
  return { bits: body.getUint8(0), height: body.getUint16(1), width: body.getUint16(3), channels: body.getUint8(5) };
}

function isExif(body: DataView): boolean {
  return startsWith(body, 'Exif\0');
}

function startsWith(view: DataView, text: string): boolean {
  return (
    view.byteLength >= text.length &&
    Array.from(text, (letter) => letter.charCodeAt(0)).every((code, at) => view.getUint8(at) === code)
  );
}

function joined(parts: readonly (Uint8Array<ArrayBuffer> | undefined)[]): Uint8Array<ArrayBuffer> | null {
  const present = parts.filter((part) => part !== undefined);
  const length = present.reduce((sum, part) => sum + part.length, 0);
  if (length === 0 || length > MAX_PROFILE) return null;
  return concat(Uint8Array, present);
}

async function hasEnd(bytes: FileBytes): Promise<boolean> {
  const length = Math.min(TAIL, bytes.size);
  const tail = bytesIn(await bytes.read(bytes.size - length, length));
  for (let at = tail.length - 1; at > 0; at -= 1) if (tail[at] === EOI && tail[at - 1] === 0xff) return true;
  return false;
}
