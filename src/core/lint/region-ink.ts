import { type Affine, keepsUpright } from '../geometry/affine.ts';
import type { InkMap } from '../frame-check/ink-map.ts';
import { leastOf, mapBox, mostOf, type Quad, spanAt } from './quad.ts';

/** Level bands that a slanted box is looked at in, at most. */
const MOST_BANDS = 64;

/**
 * Per row, the share of its box that is ink, 0 to 1, of the part that lies on the image; NaN without such a part.
 * `received`: four numbers each, in any order; `at`: from received pixels to those of the map.
 */
export function regionInk(map: InkMap, at: Affine, received: Float64Array): Float32Array<ArrayBuffer> {
  const upright = keepsUpright(at);
  const density = new Float32Array(received.length >> 2);
  const quad = new Float64Array(8);
  for (let row = 0; row < density.length; row += 1) {
    mapBox(quad, at, received, row * 4, 0);
    density[row] = upright ? inUpright(map, quad) : inSlanted(map, quad);
  }
  return density;
}

function inUpright(map: InkMap, quad: Quad): number {
  const left = within(leastOf(quad, 0), map.width);
  const right = within(mostOf(quad, 0), map.width);
  const top = within(leastOf(quad, 1), map.height);
  const bottom = within(mostOf(quad, 1), map.height);
  const area = (right - left) * (bottom - top);
  return area > 0 ? share(inkBetween(map, left, top, right, bottom), area) : NaN;
}

/** As upright slices one above the other, each as wide as the box is in its middle. */
function inSlanted(map: InkMap, quad: Quad): number {
  const top = within(leastOf(quad, 1), map.height);
  const bottom = within(mostOf(quad, 1), map.height);
  const bands = Math.min(MOST_BANDS, Math.ceil(bottom - top));
  let ink = 0;
  let area = 0;
  for (let band = 0; band < bands; band += 1) {
    const from = top + ((bottom - top) * band) / bands;
    const to = top + ((bottom - top) * (band + 1)) / bands;
    if (!spanAt(quad, (from + to) / 2, SPAN)) continue;
    const left = within(SPAN[0] ?? NaN, map.width);
    const right = within(SPAN[1] ?? NaN, map.width);
    if (!(right > left)) continue;
    ink += inkBetween(map, left, from, right, to);
    area += (right - left) * (to - from);
  }
  return area > 0 ? share(ink, area) : NaN;
}

const SPAN = new Float64Array(2);

/** Pixels that lie in the bounds in part count in part: a small box is a few pixels of the map. */
function inkBetween(map: InkMap, left: number, top: number, right: number, bottom: number): number {
  return sumAt(map, right, bottom) - sumAt(map, right, top) - sumAt(map, left, bottom) + sumAt(map, left, top);
}

function sumAt({ sums, width, height }: InkMap, x: number, y: number): number {
  const column = Math.min(Math.floor(x), width - 1);
  const line = Math.min(Math.floor(y), height - 1);
  const right = x - column;
  const down = y - line;
  const at = line * (width + 1) + column;
  const below = at + width + 1;
  return (
    ((sums[at] ?? 0) * (1 - right) + (sums[at + 1] ?? 0) * right) * (1 - down) +
    ((sums[below] ?? 0) * (1 - right) + (sums[below + 1] ?? 0) * right) * down
  );
}

function share(ink: number, area: number): number {
  return Math.min(Math.max(ink / area, 0), 1);
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
