import { cropBatches } from '../core/export/crop-batches.ts';
import type { CropPlan } from '../core/export/crop-plan.ts';
import type { ImageFacts } from '../core/export/image-facts.ts';
import { csvManifest, jsonManifest, type Manifest } from '../core/export/manifest.ts';
import type { Orientation } from '../core/geometry/orientation.ts';
import type { CropsStart } from '../workers/sessions.ts';
import { type OpenCrops, openCrew } from './crop-crew.ts';
import { type MadeBatch, makeBatches, type ReadBox } from './make-batches.ts';
import { growingText, type ZipFile, zipFile } from './zip-file.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of an image view crops are made of. */
export interface CropView {
  readonly orientation: Orientation;
  /** Where a box of the shown picture lies in the stored one. */
  toStored(box: Box): Box;
  readonly source: { readonly read: ReadBox; readonly colourChunks: Uint8Array };
}

export interface CropExport {
  readonly plan: CropPlan;
  readonly image: ImageFacts;
  readonly view: CropView;
  /**
   * The picture for the workers; null where there is none to be had, and then it is read here, piece by piece. Asked when there are many
   * crops; what it gives is closed.
   */
  readonly share?: (signal?: AbortSignal) => Promise<CropsStart['bands']>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** For tests: other workers than the page's own. */
  readonly open?: OpenCrops;
}

export interface ExportedCrops {
  readonly blob: Blob;
  /** `<image name>-crops.zip` */
  readonly name: string;
  readonly files: number;
  /** Crops that were planned and could not be made, with the reason in words. */
  readonly failed: readonly { readonly number: number; readonly reason: string }[];
}

/** Below this, getting the picture ready to be shared may take longer than all the reading. */
const MANY = 100;

/**
 * All crops of a plan with manifest.json and manifest.csv in one ZIP. Workers read pixels from the picture that is shared with them, or
 * get them from here, some words at a time; they cut, encode and hash. What comes back goes into Blobs, so that memory holds a few
 * hundred crops however many there are.
 * @throws the signal's reason when stopped, and then nothing is left: no worker, no half-made file
 */
export async function exportCrops(options: CropExport): Promise<ExportedCrops> {
  const { plan, view, signal } = options;
  signal?.throwIfAborted();
  const { orientation, source } = view;
  const bands = plan.fileCount >= MANY ? ((await options.share?.(signal)) ?? null) : null;
  const crew = openCrew({ format: plan.format, orientation, colourChunks: source.colourChunks, bands }, options.open);
  const stop = () => crew.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const batches = cropBatches(plan.rows, (box) => view.toStored(box));
    const read: ReadBox = (box) => source.read(box, signal);
    return await collect(makeBatches(batches, crew, bands ? null : read, signal), options);
  } finally {
    signal?.removeEventListener('abort', stop);
    crew.close();
    for (const { frame } of bands ?? []) frame.close();
  }
}

async function collect(
  made: AsyncIterable<MadeBatch>,
  { plan, image, signal, onProgress }: CropExport,
): Promise<ExportedCrops> {
  const zip = zipFile();
  const manifests = [writing('manifest.json', jsonManifest(plan, image)), writing('manifest.csv', csvManifest())];
  const failed: { number: number; reason: string }[] = [];
  let done = 0;
  onProgress?.(0, plan.fileCount);
  for await (const { batch, crops, bytes } of made) {
    if (bytes)
      zip.add(
        bytes,
        crops.flatMap(({ entry }) => entry ?? []),
      );
    const outcomes = crops[Symbol.iterator]();
    const rows = batch.rows.map((row) => {
      const outcome = row.file === null ? undefined : outcomes.next().value;
      if (outcome?.failed) failed.push({ number: row.number, reason: outcome.failed });
      return { row, outcome };
    });
    for (const { text, manifest } of manifests)
      text.add(rows.map(({ row, outcome }) => manifest.row(row, outcome)).join(''));
    done += crops.length;
    if (crops.length > 0) onProgress?.(done, plan.fileCount);
  }
  signal?.throwIfAborted();
  for (const one of manifests) finish(one, zip);
  const blob = await kept(zip.end());
  signal?.throwIfAborted();
  return { blob, name: plan.archiveName, files: plan.fileCount - failed.length, failed };
}

function writing(name: string, manifest: Manifest) {
  const text = growingText();
  text.add(manifest.head());
  return { name, manifest, text };
}

function finish({ name, manifest, text }: ReturnType<typeof writing>, zip: ZipFile): void {
  text.add(manifest.end());
  zip.addText(name, text);
}

/** A Blob for which there was no room says so only when it is read, which would be after the person was told that all is well. */
async function kept(blob: Blob): Promise<Blob> {
  try {
    await blob.slice(-1).arrayBuffer();
    return blob;
  } catch (cause) {
    const megabytes = Math.ceil(blob.size / 1e6).toLocaleString('en-US');
    throw new Error(
      `The browser had no room to keep a ZIP of ${megabytes} MB. Free some disk space, or export fewer regions at once.`,
      { cause },
    );
  }
}
