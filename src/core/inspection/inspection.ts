import { mapRect } from '../geometry/affine.ts';
import type { ImageRect, Size } from '../geometry/space.ts';
import type { Problem } from '../problem.ts';
import type { Frame } from './frame.ts';
import type { Pairing } from './pairing.ts';
import { hasFlag, receivedRect, type RegionTable } from './region-table.ts';
import type { TextProblems } from './text-problems.ts';
import type { Texts } from './texts.ts';

/**
 * Everything the page shows of one image with its tasks, joined. A value: derive a new one, never change it.
 *
 * An *item* is what the list has a row for: items 0 .. regions.count - 1 are the received regions (item = row = number - 1),
 * the items after them are texts without a rectangle, in `pairing.loose` order.
 */
export interface Inspection {
  readonly regions: RegionTable;
  /** Where the rectangles came from, `page`: the text of a PDF's page; null when there are none and nothing said that there are none. */
  readonly regionSource: 'detection' | 'request' | 'recognition' | 'page' | null;
  /** `order` of the request per region row, or null: then the texts can only be paired by position. */
  readonly order: readonly number[] | null;
  /**
   * One per recognition entry, in the order received; null: the entry had no readable text. With `ownTexts` one per region row,
   * null: it has none; behind them the texts that came beside the layout and say something else.
   */
  readonly texts: Texts;
  /** As in `Decoded`, of `texts` without `ownTexts`. */
  readonly textEntries: Int32Array | null;
  /** The texts came with their rectangles: row r has text r, and there is nothing to pair. */
  readonly ownTexts: boolean;
  /** Per row, 0 to 1; NaN where the result tells none. null: it tells none at all. */
  readonly confidence: Float32Array | null;
  /** Levels whose rows are drawn, hit and listed, as `LevelBits`; null: all. Rows of others keep their number and their text. */
  readonly shownLevels: number | null;
  readonly pairing: Pairing;
  readonly frame: Frame;
  /** Pixels of the picture as shown, or null while there is no image. */
  readonly imageSize: Size | null;
  /** Per row: 1 when the region lies outside the image in part or whole. All 0 without an image. */
  readonly outside: Uint8Array;
  readonly itemCount: number;
  /** Problems of decoding and joining. Those of one region are asked for by `itemProblems`. */
  readonly problems: readonly Problem[];
  /** Per region row, sparse: what the decoder says of the entry. */
  readonly regionProblems: ReadonlyMap<number, readonly Problem[]>;
  /** Per text index, sparse. */
  readonly textProblems: TextProblems;
}

/** The upright box of a row in image pixels, not clamped; NaN for a refused row. */
export function imageRectOf(inspection: Inspection, row: number): ImageRect {
  // Maps the corners whatever their order: nothing to put in order first.
  return mapRect(inspection.frame, receivedRect(inspection.regions, row));
}

/** Has a box with area, so it can be drawn, hit and shown. */
export function isDrawable(inspection: Inspection, item: number): boolean {
  return (
    item >= 0 &&
    item < inspection.regions.count &&
    !hasFlag(inspection.regions, item, 'refused') &&
    !hasFlag(inspection.regions, item, 'noArea')
  );
}
