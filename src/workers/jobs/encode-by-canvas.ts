import { CROP_FORMATS, type CropFormat } from '../../core/export/crop-format.ts';
import { MOST_CANVAS_PIXELS } from '../../core/geometry/limits.ts';
import type { CropToEncode } from '../jobs.ts';

/** High enough that letters keep their edges; the lossless choice is PNG. */
const QUALITY = 0.92;

/**
 * JPEG or WebP by the browser's own encoder. What comes out is checked, for browsers fall back to PNG or shrink without a word.
 * Throws RangeError, in words; for more than MOST_CANVAS_PIXELS before anything is made.
 */
export async function encodeByCanvas(
  crop: CropToEncode,
  format: Exclude<CropFormat, 'png'>,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const { name, mime } = CROP_FORMATS[format];
  const { width, height } = crop;
  if (width * height > MOST_CANVAS_PIXELS) throw tooLarge(name, crop);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context || canvas.width !== width || canvas.height !== height) throw failed(name, crop);
  const pixels = await createImageBitmap(new ImageData(crop.rgba, width, height), { premultiplyAlpha: 'none' });
  try {
    if (format === 'jpeg') {
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, height);
    }
    context.drawImage(pixels, 0, 0);
  } finally {
    pixels.close();
  }
  const notes = notesFor(crop, format);
  const blob = await canvas.convertToBlob({ type: mime, quality: QUALITY });
  if (blob.type !== mime || blob.size === 0) throw failed(name, crop);
  const made = await createImageBitmap(blob).catch(() => null);
  const whole = made?.width === width && made.height === height;
  made?.close();
  if (!whole) throw failed(name, crop);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), notes };
}

function notesFor({ rgba, colourChunks }: CropToEncode, format: Exclude<CropFormat, 'png'>): string[] {
  const { name } = CROP_FORMATS[format];
  const notes: string[] = [];
  if (format === 'jpeg' && hasTransparency(rgba)) notes.push('JPEG has no transparency: it was put on white.');
  if (colourChunks.length > 0)
    notes.push(`The colour profile of the image is not carried into ${name} crops; choose PNG to keep it.`);
  return notes;
}

function hasTransparency(rgba: Uint8ClampedArray): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return true;
  return false;
}

function tooLarge(name: string, crop: CropToEncode): Error {
  const most = MOST_CANVAS_PIXELS.toLocaleString('en-US');
  return new RangeError(`${name} crops may have ${most} pixels at most, and this one is ${sizeOf(crop)}. Choose PNG.`);
}

function failed(name: string, crop: CropToEncode): Error {
  return new RangeError(`The browser could not save a crop of ${sizeOf(crop)} as ${name}. Choose PNG.`);
}

function sizeOf({ width, height }: CropToEncode): string {
  return `${width.toLocaleString('en-US')} × ${height.toLocaleString('en-US')} px`;
}
