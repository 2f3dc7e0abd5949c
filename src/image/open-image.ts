import { bitmapSource } from './bitmap-source.ts';
import { colourChunksOf } from './colour-chunks.ts';
import { decode } from './decode.ts';
import { bytesIn, fileBytes } from './file-bytes.ts';
import type { ImageHeader } from './headers/header.ts';
import { readHeader } from './headers/index.ts';
import type { ImageSource } from './image-source.ts';
import { neutralFile } from './neutral-file.ts';
import { openReadBack } from './read-back.ts';
import { sniff, SNIFF_BYTES } from './sniff.ts';

/**
 * Opens an image: type by its first bytes, size from its header, refused before decoding when it is too large. A large JPEG
 * is there as soon as a shrunken copy of it is: `whole` tells when all of it is, or why not. The signal holds until then.
 * @throws ImageRefused with what happened and what to do; the signal's reason when aborted.
 */
export async function openImage(
  file: Blob,
  name: string,
  options: { signal?: AbortSignal } = {},
): Promise<ImageSource> {
  options.signal?.throwIfAborted();
  const open = new AbortController();
  const { signal } = open;
  options.signal?.addEventListener('abort', () => open.abort(options.signal?.reason), { signal });
  const bytes = fileBytes(file, signal);
  const type = sniff(bytesIn(await bytes.read(0, Math.min(SNIFF_BYTES, bytes.size))), name);
  const header = await readHeader(type, bytes);
  const colours = await colourChunksOf(header);
  const decoded = await decode(neutralFile(file, header), header, signal);
  const readBack = openReadBack(header.alpha);
  return bitmapSource({
    name,
    file,
    header,
    decoded,
    stopDecoding: () => open.abort(new DOMException('The image was closed.', 'AbortError')),
    readBack,
    colourChunks: colours.chunks,
    notes: [...animationNotes(header), ...depthNotes(header), ...header.notes, ...colours.notes, ...readBack.notes],
  });
}

function animationNotes({ frames }: ImageHeader): string[] {
  return frames > 1 ? [`Animated: the first of ${frames.toLocaleString('en-US')} frames is shown.`] : [];
}

function depthNotes({ bitsPerChannel }: ImageHeader): string[] {
  return bitsPerChannel > 8 ? [`${bitsPerChannel} bits a channel are read as 8.`] : [];
}
