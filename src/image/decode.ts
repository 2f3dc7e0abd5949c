import type { Size } from '../core/geometry/space.ts';
import { JobFailed } from '../workers/job-failed.ts';
import { run } from '../workers/run.ts';
import { damaged, FORMAT_NAME, type ImageHeader } from './headers/header.ts';
import { ImageRefused } from './image-source.ts';
import { refuseUnfit } from './limits.ts';
import { firstWholeLevel } from './pyramid.ts';

/** What can be shown of a picture, or soon can. Whoever gets it closes all bitmaps, also those that come later. */
export interface Decoded {
  readonly stored: Size;
  /** Shrunken copies, each about half as wide as the one before. None when there was no memory for them, or no need. */
  readonly copies: readonly ImageBitmap[];
  /** The picture itself, or when it will be there: a large JPEG is decoded small first. */
  readonly full: ImageBitmap | Promise<ImageBitmap>;
}

/**
 * Decodes off the main thread. Throws ImageRefused when the browser cannot, or when what it decoded has another size than
 * the header promised: coordinates would be wrong then. The signal goes on to hold for a picture that comes later.
 */
export async function decode(file: Blob, header: ImageHeader, signal: AbortSignal): Promise<Decoded> {
  const { size, type } = header;
  const level = firstWholeLevel(size);
  // One after the other: side by side, on two cores, the first picture takes as long as the whole one.
  const overview = level > 0 && type === 'jpeg' ? await decodeSmall(file, size, 2 ** level, signal) : null;
  if (!overview) {
    const { bitmaps, stored } = await decodeFull(file, header, 2 ** Math.max(level, 1), signal);
    const [full, ...copies] = bitmaps;
    return { stored, copies, full };
  }
  const full = decodeFull(file, header, null, signal).then(({ bitmaps: [bitmap] }) => bitmap);
  full.catch(() => {}); // Told to whoever waits for the picture.
  return { stored: size, copies: overview, full };
}

/** The copies alone; null when it cannot be done this way, whatever the reason. */
async function decodeSmall(
  file: Blob,
  { width, height }: Size,
  shrinkBy: number,
  signal: AbortSignal,
): Promise<readonly ImageBitmap[] | null> {
  const small = { width: Math.ceil(width / shrinkBy), height: Math.ceil(height / shrinkBy) };
  const overview = await run('overviewImage', { file, ...small }, { signal }).catch(() => null);
  if (signal.aborted) for (const bitmap of overview?.bitmaps ?? []) bitmap.close();
  signal.throwIfAborted();
  return overview?.bitmaps ?? null;
}

interface FullPicture {
  readonly bitmaps: readonly [ImageBitmap, ...ImageBitmap[]];
  readonly stored: Size;
}

async function decodeFull(
  file: Blob,
  header: ImageHeader,
  shrinkBy: number | null,
  signal: AbortSignal,
): Promise<FullPicture> {
  const { bitmaps } = await run('decodeImage', { file, plain: header.plain, shrinkBy }, { signal }).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      throw isLost(cause) ? notDecodedHere(cause) : undecodable(header, cause);
    },
  );
  const [full] = bitmaps;
  const stored = { width: full.width, height: full.height };
  try {
    signal.throwIfAborted();
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

/** The worker did not come, or is gone: that says nothing about the picture. */
function isLost(cause: unknown): boolean {
  return cause instanceof JobFailed && cause.kind === 'WorkerLost';
}

function notDecodedHere(cause: unknown): ImageRefused {
  return new ImageRefused(
    'The background worker of the page, which decodes the image, could not be loaded or has stopped.',
    'Look whether the server of this page still runs, then try again.',
    { cause },
  );
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
