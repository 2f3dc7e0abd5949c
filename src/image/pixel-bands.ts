import type { PixelBox } from './image-source.ts';

/**
 * Rows of a picture as a frame, which threads share without copying it. Frames cross to a worker; whoever gets one closes it.
 * A picture is its bands from the top down.
 */
export interface PixelBand {
  /** First stored row. */
  readonly y: number;
  readonly height: number;
  readonly frame: VideoFrame;
}

export function closeBands(bands: readonly PixelBand[]): void {
  for (const { frame } of bands) frame.close();
}

/** How the four bytes of a pixel stand in memory; X means that the fourth says nothing. */
type Layout = 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

/** null: the numbers are kept in some other way, as for video. */
export function layoutOf({ format }: VideoFrame): Layout | null {
  switch (format) {
    case 'RGBA':
    case 'RGBX':
    case 'BGRA':
    case 'BGRX':
      return format;
    default:
      return null;
  }
}

/** Straight RGBA of a box, bit for bit. @throws RangeError when the box does not lie in the bands. */
export async function readBands(bands: readonly PixelBand[], box: PixelBox): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const rgba = new Uint8ClampedArray(box.width * box.height * 4);
  const stride = box.width * 4;
  let layout: Layout | null = null;
  let rows = 0;
  for (const { y, height, frame } of bands) {
    const top = Math.max(y, box.y);
    const bottom = Math.min(y + height, box.y + box.height);
    if (top >= bottom) continue;
    layout = layoutOf(frame);
    rows += bottom - top;
    // eslint-disable-next-line no-await-in-loop -- a crop lies in one band, seldom in two
    await frame.copyTo(rgba, {
      rect: { x: box.x, y: top - y, width: box.width, height: bottom - top },
      layout: [{ offset: (top - box.y) * stride, stride }],
    });
  }
  if (rows !== box.height || layout === null) throw new RangeError('A crop reaches beyond the picture.');
  putInOrder(rgba, layout);
  return rgba;
}

/** Numbers of 32 bits, lowest byte first as on every machine that has a browser: 0xAARRGGBB is BGRA. */
function putInOrder(rgba: Uint8ClampedArray<ArrayBuffer>, layout: Layout): void {
  if (layout === 'RGBA') return;
  // Signed, which is what engines compute with.
  const pixels = new Int32Array(rgba.buffer);
  const opaque = layout === 'RGBX' || layout === 'BGRX' ? 0xff << 24 : 0;
  if (layout === 'RGBX') {
    for (let at = 0; at < pixels.length; at += 1) pixels[at] = (pixels[at] ?? 0) | opaque;
    return;
  }
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? 0;
    const greenAndAlpha = pixel & 0xff00ff00;
    pixels[at] = greenAndAlpha | ((pixel & 0xff) << 16) | ((pixel >>> 16) & 0xff) | opaque;
  }
}
