import type { FileBytes } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { CutShort } from '../file-bytes.ts';
import { damaged, type ImageHeader, plainHeader } from './header.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;

/** Walks the blocks to count the frames (GIF89a, section 17 on). The first frame has to be whole; later ones may be missing. */
export async function readGifHeader(bytes: FileBytes): Promise<ImageHeader> {
  const screen = await bytes.read(6, 7);
  const size = { width: screen.getUint16(0, true), height: screen.getUint16(2, true) };
  refuseUnfit('GIF', size);

  let at = 13 + colourTable(screen.getUint8(4));
  let frames = 0;
  let alpha = false;
  let width = size.width;
  let height = size.height;
  try {
    for (;;) {
      const kind = (await bytes.read(at, 1)).getUint8(0);
      if (kind === TRAILER) break;
      if (kind === EXTENSION) {
        const start = await bytes.read(at + 1, 3);
        if (frames === 0 && start.getUint8(0) === GRAPHIC_CONTROL && (start.getUint8(2) & 1) === 1) alpha = true;
        at = await afterBlocks(bytes, at + 2);
      } else if (kind === IMAGE) {
        const image = await bytes.read(at + 1, 9);
        const next = await afterBlocks(bytes, at + 11 + colourTable(image.getUint8(8)));
        if (frames === 0) {
          const right = image.getUint16(0, true) + image.getUint16(4, true);
          const bottom = image.getUint16(2, true) + image.getUint16(6, true);
          const covers = image.getUint32(0, true) === 0 && right >= width && bottom >= height;
          if (!covers) alpha = true; // What the frame leaves free stays transparent.
          // A first frame larger than the screen enlarges it, in browsers as in this header.
          width = Math.max(width, right);
          height = Math.max(height, bottom);
          refuseUnfit('GIF', { width, height });
        }
        frames += 1;
        at = next;
      } else if (kind === 0) at += 1; // A stray terminator; decoders step over it.
      else if (frames > 0) break;
      else throw damaged('gif', `byte ${at} should start a new part of the file and does not`);
    }
  } catch (error) {
    if (!(error instanceof CutShort) || frames === 0) throw error;
  }
  if (frames === 0) throw damaged('gif', 'it holds no picture');
  return { ...plainHeader('gif', { width, height }), alpha, frames, lossless: true };
}

/** Bytes of the colour table that the packed field announces. */
function colourTable(packed: number): number {
  return packed & 0x80 ? 3 << ((packed & 7) + 1) : 0;
}

/** Steps over sub-blocks (length, data) up to and over the empty one. */
async function afterBlocks(bytes: FileBytes, from: number): Promise<number> {
  for (let at = from; ;) {
    const length = (await bytes.read(at, 1)).getUint8(0);
    at += 1 + length;
    if (length === 0) return at;
  }
}
