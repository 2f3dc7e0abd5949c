import type { CropFormat } from '../core/export/crop-format.ts';
import type { CropRow } from '../core/export/crop-plan.ts';
import type { StraightCut } from '../core/export/straight-cut.ts';
import { boxOfCut, type Cut } from '../core/export/cut.ts';
import { singleCropName } from '../core/export/file-names.ts';
import type { ImageFacts } from '../core/export/image-facts.ts';
import type { EncodedCrop } from '../workers/jobs.ts';
import { run } from '../workers/run.ts';
import type { ImageSource, Pixels } from './image-source.ts';
import type { ImageView } from './image-view.ts';
import { straightenInTurns } from './straighten.ts';

/** One crop as a file. */
export interface Crop {
  readonly blob: Blob;
  /** `<image name>-region-<N>.<ext>` */
  readonly name: string;
  readonly sha256: string | null;
  readonly notes: readonly string[];
}

/**
 * Cuts one planned region from the original pixels, and turns it upright if that is planned.
 * @throws RangeError in words when there is nothing to cut or the format cannot hold it; the signal's reason when aborted
 */
export async function cropRegion(
  view: ImageView,
  row: Pick<CropRow, 'number' | 'cut' | 'straight' | 'reason'>,
  format: CropFormat,
  signal?: AbortSignal,
): Promise<Crop> {
  if (!row.cut) throw new RangeError(`Region ${row.number} is ${row.reason ?? 'not cut: there is nothing to cut'}.`);
  const pixels = await readCrop(view, row.straight ?? row.cut, signal);
  const { bytes, mime, sha256, notes } = await cropEncoder(view.source, format)(pixels, signal);
  return {
    blob: new Blob([bytes], { type: mime }),
    name: singleCropName(view.source.name, row.number, format),
    sha256,
    notes,
  };
}

/** Pixels of a crop as the image shows them, or turned upright. */
export async function readCrop(
  view: Pick<ImageView, 'read'>,
  crop: Cut | StraightCut,
  signal?: AbortSignal,
): Promise<Pixels> {
  if (!('reads' in crop)) return view.read(boxOfCut(crop), signal);
  return straightenInTurns(await view.read(crop.reads, signal), crop, signal);
}

/** Encodes pixels of a source off the main thread, its colours carried over. The pixels are moved: the caller's are empty after. */
export function cropEncoder(
  source: Pick<ImageSource, 'colourChunks'>,
  format: CropFormat,
): (pixels: Pixels, signal?: AbortSignal) => Promise<EncodedCrop> {
  return ({ width, height, rgba }, signal) =>
    run(
      'encodeCrop',
      { width, height, rgba, format, colourChunks: source.colourChunks },
      { signal, transfer: [rgba.buffer] },
    );
}

/** What a manifest says about the image that is shown. */
export async function imageFacts({ source, size, choice }: ImageView): Promise<ImageFacts> {
  return {
    name: source.name,
    width: size.width,
    height: size.height,
    sha256: await source.sha256(),
    orientation: choice,
    exifOrientation: source.orientation,
    notes: source.notes,
  };
}
