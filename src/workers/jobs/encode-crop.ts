import { CROP_FORMATS } from '../../core/export/crop-format.ts';
import type { CropToEncode, EncodedCrop } from '../jobs.ts';
import { encodeByCanvas } from './encode-by-canvas.ts';
import { encodePng } from './encode-png.ts';
import { sha256Hex } from './sha256.ts';

/** Pixels to a file. Throws RangeError, in words, when the format cannot hold the crop: never an empty or shortened file. */
export async function encodeCrop(crop: CropToEncode): Promise<{ output: EncodedCrop; transfer: Transferable[] }> {
  const { format, width, height } = crop;
  const { maxSide, name, mime } = CROP_FORMATS[format];
  if (width < 1 || height < 1) throw new RangeError(`A crop of ${width} × ${height} px has no pixels to save.`);
  if (width > maxSide || height > maxSide)
    throw new RangeError(
      `${name} holds at most ${maxSide.toLocaleString('en-US')} px a side, and this crop is ${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')} px. Choose PNG.`,
    );
  const { bytes, notes } = format === 'png' ? await encodePng(crop) : await encodeByCanvas(crop, format);
  const sha256 = await sha256Hex(() => bytes);
  return { output: { bytes, mime, sha256, notes }, transfer: [bytes.buffer] };
}
