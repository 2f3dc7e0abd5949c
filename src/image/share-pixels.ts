import type { ImageSource, PixelBox } from './image-source.ts';
import { breath, piecesOf } from './pieces.ts';
import { closeBands, layoutOf, type PixelBand, readBands } from './pixel-bands.ts';
import { noisePattern } from './read-back-probe.ts';

/** See-through pictures are copied, at four bytes a pixel; opaque ones of any size are not. */
const MOST_COPIED = 25_165_824;
const SAMPLE = 32;

/**
 * The picture for workers that read pieces of it themselves, thousands a second: no copy of it each, and no work for the page. null
 * where the browser does not share frames, or does not give back from them what was decoded, bit for bit. Whoever gets it closes it.
 * @throws what `whole` throws; the signal's reason when aborted
 */
export async function sharePixels(
  source: Pick<ImageSource, 'whole' | 'read'>,
  signal?: AbortSignal,
): Promise<readonly PixelBand[] | null> {
  if (!(await (framesAreExact ??= probeFrames()))) return null;
  const whole = await source.whole();
  signal?.throwIfAborted();
  const bands: PixelBand[] = [];
  try {
    if (await isOpaque(whole)) bands.push({ y: 0, height: whole.height, frame: frameOf(whole) });
    else if (whole.width * whole.height <= MOST_COPIED) await copyInto(bands, whole, signal);
    if (bands.length > 0 && (await sameSamples(bands, source, whole))) return bands;
  } catch (error) {
    closeBands(bands);
    signal?.throwIfAborted();
    // No memory for it, or no frames of such bitmaps: there is the slower way.
    if (!(error instanceof DOMException) && !(error instanceof TypeError) && !(error instanceof RangeError))
      throw error;
    return null;
  }
  closeBands(bands);
  return null;
}

/** Band by band, so that the page is never held up by the whole of it. */
async function copyInto(bands: PixelBand[], whole: ImageBitmap, signal?: AbortSignal): Promise<void> {
  const { width, height } = whole;
  for (const { y, height: rows } of piecesOf({ x: 0, y: 0, width, height }, Infinity)) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, for the page's sake
    bands.push({ y, height: rows, frame: await cutFrame(whole, { x: 0, y, width, height: rows }) });
    // eslint-disable-next-line no-await-in-loop -- as above
    await breath();
    signal?.throwIfAborted();
  }
}

async function isOpaque(whole: ImageBitmap): Promise<boolean> {
  const corner = await cutFrame(whole, { x: 0, y: 0, width: 1, height: 1 });
  const layout = layoutOf(corner);
  corner.close();
  return layout === 'RGBX' || layout === 'BGRX';
}

async function cutFrame(whole: ImageBitmap, { x, y, width, height }: PixelBox): Promise<VideoFrame> {
  const cut = await createImageBitmap(whole, x, y, width, height, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  try {
    return frameOf(cut);
  } finally {
    cut.close();
  }
}

function frameOf(bitmap: ImageBitmap): VideoFrame {
  return new VideoFrame(bitmap, { timestamp: 0 });
}

/** Asked of the picture itself, in its corners and its middle: what holds for one kind of bitmap need not hold for another. */
async function sameSamples(
  bands: readonly PixelBand[],
  source: Pick<ImageSource, 'read'>,
  { width, height }: ImageBitmap,
): Promise<boolean> {
  const size = { width: Math.min(SAMPLE, width), height: Math.min(SAMPLE, height) };
  const right = width - size.width;
  const bottom = height - size.height;
  for (const [x, y] of [
    [0, 0],
    [right >> 1, bottom >> 1],
    [right, bottom],
  ] as const) {
    const box = { x, y, ...size };
    // eslint-disable-next-line no-await-in-loop -- three small reads
    const [one, other] = await Promise.all([readBands(bands, box), source.read(box)]);
    if (!sameBytes(one, other.rgba)) return false;
  }
  return true;
}

let framesAreExact: Promise<boolean> | null = null;

/** Half-transparent colours of every kind: a browser that premultiplies them on the way loses some. */
async function probeFrames(): Promise<boolean> {
  if (typeof VideoFrame === 'undefined') return false;
  const wanted = noisePattern(null);
  const side = Math.sqrt(wanted.length / 4);
  const box = { x: 0, y: 0, width: side, height: side };
  try {
    const bitmap = await createImageBitmap(new ImageData(wanted.slice(), side, side), { premultiplyAlpha: 'none' });
    const frame = await cutFrame(bitmap, box);
    bitmap.close();
    const found = await readBands([{ y: 0, height: side, frame }], box).catch(() => null);
    frame.close();
    return found !== null && sameBytes(found, wanted);
  } catch {
    return false;
  }
}

function sameBytes(one: Uint8ClampedArray, other: Uint8ClampedArray): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
