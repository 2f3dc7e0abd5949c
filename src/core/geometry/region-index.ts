import type { Inspection } from '../inspection/inspection.ts';
import type { RegionTable } from '../inspection/region-table.ts';
import { determinant, invertAffine, mapRect } from './affine.ts';
import { type Direction, nearestRow } from './nearest-row.ts';
import { grown } from './rect.ts';
import { RegionSearch } from './region-search.ts';
import { type RegionTree, treeExtent, treeOf, treeOfLevels } from './region-tree.ts';
import type { ImagePoint, ImageRect, ReceivedRect } from './space.ts';

/**
 * Which regions are where. The tree is built over received coordinates, so a change of frame rebuilds nothing:
 * questions in image pixels are mapped back through the frame.
 */
export interface RegionIndex {
  /** Rows that have a box with area and are of a level that is shown, ascending. Nothing else is drawn or hit. */
  readonly rows: Uint32Array;
  /** The upright box in image pixels round the rows of all levels, so that a page without a picture stays as large; null when there are none. */
  readonly extent: ImageRect | null;
  /**
   * Rows whose box holds the point, smallest area first, so that a box inside a box can be pointed at.
   * `slack` in image pixels widens the boxes, for thin ones and for fingers; without it right and bottom edges are outside.
   */
  at(point: ImagePoint, slack?: number): number[];
  /** The first of `at`, without making a list: what the pointer is over is asked at every move. */
  smallestAt(point: ImagePoint, slack?: number): number | null;
  /**
   * Rows whose box touches the rectangle, ascending. Under a turned frame a few more than needed.
   * A view of a buffer that the next question fills again: asking makes no list.
   */
  collect(rect: ImageRect): Uint32Array;
  /** The region to go to from `row` in a direction of the image as shown; null at the end. */
  nearest(row: number, direction: Direction): number | null;
}

interface Searched {
  /** As `Inspection.shownLevels`. */
  readonly levels: number | null;
  readonly tree: RegionTree;
  readonly search: RegionSearch;
}

/** Of all levels, and of some the last ones that were shown: a tree of a million rows is large. */
const searches = new WeakMap<RegionTable, { all?: Searched; some?: Searched }>();
const indexes = new WeakMap<Inspection, RegionIndex>();

/** The index of an inspection, made once. A new inspection over the same regions shares the tree. */
export function regionIndexOf(inspection: Inspection): RegionIndex {
  const known = indexes.get(inspection);
  if (known) return known;
  const index = createRegionIndex(inspection);
  indexes.set(inspection, index);
  return index;
}

function createRegionIndex(inspection: Inspection): RegionIndex {
  const { regions, frame } = inspection;
  const { tree, search } = searchedOf(inspection);
  const { rows } = tree;
  const back = invertAffine(frame);
  const extent = treeExtent(treeOf(regions));
  const slackScale = 1 / Math.sqrt(Math.abs(determinant(frame)));

  const spotAt = ({ x, y }: ImagePoint, slack: number): ReceivedRect | null => {
    if (!back) return null;
    const spot: ReceivedRect = mapRect(back, { x1: x, y1: y, x2: x, y2: y });
    return slack > 0 ? grown(spot, slack * slackScale) : spot;
  };

  return {
    rows,
    extent: extent && mapRect(frame, extent),
    at(point, slack = 0) {
      const spot = spotAt(point, slack);
      return spot ? search.all(spot, slack > 0 ? 'touches' : 'holds') : [];
    },
    smallestAt(point, slack = 0) {
      const spot = spotAt(point, slack);
      const row = spot ? search.smallest(spot, slack > 0 ? 'touches' : 'holds') : -1;
      return row < 0 ? null : row;
    },
    collect: (rect) => (back ? search.collect(mapRect(back, rect)) : NO_ROWS),
    nearest: (row, direction) => nearestRow(inspection, rows, row, direction),
  };
}

const NO_ROWS = new Uint32Array(0);

function searchedOf({ regions, shownLevels }: Inspection): Searched {
  const known = searches.get(regions) ?? {};
  searches.set(regions, known);
  const before = shownLevels === null ? known.all : known.some;
  if (before?.levels === shownLevels) return before;
  const whole = treeOf(regions);
  const tree = shownLevels === null ? whole : treeOfLevels(whole, regions, shownLevels);
  const made = { levels: shownLevels, tree, search: new RegionSearch(tree) };
  if (shownLevels === null) known.all = made;
  else known.some = made;
  return made;
}
