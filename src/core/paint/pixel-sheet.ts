/** Pixels to write into, one number each as `packedColour` makes them, row by row; 0 is clear. */
export interface PixelSheet {
  readonly pixels: Uint32Array;
  /** In device pixels. */
  readonly width: number;
  readonly height: number;
}

/** Longer runs are written faster by the engine than by a loop of ours. */
const LONG = 32;

/** Sets a rectangle (half-open, whole pixels), clipped to the sheet. Gives how many pixels it wrote. */
export function setRect(sheet: PixelSheet, x1: number, y1: number, x2: number, y2: number, colour: number): number {
  const { pixels, width } = sheet;
  if (!clip(sheet, x1, y1, x2, y2)) return 0;
  const { left, top, right, bottom } = clipped;
  for (let y = top; y < bottom; y += 1) {
    const end = y * width + right;
    let at = y * width + left;
    if (right - left >= LONG) pixels.fill(colour, at, end);
    else for (; at < end; at += 1) pixels[at] = colour;
  }
  return (right - left) * (bottom - top);
}

/** The same, but what is there already stays where it is as dense or denser. Gives how many pixels it looked at. */
export function setUnder(sheet: PixelSheet, x1: number, y1: number, x2: number, y2: number, colour: number): number {
  const { pixels, width } = sheet;
  if (!clip(sheet, x1, y1, x2, y2)) return 0;
  const { left, top, right, bottom } = clipped;
  const alpha = colour >>> 24;
  for (let y = top; y < bottom; y += 1) {
    const end = y * width + right;
    for (let at = y * width + left; at < end; at += 1) {
      if ((pixels[at] ?? 0) >>> 24 < alpha) pixels[at] = colour;
    }
  }
  return (right - left) * (bottom - top);
}

/**
 * Tints the pixels that a rectangle covers, each by as much as it is covered: what is smaller than a pixel adds up to the
 * grey value of print seen from afar instead of to a solid block. Edges in parts of a pixel. Never denser than `colour`,
 * and never less than `least` of a pixel in all. Gives how many pixels it looked at.
 */
export function tintRect(
  sheet: PixelSheet,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: number,
  least: number,
): number {
  const { pixels, width, height } = sheet;
  const left = Math.max(Math.floor(x1), 0);
  const right = Math.min(Math.ceil(x2), width);
  const top = Math.max(Math.floor(y1), 0);
  const bottom = Math.min(Math.ceil(y2), height);
  if (left >= right || top >= bottom) return 0;
  const densest = colour >>> 24;
  const tint = colour & 0xffffff;
  const area = (x2 - x1) * (y2 - y1);
  const strength = densest * (area < least ? least / area : 1);
  for (let y = top; y < bottom; y += 1) {
    const down = Math.min(y2, y + 1) - Math.max(y1, y);
    for (let x = left; x < right; x += 1) {
      const more = (Math.min(x2, x + 1) - Math.max(x1, x)) * down * strength + 0.5;
      const at = y * width + x;
      const before = pixels[at] ?? 0;
      const alpha = before >>> 24;
      if (alpha >= densest) continue;
      // Of two colours in one pixel the denser one is seen.
      if (alpha > 0 && (before & 0xffffff) !== tint && alpha > more) continue;
      const sum = (before & 0xffffff) === tint ? alpha + more : more;
      pixels[at] = tint | ((sum < densest ? sum : densest) << 24);
    }
  }
  return (right - left) * (bottom - top);
}

/** What `clip` left of a rectangle. One for all: a million boxes are clipped for a picture. */
const clipped = { left: 0, top: 0, right: 0, bottom: 0 };

/** Whether anything of it is on the sheet. */
function clip({ width, height }: PixelSheet, x1: number, y1: number, x2: number, y2: number): boolean {
  clipped.left = x1 > 0 ? x1 : 0;
  clipped.right = x2 < width ? x2 : width;
  clipped.top = y1 > 0 ? y1 : 0;
  clipped.bottom = y2 < height ? y2 : height;
  return clipped.left < clipped.right && clipped.top < clipped.bottom;
}
