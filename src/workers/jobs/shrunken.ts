/** Below this a copy would save nothing: so few pixels are drawn in a small part of a frame. */
const SMALLEST = 1_000_000;
/** Rows of the picture that are shrunk at a time; a multiple of any power of two that a picture is shrunk by at once. */
const STRIP = 512;

/**
 * Copies of a picture, the first `shrinkBy` (a power of two) times smaller and each further one half the one before: they cost
 * a third of the first one's own pixels, and are made once. Fewer or none when there is no memory for them.
 */
export async function shrunken(full: ImageBitmap, shrinkBy = 2): Promise<ImageBitmap[]> {
  const copies: ImageBitmap[] = [];
  let last = full;
  try {
    while (last.width * last.height >= 2 * SMALLEST && Math.min(last.width, last.height) > 1) {
      // eslint-disable-next-line no-await-in-loop -- each copy is made from the one before
      last = await (last === full && shrinkBy > 2 ? byStrips(full, shrinkBy) : half(last, 0, last.height));
      copies.push(last);
    }
  } catch {
    // The picture itself is shown at every scale, only slower.
  }
  return copies;
}

/** Half of half, without ever holding the half: that may be a quarter of a gigabyte. */
async function byStrips(full: ImageBitmap, shrinkBy: number): Promise<ImageBitmap> {
  const width = Math.ceil(full.width / shrinkBy);
  const canvas = new OffscreenCanvas(width, Math.ceil(full.height / shrinkBy));
  // Read often: kept in memory, where it is going to be a bitmap.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no canvas to shrink the picture with.');
  context.imageSmoothingQuality = shrinkBy > 4 ? 'medium' : 'low';
  for (let y = 0; y < full.height; y += STRIP) {
    const rows = Math.min(STRIP, full.height - y);
    // eslint-disable-next-line no-await-in-loop -- one strip at a time is the point
    const strip = await half(full, y, rows);
    context.drawImage(strip, 0, y / shrinkBy, width, Math.ceil(rows / shrinkBy));
    strip.close();
  }
  return canvas.transferToImageBitmap();
}

/** At one half plain smoothing is the mean of four pixels; a better quality gives the same, and keeps further copies of its own. */
function half(bitmap: ImageBitmap, y: number, rows: number): Promise<ImageBitmap> {
  return createImageBitmap(bitmap, 0, y, bitmap.width, rows, {
    resizeWidth: Math.ceil(bitmap.width / 2),
    resizeHeight: Math.ceil(rows / 2),
    resizeQuality: 'low',
    // For the screen alone: transparent pixels must not bleed their hidden colour into their neighbours.
    premultiplyAlpha: 'premultiply',
  });
}
