import type { Jobs } from '../jobs.ts';
import { shrunken } from './shrunken.ts';

/**
 * Decodes the stored numbers: no colour conversion, alpha left straight. Where there is nothing to convert the browser is not
 * told so: for what it is told it makes a second copy, and takes twice the memory while it does.
 */
export async function decodeImage({
  file,
  plain,
  shrinkBy,
}: Jobs['decodeImage']['input']): Promise<{ output: Jobs['decodeImage']['output']; transfer: Transferable[] }> {
  const full = await (plain
    ? createImageBitmap(file)
    : createImageBitmap(file, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' }));
  const copies = shrinkBy === null ? [] : await shrunken(full, shrinkBy);
  const bitmaps: [ImageBitmap, ...ImageBitmap[]] = [full, ...copies];
  return { output: { bitmaps }, transfer: bitmaps };
}
