import type { Rect, Size } from '../core/geometry/space.ts';
import type { PicturePiece, PixelBox } from './image-source.ts';
import { MAX_TILE_BYTES } from './limits.ts';
import {
  borderedBox,
  finerTiles,
  firstWholeLevel,
  fromMiddle,
  sameTiles,
  TILE,
  tileBox,
  tileCount,
  type TileRange,
  tilesOver,
} from './pyramid.ts';

/** On their way at once, and so made in one frame: no more than leaves time in it to draw. */
const AT_ONCE = 4;
/** Of one tile while the same tiles are asked for: memory may be short for a moment, or for good. */
const MOST_TRIES = 2;
const TILE_BYTES = (TILE + 2) ** 2 * 4;
const MOST_KEPT = Math.floor(MAX_TILE_BYTES / TILE_BYTES);

interface Parts {
  readonly full: ImageBitmap;
  readonly stored: Size;
  /** Stands in for every tile that is not there yet, and is all there is from the first whole level on. */
  readonly coarse: PicturePiece;
  /** Called when there is more to show. */
  readonly changed: () => void;
}

/** Pieces of a picture that is too large to be drawn as one, made when they are looked at. */
export interface Tiles {
  /** At `level`, or a coarser one when so many tiles could not be kept. */
  pieces(visible: Rect<'image'>, level: number): readonly PicturePiece[];
  dispose(): void;
}

/** Tiles are cut from `full`, which stays the caller's; those not looked at for longest are closed beyond MAX_TILE_BYTES. */
export function openTiles({ full, stored, coarse, changed }: Parts): Tiles {
  /** The one used longest ago first. */
  const kept = new Map<string, PicturePiece>();
  const making = new Set<string>();
  /** How often the browser could not make a tile of `range`. */
  const failures = new Map<string, number>();
  let range: TileRange | null = null;
  let stale = false;
  let list: readonly PicturePiece[] = [];
  const wholeFrom = firstWholeLevel(stored);
  const coarseOnly = [coarse];
  let disposed = false;

  const take = (key: string): PicturePiece | null => {
    const tile = kept.get(key);
    if (tile === undefined) return null;
    kept.delete(key);
    kept.set(key, tile);
    return tile;
  };

  const listOf = (wanted: TileRange, visible: Rect<'image'>) => {
    const found: PicturePiece[] = [];
    const missing: MissingTile[] = [];
    for (let row = wanted.top; row < wanted.bottom; row += 1)
      for (let column = wanted.left; column < wanted.right; column += 1) {
        const tile = take(keyOf(wanted.level, column, row));
        if (tile) {
          found.push(tile);
          continue;
        }
        const box = tileBox(stored, wanted.level, column, row);
        found.push(...(finer(wanted.level, column, row) ?? [coarser(wanted.level, column, row, box)]));
        const key = keyOf(wanted.level, column, row);
        const failed = failures.get(key) ?? 0;
        if (!making.has(key) && failed < MOST_TRIES)
          missing.push({ key, level: wanted.level, box, failed, far: fromMiddle(box, visible) });
      }
    missing.sort((one, other) => one.failed - other.failed || one.far - other.far);
    for (const tile of missing.slice(0, Math.max(0, AT_ONCE - making.size))) void make(tile);
    return found;
  };

  /** Zooming out: what was shown up to now is as sharp, if all of it is there. */
  const finer = (level: number, column: number, row: number): PicturePiece[] | null => {
    if (level === 0) return null;
    const inside = finerTiles(stored, level, column, row);
    const found: PicturePiece[] = [];
    for (let y = inside.top; y < inside.bottom; y += 1)
      for (let x = inside.left; x < inside.right; x += 1) {
        const tile = take(keyOf(level - 1, x, y));
        if (tile) found.push(tile);
      }
    return found.length === tileCount(inside) ? found : null;
  };

  /** Zooming in: the tile of a coarser level that holds this one, else the shrunken copy. */
  const coarser = (level: number, column: number, row: number, shown: PixelBox): PicturePiece => {
    const tile = take(keyOf(level + 1, column >> 1, row >> 1));
    return { bitmap: (tile ?? coarse).bitmap, at: (tile ?? coarse).at, shown };
  };

  const make = async ({ key, level, box }: MissingTile) => {
    making.add(key);
    const tile = await cut(full, borderedBox(stored, level, box), 2 ** level)
      .then(({ bitmap, at }): PicturePiece => ({ bitmap, at, shown: box }))
      // No memory for it: the coarser piece stays, and it is tried again after the others.
      .catch(() => null);
    making.delete(key);
    if (disposed) {
      tile?.bitmap.close();
      return;
    }
    if (tile) kept.set(key, tile);
    else failures.set(key, (failures.get(key) ?? 0) + 1);
    closeOldest();
    stale = true;
    // Once for all that were made together: each time a whole view is drawn.
    if (making.size === 0) changed();
  };

  const closeOldest = () => {
    for (const [key, tile] of kept) {
      if (kept.size <= MOST_KEPT) return;
      kept.delete(key);
      tile.bitmap.close();
    }
  };

  return {
    pieces(visible, level) {
      let wanted = tilesOver(visible, stored, level);
      // Half of what is kept, so that those of the view before and those that stand in have room too.
      while (tileCount(wanted) * 2 > MOST_KEPT) wanted = tilesOver(visible, stored, wanted.level + 1);
      if (wanted.level >= wholeFrom) return coarseOnly;
      const moved = !range || !sameTiles(wanted, range);
      if (moved) failures.clear();
      if (moved || stale) {
        stale = false;
        list = listOf(wanted, visible);
        range = wanted;
      }
      return list;
    },
    dispose() {
      disposed = true;
      for (const tile of kept.values()) tile.bitmap.close();
      kept.clear();
      list = [];
    },
  };
}

interface MissingTile {
  readonly key: string;
  readonly level: number;
  readonly box: PixelBox;
  /** Times; those that never failed come first. */
  readonly failed: number;
  readonly far: number;
}

function keyOf(level: number, column: number, row: number): string {
  return `${level}/${column}/${row}`;
}

async function cut(
  full: ImageBitmap,
  at: PixelBox,
  shrinkBy: number,
): Promise<{ readonly bitmap: ImageBitmap; readonly at: PixelBox }> {
  const bitmap = await createImageBitmap(full, at.x, at.y, at.width, at.height, {
    ...(shrinkBy > 1 && {
      resizeWidth: Math.ceil(at.width / shrinkBy),
      resizeHeight: Math.ceil(at.height / shrinkBy),
      resizeQuality: 'low', // The mean of four pixels, at one half.
    }),
    // For the screen alone: transparent pixels must not bleed their hidden colour into their neighbours.
    premultiplyAlpha: 'premultiply',
  });
  return { bitmap, at };
}
