import { bytesIn, type FileBytes, fourLetters } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { crc32 } from './crc32.ts';
import { type Exif, NO_EXIF, readExif } from './exif.ts';
import { damaged, type FileEdit, type ImageHeader, MAX_PROFILE, plainHeader } from './header.ts';

/** Bit depths that the PNG specification (11.2.2) allows for each colour type. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const COLOUR_CHUNKS = new Set(['iCCP', 'gAMA', 'cHRM', 'sRGB', 'cICP']);
const SIGNATURE = 8;
/** Length, type and CRC. */
const FRAME = 12;

/** Walks all chunks up to IEND. Throws ImageRefused when one is missing or makes no sense, CutShort when the file ends early. */
export async function readPngHeader(bytes: FileBytes): Promise<ImageHeader> {
  const ihdr = await bytes.read(SIGNATURE, 25);
  if (fourLetters(ihdr, 4) !== 'IHDR' || ihdr.getUint32(0) !== 13)
    throw damaged('png', 'it does not start with a header');
  const size = { width: ihdr.getUint32(8), height: ihdr.getUint32(12) };
  refuseUnfit('PNG', size);
  const depth = ihdr.getUint8(16);
  const colour = ihdr.getUint8(17);
  if (!DEPTHS[colour]?.includes(depth))
    throw damaged('png', `its header names colour type ${colour} with ${depth} bits, which does not exist`);

  const gray = colour === 0 || colour === 4;
  const notes: string[] = [];
  const colourChunks: Uint8Array<ArrayBuffer>[] = [];
  const edits: FileEdit[] = [];
  let alpha = colour === 4 || colour === 6;
  let frames = 1;
  let exif: Exif = NO_EXIF;
  let pixels = false;

  for (let at = SIGNATURE; ;) {
    const start = await bytes.read(at, 8);
    const length = start.getUint32(0);
    const type = fourLetters(start, 4);
    if (!/^[A-Za-z]{4}$/.test(type)) throw damaged('png', `byte ${at + 4} should name a part of the file and does not`);
    const whole = length + FRAME;
    if (type === 'IEND') break;
    // The last byte of the chunk has to be there, whatever the chunk is: a cut file is noticed before it is decoded.
    await bytes.read(at + whole - 1, 1);

    if (COLOUR_CHUNKS.has(type)) edits.push({ at, length: whole, bytes: new Uint8Array(0) });
    if (type === 'IDAT') pixels = true;
    else if (type === 'tRNS' && !pixels) alpha = true;
    else if (type === 'acTL' && length >= 8) frames = Math.max(1, (await bytes.read(at + 8, 4)).getUint32(0));
    else if (type === 'eXIf') {
      if (exif === NO_EXIF) exif = readExif(await bytes.read(at + 8, Math.min(length, MAX_PROFILE)), at + 8);
      edits.push({ at, length: whole, bytes: new Uint8Array(0) });
    } else if (COLOUR_CHUNKS.has(type) && !pixels && length <= MAX_PROFILE) {
      if (type === 'iCCP' && gray) notes.push(GRAY_PROFILE_NOTE);
      else {
        const chunk = bytesIn(await bytes.read(at, whole)).slice();
        if (hasSoundCrc(chunk)) colourChunks.push(chunk);
      }
    }
    at += whole;
  }
  if (!pixels) throw damaged('png', 'it holds no picture data');

  return {
    ...plainHeader('png', size),
    bitsPerChannel: depth,
    alpha,
    plain: depth <= 8 && !alpha,
    frames,
    orientation: exif.orientation,
    lossless: depth <= 8,
    edits,
    colourChunks,
    notes,
  };
}

/** The profile of a gray PNG describes gray, and the crops are RGB. */
export const GRAY_PROFILE_NOTE =
  'The colour profile is one for gray pictures and does not fit RGB, so PNG crops leave it out; their numbers are unchanged.';

function hasSoundCrc(chunk: Uint8Array<ArrayBuffer>): boolean {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return crc32(chunk.subarray(4, chunk.length - 4)) === view.getUint32(chunk.length - 4);
}
