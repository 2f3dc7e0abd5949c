import type { Jobs } from '../jobs.ts';
import { shrinksJpeg } from './shrinks-jpeg.ts';
import { shrunken } from './shrunken.ts';

/**
 * A JPEG holds its picture as frequencies, so a decoder that wants a quarter of its width computes a sixteenth of its pixels.
 * Throws when the browser cannot, or another size comes out than was asked for.
 */
export async function overviewImage({
  file,
  width,
  height,
}: Jobs['overviewImage']['input']): Promise<{ output: Jobs['overviewImage']['output']; transfer: Transferable[] }> {
  if (!(await shrinksJpeg())) throw new Error('This browser does not shrink a picture while it decodes it.');
  const decoder = new ImageDecoder({
    type: file.type,
    // At once: a stream would be looked at anew with every part that comes in.
    data: await file.arrayBuffer(),
    colorSpaceConversion: 'none',
    desiredWidth: width,
    desiredHeight: height,
  });
  try {
    const { image } = await decoder.decode();
    try {
      if (image.displayWidth !== width || image.displayHeight !== height)
        throw new RangeError(
          `The decoder gave ${image.displayWidth} x ${image.displayHeight} px instead of ${width} x ${height}.`,
        );
      const overview = await createImageBitmap(image, { colorSpaceConversion: 'none' });
      const bitmaps: [ImageBitmap, ...ImageBitmap[]] = [overview, ...(await shrunken(overview))];
      return { output: { bitmaps }, transfer: bitmaps };
    } finally {
      image.close();
    }
  } finally {
    decoder.close();
  }
}
