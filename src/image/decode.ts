import type { Size } from '../core/geometry/space.ts';
import { run } from '../workers/run.ts';
import { damaged, FORMAT_NAME, type ImageHeader } from './headers/header.ts';
import { ImageRefused } from './image-source.ts';
import { refuseUnfit } from './limits.ts';

/** A decoded picture and its shrunken copies, each about half as wide as the one before. Whoever gets it closes it. */
export interface Decoded {
  readonly bitmaps: readonly [ImageBitmap, ...ImageBitmap[]];
  readonly stored: Size;
}

/**
 * Decodes off the main thread. Throws ImageRefused when the browser cannot, or when what it decoded has another size than
 * the header promised: coordinates would be wrong then.
 */
export async function decode(file: Blob, header: ImageHeader, signal?: AbortSignal): Promise<Decoded> {
  const { bitmaps } = await run('decodeImage', { file }, { signal }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw undecodable(header, cause);
  });
  const [full] = bitmaps;
  const stored = { width: full.width, height: full.height };
  try {
    if (header.sizeMayDiffer) refuseUnfit(FORMAT_NAME[header.type], stored);
    else if (stored.width !== header.size.width || stored.height !== header.size.height)
      throw damaged(
        header.type,
        `its header says ${header.size.width} × ${header.size.height} px, but ${stored.width} × ${stored.height} px came out of it`,
      );
  } catch (error) {
    for (const bitmap of bitmaps) bitmap.close();
    throw error;
  }
  return { bitmaps, stored };
}

function undecodable(header: ImageHeader, cause: unknown): ImageRefused {
  const name = FORMAT_NAME[header.type];
  const megapixels = Math.round((header.size.width * header.size.height) / 1e6);
  return new ImageRefused(
    `The browser could not decode this ${name} of ${header.size.width} × ${header.size.height} px: it is damaged, or of a kind that this browser does not know${
      megapixels > 50 ? ', or there is too little memory for it' : ''
    }.`,
    'Open it in an image editor and save it as PNG, or copy it again from where it came from.',
    { cause },
  );
}
