import type { CropRow } from './crop-plan.ts';
import { boxOfCut } from './cut.ts';
import type { Straightening } from './straight-cut.ts';

/** Whole pixels, half-open. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CropToCut {
  readonly file: string;
  /** In stored pixels. */
  readonly box: Box;
  /** How the crop is read out of the box's pixels once they are turned as shown; null: they are the crop. */
  readonly straight: Straightening | null;
}

/** A box of stored pixels that is read at once, and the crops that lie in it. */
export interface CropPiece {
  readonly box: Box;
  readonly crops: readonly CropToCut[];
}

/** Rows of a plan that follow each other, and where their pixels are. The crops of the pieces are those of the rows, in their order. */
export interface CropBatch {
  readonly rows: readonly CropRow[];
  readonly pieces: readonly CropPiece[];
  /** Pixels of all pieces. */
  readonly pixels: number;
}

/** Few enough that progress moves and Cancel is heard, enough that messages cost nothing beside the crops. */
const MOST_CROPS = 64;
/** Three megabytes: some milliseconds of reading. A larger crop comes alone. */
const MOST_PIXELS = 786_432;
/** Rows without a file cost little, but not nothing. */
const MOST_ROWS = 512;
/** Words of one line are read as one box: reading pixels in between costs less than reading once more. */
const WASTE = 2;
const WASTE_PIXELS = 16_384;

/** Cuts a plan into batches, in its order. `toStored` is where a box of the shown picture lies in the stored one. */
export function* cropBatches(rows: Iterable<CropRow>, toStored: (box: Box) => Box): Generator<CropBatch> {
  let batch = new Growing();
  for (const row of rows) {
    const crop = cropOf(row, toStored);
    if (!batch.take(row, crop)) {
      yield batch;
      batch = new Growing();
      batch.take(row, crop);
    }
  }
  if (batch.rows.length > 0) yield batch;
}

function cropOf({ cut, file, straight }: CropRow, toStored: (box: Box) => Box): CropToCut | null {
  if (!cut || file === null) return null;
  if (!straight) return { file, box: toStored(boxOfCut(cut)), straight: null };
  const { width, height, toPixels } = straight;
  return { file, box: toStored(straight.reads), straight: { width, height, toPixels } };
}

class Growing implements CropBatch {
  readonly rows: CropRow[] = [];
  readonly pieces: { box: Box; crops: CropToCut[]; used: number }[] = [];
  pixels = 0;
  #crops = 0;

  /** False when there is no room; the first crop always has room. */
  take(row: CropRow, crop: CropToCut | null): boolean {
    if (this.rows.length === MOST_ROWS || (crop && !this.#add(crop))) return false;
    this.rows.push(row);
    return true;
  }

  #add(crop: CropToCut): boolean {
    const area = areaOf(crop.box);
    const last = this.pieces.at(-1);
    const wider = last ? round(last.box, crop.box) : crop.box;
    const joins = last !== undefined && areaOf(wider) <= (last.used + area) * WASTE + WASTE_PIXELS;
    const pixels = this.pixels + (joins ? areaOf(wider) - areaOf(last.box) : area);
    if (this.#crops > 0 && (this.#crops === MOST_CROPS || pixels > MOST_PIXELS)) return false;
    if (joins) {
      last.box = wider;
      last.crops.push(crop);
      last.used += area;
    } else {
      this.pieces.push({ box: crop.box, crops: [crop], used: area });
    }
    this.pixels = pixels;
    this.#crops += 1;
    return true;
  }
}

function areaOf({ width, height }: Box): number {
  return width * height;
}

/** The box round both. */
function round(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
