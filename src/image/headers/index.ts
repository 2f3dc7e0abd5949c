import type { ImageType } from '../image-source.ts';
import { CutShort, type FileBytes } from '../file-bytes.ts';
import { readAvifHeader } from './avif.ts';
import { readBmpHeader } from './bmp.ts';
import { readGifHeader } from './gif.ts';
import { cutOff, type ImageHeader } from './header.ts';
import { readJpegHeader } from './jpeg.ts';
import { readPngHeader } from './png.ts';
import { readWebpHeader } from './webp.ts';

const READERS: Readonly<Record<ImageType, (bytes: FileBytes) => Promise<ImageHeader>>> = {
  png: readPngHeader,
  jpeg: readJpegHeader,
  webp: readWebpHeader,
  gif: readGifHeader,
  bmp: readBmpHeader,
  avif: readAvifHeader,
};

/** Throws ImageRefused, in words, when the header is broken, cut off or claims more than may be opened. */
export async function readHeader(type: ImageType, bytes: FileBytes): Promise<ImageHeader> {
  try {
    return await READERS[type](bytes);
  } catch (error) {
    if (error instanceof CutShort) throw cutOff(type, bytes.size, { cause: error });
    throw error;
  }
}
