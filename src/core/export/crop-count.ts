import { keepsUpright } from '../geometry/affine.ts';
import type { ReceivedRect } from '../geometry/space.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { receivedRect } from '../inspection/region-table.ts';
import { slackOf, wholePadding } from './cut.ts';
import { type SlantedCrops, straightCuts } from './straight-cut.ts';

/** Crops of one ZIP: some gigabytes of words. What comes out must fit where the browser keeps it until it is saved. */
export const MOST_CROPS = 100_000;

type CountedInspection = Pick<Inspection, 'regions' | 'imageSize' | 'frame'>;

export interface CropCount {
  /** Rows that a file is cut of. */
  readonly crops: number;
  /** Rows that are left without area: in the manifest only. */
  readonly withoutFile: number;
  /** The first row with a file, or -1. */
  readonly firstRow: number;
}

/**
 * What a plan of these rows (each once) would cut, without making it: the same arithmetic as `cutInFrame`, straight from the columns, so
 * that a million rows are counted while a key is pressed.
 */
export function countCrops(
  inspection: CountedInspection,
  rows: Uint32Array,
  padding: number,
  slanted: SlantedCrops = 'bounding box',
): CropCount {
  const { regions, imageSize, frame } = inspection;
  if (!imageSize) return { crops: 0, withoutFile: rows.length, firstRow: -1 };
  const upright = keepsUpright(frame);
  if (!upright && slanted === 'straightened')
    return countStraight(inspection, rows, straightCuts(frame, padding, imageSize));
  const { received } = regions;
  const { a, b, c, d, e, f } = frame;
  const { width, height } = imageSize;
  const pad = wholePadding(padding);
  const slack = slackOf(frame);
  const linesToo = upright || pad > 0;
  let crops = 0;
  let firstRow = -1;
  for (const row of rows) {
    const at = row * 4;
    const x1 = received[at] ?? NaN;
    const y1 = received[at + 1] ?? NaN;
    const x2 = received[at + 2] ?? NaN;
    const y2 = received[at + 3] ?? NaN;
    const left = Math.floor(Math.min(a * x1, a * x2) + Math.min(c * y1, c * y2) + e + slack) - pad;
    const right = Math.ceil(Math.max(a * x1, a * x2) + Math.max(c * y1, c * y2) + e - slack) + pad;
    const top = Math.floor(Math.min(b * x1, b * x2) + Math.min(d * y1, d * y2) + f + slack) - pad;
    const bottom = Math.ceil(Math.max(b * x1, b * x2) + Math.max(d * y1, d * y2) + f - slack) + pad;
    if (!linesToo && (x1 === x2 || y1 === y2)) continue;
    // Written so that NaN has no area.
    if (Math.max(left, 0) < Math.min(right, width) && Math.max(top, 0) < Math.min(bottom, height)) {
      if (crops === 0) firstRow = row;
      crops += 1;
    }
  }
  return { crops, withoutFile: rows.length - crops, firstRow };
}

function countStraight(
  { regions }: CountedInspection,
  rows: Uint32Array,
  isCut: (received: ReceivedRect) => boolean,
): CropCount {
  let crops = 0;
  let firstRow = -1;
  for (const row of rows) {
    if (!isCut(receivedRect(regions, row))) continue;
    if (crops === 0) firstRow = row;
    crops += 1;
  }
  return { crops, withoutFile: rows.length - crops, firstRow };
}

/** Words for an export that no ZIP would hold; null when it fits. */
export function tooManyCrops(crops: number): string | null {
  if (crops <= MOST_CROPS) return null;
  const most = MOST_CROPS.toLocaleString('en-US');
  return `${crops.toLocaleString('en-US')} crops are more than one ZIP can hold here: ${most} at most. Select some of the regions, or search for some, and export those.`;
}
