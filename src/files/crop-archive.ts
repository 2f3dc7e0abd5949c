import { makeZip } from 'client-zip';
import type { CropPlan, CropRow } from '../core/export/crop-plan.ts';
import { boxOfCut } from '../core/export/cut.ts';
import { type CropOutcome, type ImageFacts, manifestCsv, manifestJson } from '../core/export/manifest.ts';
import type { EncodedCrop } from '../workers/jobs.ts';

/** Straight RGBA of a cut, as an image view reads it. */
export interface CutPixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

export interface CropView {
  read(
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    signal?: AbortSignal,
  ): Promise<CutPixels>;
}

export interface CropExport {
  readonly plan: CropPlan;
  readonly image: ImageFacts;
  readonly view: CropView;
  /** Pixels to the bytes of a file. A failure concerns its crop alone. */
  readonly encode: (pixels: CutPixels, signal?: AbortSignal) => Promise<EncodedCrop>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ExportedCrops {
  readonly blob: Blob;
  /** `<image name>-crops.zip` */
  readonly name: string;
  readonly files: number;
  /** Crops that were planned and could not be made, with the reason in words. */
  readonly failed: readonly { readonly number: number; readonly reason: string }[];
}

/** Crops on their way at once: enough to keep the encoders busy, few enough to keep memory flat. */
const AT_ONCE = 6;
/** The same input gives the same bytes, so no clock: the first day that a ZIP can name, in local time as ZIP has it. */
const NO_DATE = new Date(1980, 0, 1);

interface ZipEntry {
  readonly name: string;
  readonly input: Uint8Array<ArrayBuffer> | string;
  readonly lastModified: Date;
}

/**
 * All crops of a plan with manifest.json and manifest.csv in one ZIP. Bytes are handed on as they come, so that memory holds
 * a few crops at a time; the browser keeps a large Blob on disk.
 * @throws the signal's reason when stopped; nothing is left half made then
 */
export async function exportCrops(options: CropExport): Promise<ExportedCrops> {
  const outcomes = new Map<number, CropOutcome>();
  const blob = await blobOf(entries(options, outcomes));
  const failed = options.plan.rows.flatMap(({ row, number }) => {
    const reason = outcomes.get(row)?.failed;
    return reason ? [{ number, reason }] : [];
  });
  return {
    blob,
    name: options.plan.archiveName,
    files: options.plan.fileCount - failed.length,
    failed,
  };
}

/** A failure comes out as it was thrown: reading the stream as a body would turn every one into "Failed to fetch". */
async function blobOf(files: AsyncGenerator<ZipEntry>): Promise<Blob> {
  let failure: { readonly error: unknown } | null = null;
  async function* watched(): AsyncGenerator<ZipEntry> {
    try {
      yield* files;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  const headers = { 'Content-Type': 'application/zip' };
  try {
    return await new Response(makeZip(watched(), { buffersAreUTF8: true }), { headers }).blob();
  } catch (error) {
    throw thrown(failure, error);
  }
}

function thrown(failure: { readonly error: unknown } | null, otherwise: unknown): unknown {
  return failure ? failure.error : otherwise;
}

async function* entries(options: CropExport, outcomes: Map<number, CropOutcome>): AsyncGenerator<ZipEntry> {
  const { plan, image, signal, onProgress } = options;
  const todo = plan.rows.filter((row) => row.file !== null);
  onProgress?.(0, todo.length);
  let done = 0;
  for await (const { row, file, crop } of made(todo, options)) {
    outcomes.set(row.row, { sha256: crop.sha256, failed: crop.failed, notes: crop.notes });
    if (crop.bytes) yield { name: file, input: crop.bytes, lastModified: NO_DATE };
    done += 1;
    onProgress?.(done, todo.length);
  }
  signal?.throwIfAborted();
  yield { name: 'manifest.json', input: manifestJson(plan, image, outcomes), lastModified: NO_DATE };
  yield { name: 'manifest.csv', input: manifestCsv(plan, outcomes), lastModified: NO_DATE };
}

interface Made extends CropOutcome {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Crops in the order of the plan, a few of them worked on at once. */
async function* made(
  rows: readonly CropRow[],
  options: CropExport,
): AsyncGenerator<{ row: CropRow; file: string; crop: Made }> {
  const under: { row: CropRow; file: string; crop: Promise<Made> }[] = [];
  let next = 0;
  const fill = () => {
    for (; under.length < AT_ONCE && next < rows.length; next += 1) {
      const row = rows[next];
      if (!row?.file) continue;
      const crop = makeCrop(row, options);
      crop.catch(() => {}); // Waited for below; until then a stop must not count as unhandled.
      under.push({ row, file: row.file, crop });
    }
  };
  for (fill(); ; fill()) {
    const first = under.shift();
    if (!first) return;
    options.signal?.throwIfAborted();
    yield { ...first, crop: await first.crop };
  }
}

async function makeCrop({ cut }: CropRow, { view, encode, signal }: CropExport): Promise<Made> {
  signal?.throwIfAborted();
  if (!cut) return { bytes: null, sha256: null, failed: 'there is nothing to cut', notes: [] };
  try {
    const { bytes, sha256, notes } = await encode(await view.read(boxOfCut(cut), signal), signal);
    return { bytes, sha256, failed: null, notes };
  } catch (error) {
    signal?.throwIfAborted();
    return { bytes: null, sha256: null, failed: error instanceof Error ? error.message : String(error), notes: [] };
  }
}
