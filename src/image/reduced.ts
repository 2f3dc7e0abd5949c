import type { Size } from '../core/geometry/space.ts';
import type { ImageSource } from './image-source.ts';
import { firstWholeLevel } from './pyramid.ts';

/** Enough to see the ink of a page by: a letter of 30 px on 12 megapixels is still some nine high. */
export const MOST_REDUCED = 1_200_000;

/**
 * A small copy of the picture as stored, evenly reduced, from what is shown of it: also while the rest of a large picture is
 * being decoded. Whoever gets it closes it.
 * @throws the signal's reason when aborted; what the browser says when it has no memory
 */
export async function reducedPicture(
  source: Pick<ImageSource, 'stored' | 'picture'>,
  signal: AbortSignal,
): Promise<ImageBitmap> {
  signal.throwIfAborted();
  const { stored } = source;
  const { width, height } = reducedSize(stored);
  // √2 finer than is asked for, so that nothing coarser is enlarged.
  const scale = (width / stored.width) * Math.SQRT2;
  const [piece] = source.picture({ x1: 0, y1: 0, x2: stored.width, y2: stored.height }, scale);
  if (!piece) throw new DOMException('The image was closed.', 'AbortError');
  const reduced = await createImageBitmap(piece.bitmap, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
    // Hidden colours of transparent pixels must not show.
    premultiplyAlpha: 'premultiply',
  });
  if (signal.aborted) reduced.close();
  signal.throwIfAborted();
  return reduced;
}

/** No larger than what is kept of the picture as one bitmap, and at least a pixel a side. */
export function reducedSize(stored: Size): Size {
  const by = Math.min(2 ** -firstWholeLevel(stored), Math.sqrt(MOST_REDUCED / (stored.width * stored.height)));
  return { width: Math.max(1, Math.floor(stored.width * by)), height: Math.max(1, Math.floor(stored.height * by)) };
}
