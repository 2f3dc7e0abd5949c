import { keepsUpright } from '../geometry/affine.ts';
import type { FrameSetting } from '../geometry/frame-setting.ts';
import type { ReceivedRect, Size } from '../geometry/space.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { itemProblems, itemText } from '../inspection/items.ts';
import { hasFlag, receivedRect } from '../inspection/region-table.ts';
import type { Problem } from '../problem.ts';
import { CROP_FORMATS, type CropFormat } from './crop-format.ts';
import { countCrops } from './crop-count.ts';
import { type Cut, cutInFrame } from './cut.ts';
import { archiveName, imageStem, namer, paddedIndex, stemOf } from './file-names.ts';
import { type SlantedCrops, type StraightCut, straightCut } from './straight-cut.ts';

export interface CropChoices {
  /** Pixels added on every side before the cut is clamped to the image. */
  readonly padding: number;
  readonly format: CropFormat;
  /** See PLACEHOLDERS; empty means `{index}`. */
  readonly pattern: string;
  /** The image's file name; null while there is none. */
  readonly imageName: string | null;
  /** Of regions that lie slanted on the image; without it their bounding boxes. */
  readonly slanted?: SlantedCrops;
  /** The inspection's frame as the person set it, for the manifest. */
  readonly setting?: FrameSetting | null;
  /** How a region's problems are worded in the manifest; by default their `what`. */
  readonly problemWords?: (problem: Problem) => string;
}

/** One region of an export, cut or not. */
export interface CropRow {
  readonly row: number;
  /** The entry's number in what was received, from 1. */
  readonly number: number;
  /** As the service sent it, not ordered. NaN for a refused entry. */
  readonly received: ReceivedRect;
  readonly cut: Cut | null;
  /** How the cut is turned upright; null when it is taken as it is. */
  readonly straight: StraightCut | null;
  /** Path inside the ZIP, `crops/001.png`; null when there is nothing to cut. */
  readonly file: string | null;
  /** Why there is no file; null when there is one. */
  readonly reason: string | null;
  /** null: no text belongs to the region. */
  readonly text: string | null;
  readonly problems: readonly string[];
}

/** Everything that an export does, decided before the first pixel is read. */
export interface CropPlan {
  /** Made anew, the same, each time they are asked for one by one: a hundred thousand of them are never held at once. */
  readonly rows: Iterable<CropRow>;
  /** Rows that have a file. */
  readonly fileCount: number;
  readonly format: CropFormat;
  readonly padding: number;
  readonly pattern: string;
  /** null: no region lies slanted on the image. */
  readonly slanted: SlantedCrops | null;
  readonly setting: FrameSetting | null;
  /** `<image name>-crops.zip` */
  readonly archiveName: string;
  readonly inspection: Pick<Inspection, 'pairing' | 'frame' | 'texts'>;
}

/** Plans the crops of `rows` (0-based, in the order given; what is no region of the inspection is left out). */
export function planCrops(inspection: Inspection, rows: Iterable<number>, choices: CropChoices): CropPlan {
  const known = knownRows(rows, inspection.regions.count);
  return {
    rows: { [Symbol.iterator]: () => cropRows(inspection, known, choices) },
    fileCount: countCrops(inspection, known, choices.padding, choices.slanted).crops,
    format: choices.format,
    padding: choices.padding,
    pattern: choices.pattern,
    slanted: keepsUpright(inspection.frame) ? null : (choices.slanted ?? 'bounding box'),
    setting: choices.setting ?? null,
    archiveName: archiveName(choices.imageName),
    inspection: { pairing: inspection.pairing, frame: inspection.frame, texts: inspection.texts },
  };
}

/** Each region once, in the order given. */
function knownRows(rows: Iterable<number>, count: number): Uint32Array {
  const taken = new Uint8Array(count);
  const known = new Uint32Array(count);
  let length = 0;
  for (const row of rows) {
    // Nothing stands at a place that is no row of the table: there the answer is undefined.
    if (taken[row] !== 0) continue;
    taken[row] = 1;
    known[length] = row;
    length += 1;
  }
  return known.subarray(0, length);
}

function* cropRows(inspection: Inspection, rows: Uint32Array, choices: CropChoices): Generator<CropRow> {
  const names = namer(CROP_FORMATS[choices.format].extension);
  for (const row of rows) {
    const found = cropRow(inspection, row, choices);
    const size = cropSize(found);
    const file = size ? `crops/${names.next(stemFor(found, size, choices, inspection.regions.count))}` : null;
    yield { ...found, file };
  }
}

function cropRow(inspection: Inspection, row: number, choices: CropChoices): CropRow {
  const received = receivedRect(inspection.regions, row);
  const { cut, straight } = shapeOfCrop(inspection, row, choices);
  return {
    row,
    number: row + 1,
    received,
    cut,
    straight,
    file: null,
    reason: cut ? null : reasonFor(inspection, row),
    text: itemText(inspection, row),
    problems: itemProblems(inspection, row, cut !== null).map(choices.problemWords ?? (({ what }) => what)),
  };
}

/** Where a region is cut, and how it is turned upright, if it is. */
export function shapeOfCrop(
  { imageSize, regions, frame }: Pick<Inspection, 'imageSize' | 'regions' | 'frame'>,
  row: number,
  { padding, slanted }: Pick<CropChoices, 'padding' | 'slanted'>,
): Pick<CropRow, 'cut' | 'straight'> {
  if (!imageSize) return { cut: null, straight: null };
  const received = receivedRect(regions, row);
  if (slanted !== 'straightened' || keepsUpright(frame))
    return { cut: cutInFrame(frame, received, padding, imageSize), straight: null };
  const straight = straightCut(frame, received, padding, imageSize);
  return { cut: straight?.cut ?? null, straight };
}

/** Pixels of the crop's file; null when there is none. */
export function cropSize({ cut, straight }: Pick<CropRow, 'cut' | 'straight'>): Size | null {
  if (straight) return { width: straight.width, height: straight.height };
  return cut && { width: cut.x2 - cut.x1, height: cut.y2 - cut.y1 };
}

function reasonFor({ imageSize, regions }: Inspection, row: number): string {
  if (hasFlag(regions, row, 'refused')) return 'not cut: the entry is not a rectangle';
  if (!imageSize) return 'not cut: no image is open';
  if (hasFlag(regions, row, 'noArea')) return 'not cut: the region has no area';
  return `not cut: the region lies outside the image of ${imageSize.width} × ${imageSize.height} px`;
}

function stemFor(row: CropRow, size: Size, { pattern, imageName }: CropChoices, count: number): string {
  const { x1, y1, x2, y2 } = row.received;
  return stemOf(pattern, {
    index: paddedIndex(row.number, count),
    text: row.text ?? '',
    x1: String(x1),
    y1: String(y1),
    x2: String(x2),
    y2: String(y2),
    width: String(size.width),
    height: String(size.height),
    image: imageStem(imageName),
  });
}
