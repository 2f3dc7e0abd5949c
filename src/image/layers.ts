import { MOST_CANVAS_PIXELS } from '../core/geometry/limits.ts';
import type { Rect } from '../core/geometry/space.ts';
import { run } from '../workers/run.ts';
import type { Decoded } from './decode.ts';
import type { PicturePiece, PixelBox } from './image-source.ts';
import { firstWholeLevel, isFineEnough, levelFor } from './pyramid.ts';
import { openTiles, type Tiles } from './tiles.ts';

/** What is drawn of a picture: one bitmap at its scale, and tiles of it where that would be too large for one. */
export interface Layers {
  pieces(visible: Rect<'image'>, scale: number): readonly PicturePiece[];
  onChange(listener: () => void): () => void;
  dispose(): void;
}

/** Owns the picture and its copies, also a picture that comes later. */
export function openLayers({ stored, copies, full }: Decoded): Layers {
  const sheet: PixelBox = { x: 0, y: 0, ...stored };
  const wholeFrom = firstWholeLevel(stored);
  const listeners = new Set<() => void>();
  /** Lists of one, so that the same view gets the same list; the largest first. */
  let wholes = copies.map((bitmap) => [{ bitmap, at: sheet, shown: sheet }] as const);
  let tiles: Tiles | null = null;
  let picture: ImageBitmap | null = null;
  let disposed = false;

  const changed = () => {
    for (const listener of listeners) listener();
  };

  const take = (bitmap: ImageBitmap) => {
    if (disposed) {
      giveBack(bitmap);
      return;
    }
    picture = bitmap;
    const coarse = wholes[0]?.[0];
    if (coarse && wholeFrom > 0) tiles = openTiles({ full: bitmap, stored, coarse, changed });
    else wholes = [[{ bitmap, at: sheet, shown: sheet }], ...wholes];
  };

  const takeLater = async (later: Promise<ImageBitmap>) => {
    const bitmap = await later.catch(() => null); // Told to whoever waits for the picture.
    if (!bitmap) return;
    take(bitmap);
    changed();
  };

  if (full instanceof ImageBitmap) take(full);
  else void takeLater(full);

  return {
    pieces(visible, scale) {
      if (disposed) return [];
      const level = levelFor(scale);
      if (tiles && level < wholeFrom) return tiles.pieces(visible, level);
      return wholes.findLast(([{ bitmap }]) => isFineEnough(bitmap.width, stored.width, scale)) ?? wholes[0] ?? [];
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      listeners.clear();
      tiles?.dispose();
      if (picture) giveBack(picture);
      for (const bitmap of copies) bitmap.close();
    },
  };
}

/** A large one is closed off the page, which would stand still for it. It is gone here all the same: what was moved has no pixels. */
function giveBack(bitmap: ImageBitmap): void {
  if (bitmap.width * bitmap.height <= MOST_CANVAS_PIXELS) bitmap.close();
  else run('closeBitmap', { bitmap }, { transfer: [bitmap] }).catch(() => bitmap.close());
}
