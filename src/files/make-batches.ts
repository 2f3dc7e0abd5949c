import type { CropBatch, CropPiece } from '../core/export/crop-batches.ts';
import type { MadeCrop, PieceOfPixels } from '../workers/sessions.ts';
import type { CropCrew } from './crop-crew.ts';

/** Straight RGBA of a box, as an image source reads it. */
interface BoxPixels {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Reads stored pixels. */
export type ReadBox = (box: CropPiece['box'], signal?: AbortSignal) => Promise<BoxPixels>;

export interface MadeBatch {
  readonly batch: CropBatch;
  /** One for each crop of the batch, in its order. */
  readonly crops: readonly MadeCrop[];
  /** Their files as they stand in a ZIP. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Pixels that are on their way at once, unless a single crop has more. With what encoding takes, some 200 MB. */
const MOST_UNDER_WAY = 16_777_216;

/**
 * Batches in the order given, a few of them worked on at once. A failure concerns the crops of its piece or batch alone.
 * `read` is null where the workers have the picture themselves.
 */
export async function* makeBatches(
  batches: Iterator<CropBatch>,
  crew: CropCrew,
  read: ReadBox | null,
  signal?: AbortSignal,
): AsyncGenerator<MadeBatch> {
  const under: { readonly pixels: number; readonly made: Promise<MadeBatch> }[] = [];
  let pixels = 0;
  let next = batches.next();
  for (;;) {
    while (
      !next.done &&
      under.length < crew.asksAtOnce &&
      (pixels === 0 || pixels + next.value.pixels <= MOST_UNDER_WAY)
    ) {
      signal?.throwIfAborted();
      const made = makeBatch(next.value, crew, read, signal);
      made.catch(() => {}); // Waited for below; until then a stop must not count as unhandled.
      under.push({ pixels: next.value.pixels, made });
      pixels += next.value.pixels;
      next = batches.next();
    }
    const first = under.shift();
    if (!first) return;
    // eslint-disable-next-line no-await-in-loop -- in the order of the plan
    yield await first.made;
    pixels -= first.pixels;
    signal?.throwIfAborted();
  }
}

async function makeBatch(
  batch: CropBatch,
  crew: CropCrew,
  read: ReadBox | null,
  signal?: AbortSignal,
): Promise<MadeBatch> {
  if (batch.pieces.length === 0) {
    await breath();
    return { batch, crops: [], bytes: null };
  }
  let unread = new Map<CropPiece, string>();
  const readAll = async () => {
    if (!read) return batch.pieces.map((piece) => ({ ...piece, rgba: null }));
    unread = new Map();
    const pieces: PieceOfPixels[] = [];
    for (const piece of batch.pieces) {
      try {
        // eslint-disable-next-line no-await-in-loop -- all are read through one canvas
        const { rgba } = await read(piece.box, signal);
        pieces.push({ ...piece, rgba });
      } catch (error) {
        signal?.throwIfAborted();
        unread.set(piece, wordsOf(error));
      }
    }
    return pieces;
  };
  try {
    const { bytes, crops } = await crew.make(readAll);
    let at = 0;
    const all = batch.pieces.flatMap((piece) => {
      const why = unread.get(piece);
      if (why !== undefined) return piece.crops.map(() => failedCrop(why));
      at += piece.crops.length;
      return crops.slice(at - piece.crops.length, at);
    });
    return { batch, crops: all, bytes };
  } catch (error) {
    signal?.throwIfAborted();
    const failed = failedCrop(wordsOf(error));
    return { batch, crops: batch.pieces.flatMap(({ crops }) => crops.map(() => failed)), bytes: null };
  }
}

function failedCrop(failed: string): MadeCrop {
  return { entry: null, sha256: null, failed, notes: [] };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The page answers the person before the next few hundred rows that have no file. */
function breath(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 0);
  });
}
