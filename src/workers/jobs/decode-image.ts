import type { Jobs } from '../jobs.ts';

/** Below this a copy would save nothing: drawing a megapixel costs a millisecond. */
const SMALLEST = 1_000_000;

/**
 * Decodes the stored numbers: no colour conversion, alpha left straight. Then halves the picture again and again, each copy
 * from the one before, which costs a third of the picture's own pixels and is done once.
 */
export async function decodeImage({
  file,
}: Jobs['decodeImage']['input']): Promise<{ output: Jobs['decodeImage']['output']; transfer: Transferable[] }> {
  const full = await createImageBitmap(file, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  const bitmaps: [ImageBitmap, ...ImageBitmap[]] = [full, ...(await shrunken(full))];
  return { output: { bitmaps }, transfer: bitmaps };
}

async function shrunken(full: ImageBitmap): Promise<ImageBitmap[]> {
  const copies: ImageBitmap[] = [];
  let last = full;
  try {
    while (last.width * last.height >= 2 * SMALLEST && Math.min(last.width, last.height) > 1) {
      // eslint-disable-next-line no-await-in-loop -- each copy is made from the one before
      last = await createImageBitmap(last, {
        resizeWidth: Math.ceil(last.width / 2),
        resizeHeight: Math.ceil(last.height / 2),
        resizeQuality: 'medium',
        // For the screen alone: transparent pixels must not bleed their hidden colour into their neighbours.
        premultiplyAlpha: 'premultiply',
      });
      copies.push(last);
    }
  } catch {
    // No memory for copies: the picture itself is shown at every scale, only slower.
  }
  return copies;
}
