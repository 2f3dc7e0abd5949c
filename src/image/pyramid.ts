import { MOST_CANVAS_PIXELS } from '../core/geometry/limits.ts';
import type { Rect, Size } from '../core/geometry/space.ts';
import type { PixelBox } from './image-source.ts';

/** No graphics card takes a longer side as one texture. */
const LONGEST_WHOLE = 16_384;
/** Pixels of its level a side: small enough to be made between two frames, large enough that a screen takes some twenty. */
export const TILE = 512;
/** Pixels of its level that a tile holds of its neighbours on every side, for smoothing and for edges rounded to the screen's pixels. */
const BORDER = 1;
/** The nearest level is drawn: enlarged or shrunk by a factor of √2 at most. */
const NEAREST = Math.SQRT1_2;

/** Columns and rows of tiles of a level; right and bottom are outside. */
export interface TileRange {
  readonly level: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Level 0 is the picture, each further one half the one before. From this one on a level is a single bitmap; below it, tiles. */
export function firstWholeLevel({ width, height }: Size): number {
  for (let level = 0; ; level += 1) {
    const w = Math.ceil(width / 2 ** level);
    const h = Math.ceil(height / 2 ** level);
    if (w * h <= MOST_CANVAS_PIXELS && Math.max(w, h) <= LONGEST_WHOLE) return level;
  }
}

/** The level to draw at `scale` device pixels per stored pixel. */
export function levelFor(scale: number): number {
  return Math.max(0, Math.floor(-Math.log2(scale * NEAREST)));
}

/** Whether a copy of `width` has pixels enough to be drawn over `stored` pixels at `scale`. */
export function isFineEnough(width: number, stored: number, scale: number): boolean {
  return width >= Math.floor(stored * scale * NEAREST);
}

/** The tiles that show something of `visible`; none when it lies beside the picture. */
export function tilesOver(visible: Rect<'image'>, stored: Size, level: number): TileRange {
  const side = TILE * 2 ** level;
  const x1 = Math.max(visible.x1, 0);
  const y1 = Math.max(visible.y1, 0);
  const x2 = Math.min(visible.x2, stored.width);
  const y2 = Math.min(visible.y2, stored.height);
  const left = Math.floor(x1 / side);
  const top = Math.floor(y1 / side);
  // What only touches the picture shows nothing of it, though it lies in the last tile's row or column.
  if (!(x1 < x2 && y1 < y2)) return { level, left, top, right: left, bottom: top };
  return { level, left, top, right: Math.ceil(x2 / side), bottom: Math.ceil(y2 / side) };
}

export function tileCount({ left, top, right, bottom }: TileRange): number {
  return (right - left) * (bottom - top);
}

export function sameTiles(one: TileRange, other: TileRange): boolean {
  return (
    one.level === other.level &&
    one.left === other.left &&
    one.top === other.top &&
    one.right === other.right &&
    one.bottom === other.bottom
  );
}

/** The stored pixels of a tile, cut off where the picture ends. */
export function tileBox(stored: Size, level: number, column: number, row: number): PixelBox {
  const side = TILE * 2 ** level;
  const x = column * side;
  const y = row * side;
  return { x, y, width: Math.min(side, stored.width - x), height: Math.min(side, stored.height - y) };
}

/** The stored pixels that a tile's bitmap is made of: its own and a border of its neighbours. */
export function borderedBox(stored: Size, level: number, box: PixelBox): PixelBox {
  const border = BORDER * 2 ** level;
  const x = Math.max(0, box.x - border);
  const y = Math.max(0, box.y - border);
  return {
    x,
    y,
    width: Math.min(stored.width, box.x + box.width + border) - x,
    height: Math.min(stored.height, box.y + box.height + border) - y,
  };
}

/** The four tiles of the next finer level that lie in a tile, less those beyond the picture. */
export function finerTiles(stored: Size, level: number, column: number, row: number): TileRange {
  const box = tileBox(stored, level, column, row);
  return tilesOver({ x1: box.x, y1: box.y, x2: box.x + box.width, y2: box.y + box.height }, stored, level - 1);
}

/** How far a tile's middle is from the middle of what is seen, squared: what is looked at comes first. */
export function fromMiddle({ x, y, width, height }: PixelBox, { x1, y1, x2, y2 }: Rect<'image'>): number {
  return (x + width / 2 - (x1 + x2) / 2) ** 2 + (y + height / 2 - (y1 + y2) / 2) ** 2;
}
