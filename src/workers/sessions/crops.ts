import { concat } from '../../core/concat.ts';
import { crc32 } from '../../core/export/crc32.ts';
import type { CropToCut } from '../../core/export/crop-batches.ts';
import { localHeader, type ZipEntry } from '../../core/export/zip.ts';
import type { PixelBox, Pixels } from '../../image/image-source.ts';
import { closeBands, readBands } from '../../image/pixel-bands.ts';
import { straighten } from '../../image/straighten.ts';
import { turnPixels } from '../../image/turn.ts';
import { encodeCrop } from '../jobs/encode-crop.ts';
import type { EncodedCrop } from '../jobs.ts';
import type { CropsStart, MadeCrop, OpenSession, PieceOfPixels } from '../sessions.ts';

/** Cuts crops out of pieces, turns, encodes and hashes them, and joins them as they stand in a ZIP. */
export const openCrops: OpenSession<'crops'> = async (start) => ({
  close: () => closeBands(start.bands ?? []),
  async ask(pieces) {
    const made = (await Promise.all(pieces.map((piece) => cropsOf(piece, start)))).flat();
    const bytes = concat(
      Uint8Array,
      made.flatMap(({ entry, file }) => (entry && file ? [localHeader(entry), file] : [])),
    );
    return { answer: { bytes, crops: made.map(({ crop }) => crop) }, transfer: [bytes.buffer] };
  },
});

interface Made {
  readonly crop: MadeCrop;
  readonly entry: ZipEntry | null;
  readonly file: Uint8Array<ArrayBuffer> | null;
}

function cropsOf(piece: PieceOfPixels, start: CropsStart): Promise<Made[]> {
  return Promise.all(piece.crops.map((crop) => cropOf(piece, crop, start)));
}

async function cropOf(piece: PieceOfPixels, crop: CropToCut, start: CropsStart): Promise<Made> {
  const { file: name } = crop;
  try {
    const { output } = await encoded(await pixelsOf(piece, crop.box, start), crop.straight, start);
    const { bytes: file, sha256, notes } = output;
    const entry = { name, crc32: crc32(file), size: file.length };
    return { file, entry, crop: { entry, sha256, failed: null, notes } };
  } catch (error) {
    if (isBroken(error)) throw error;
    return failed(error);
  }
}

/** From the bands each crop by itself: a buffer for all of a piece costs more than it saves. */
async function pixelsOf({ box: from, rgba }: PieceOfPixels, box: PixelBox, { bands }: CropsStart): Promise<Pixels> {
  const { width, height } = box;
  return rgba ? cutOut(from, rgba, box) : { width, height, rgba: await readBands(bands ?? [], box) };
}

/** The encoder itself broke, and what it makes from now on is not to be trusted: the page starts another worker. */
function isBroken(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError;
}

function failed(error: unknown): Made {
  const why = error instanceof Error ? error.message : String(error);
  return { file: null, entry: null, crop: { entry: null, sha256: null, failed: why, notes: [] } };
}

function encoded(
  pixels: Pixels,
  straight: CropToCut['straight'],
  { orientation, format, colourChunks }: CropsStart,
): Promise<{ readonly output: EncodedCrop }> {
  const shown = turnPixels(pixels, orientation);
  const { width, height, rgba } = straight ? straighten(shown, straight) : shown;
  return encodeCrop({ width, height, rgba, format, colourChunks });
}

/** A crop that is all of its piece is not copied. */
function cutOut(from: PixelBox, rgba: Uint8ClampedArray<ArrayBuffer>, { x, y, width, height }: PixelBox): Pixels {
  if (width === from.width && height === from.height) return { width, height, rgba };
  const all = new Uint32Array(rgba.buffer, rgba.byteOffset, from.width * from.height);
  const cut = new Uint32Array(width * height);
  let at = (y - from.y) * from.width + (x - from.x);
  for (let row = 0; row < height; row += 1) {
    cut.set(all.subarray(at, at + width), row * width);
    at += from.width;
  }
  return { width, height, rgba: new Uint8ClampedArray(cut.buffer) };
}
