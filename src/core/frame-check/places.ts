import { type Affine, mapRect } from '../geometry/affine.ts';
import { climbed } from './climb.ts';
import type { Boxes } from './evidence.ts';
import { correlate, type Plane, planeOf, transform } from './fourier.ts';
import { type Ground, type Guess, judged, sampled, toMap } from './ground.ts';
import { AS_RECEIVED, type FrameSetting } from '../geometry/frame-setting.ts';
import { type InkMap, inkIn } from './ink-map.ts';

/** Cells a side of the plane on which places are tried: half again as many as the picture needs. */
const PLANE = 512;
const LEAST_RING_CELLS = 0.8;
/** Summits of the coarse plane that are climbed. */
const STARTS = 16;
/** Looked at on the way; at its end all are. */
const FEW_BOXES = 120;

/**
 * The page is a part of another one, or another one is a part of it. All places at once: the ink is correlated with the boxes,
 * each less its ring, which is what `contrastOf` measures but for its scale.
 */
export function searchPlaces(ground: Ground, bases: readonly FrameSetting[] = [AS_RECEIVED]): Guess[] {
  const { map } = ground;
  const cell = (1.5 * Math.max(map.width, map.height)) / PLANE;
  const ink = planeOf(PLANE);
  paintInk(ink, map, cell);
  transform(ink);
  return bases.flatMap((base) => {
    const wanted = planeOf(PLANE);
    paintBoxes(wanted, ground.boxes, toMap(ground, base), cell);
    transform(wanted);
    const found: Plane = { size: PLANE, re: ink.re.slice(), im: ink.im.slice() };
    correlate(found, wanted);
    transform(found, true);
    const starts = summits(found.re, PLANE).slice(0, STARTS);
    const step = cell / ground.reduction;
    return starts.map((spot) => {
      const [dx, dy] = [signed(spot % PLANE), signed(Math.floor(spot / PLANE))];
      const moved = { ...base, x: base.x + dx * step, y: base.y + dy * step };
      return settled(ground, moved, step * 1.5, step * 1.5, 1 / ground.reduction);
    });
  });
}

function signed(at: number): number {
  return at < PLANE / 2 ? at : at - PLANE;
}

/** Ink per cell, at most half of one: a picture is not more of a text than a text. */
function paintInk({ size, re }: Plane, map: InkMap, cell: number): void {
  for (let row = 0; row * cell < map.height; row += 1) {
    for (let column = 0; column * cell < map.width; column += 1) {
      const [x1, y1] = [Math.round(column * cell), Math.round(row * cell)];
      const [x2, y2] = [
        Math.min(map.width, Math.round((column + 1) * cell)),
        Math.min(map.height, Math.round((row + 1) * cell)),
      ];
      const area = (x2 - x1) * (y2 - y1);
      if (area > 0) re[row * size + column] = Math.min(inkIn(map, x1, y1, x2, y2) / area, 0.5);
    }
  }
}

/** Each box one, spread over its area, less its ring the same. */
function paintBoxes({ size, re }: Plane, boxes: Boxes, by: Affine, cell: number): void {
  for (let i = 0; i < boxes.length; i += 4) {
    const received = { x1: boxes[i] ?? 0, y1: boxes[i + 1] ?? 0, x2: boxes[i + 2] ?? 0, y2: boxes[i + 3] ?? 0 };
    const { x1, y1, x2, y2 } = mapRect<'image'>(by, received);
    const ring = Math.max(LEAST_RING_CELLS * cell, Math.min(x2 - x1, y2 - y1) * 0.4);
    const inner = (x2 - x1) * (y2 - y1);
    const outer = (x2 - x1 + 2 * ring) * (y2 - y1 + 2 * ring);
    if (!(inner > 0)) continue;
    spread(re, size, cell, x1 - ring, y1 - ring, x2 + ring, y2 + ring, -1 / (outer - inner));
    spread(re, size, cell, x1, y1, x2, y2, 1 / inner + 1 / (outer - inner));
  }
}

/** Adds `weight` for each pixel of a box to the cells that it covers, in parts where it covers a part; wraps round the edges. */
function spread(
  re: Float64Array,
  size: number,
  cell: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  weight: number,
): void {
  for (let row = Math.floor(y1 / cell); row * cell < y2; row += 1) {
    const high = Math.min((row + 1) * cell, y2) - Math.max(row * cell, y1);
    for (let column = Math.floor(x1 / cell); column * cell < x2; column += 1) {
      const wide = Math.min((column + 1) * cell, x2) - Math.max(column * cell, x1);
      const at = (row & (size - 1)) * size + (column & (size - 1));
      re[at] = (re[at] ?? 0) + weight * wide * high;
    }
  }
}

/** Spots of a grid that no neighbour overtops, the highest first. */
function summits(heights: Float64Array, columns: number): number[] {
  const found: number[] = [];
  for (let spot = 0; spot < heights.length; spot += 1) {
    const height = heights[spot] ?? 0;
    if (height <= 0) continue;
    let highest = true;
    for (const by of [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]) {
      if ((heights[spot + by] ?? -Infinity) > height) highest = false;
    }
    if (highest) found.push(spot);
  }
  return found.toSorted((one, other) => (heights[other] ?? 0) - (heights[one] ?? 0));
}

/** Along a line of text contrast rises slowly and over many small bumps: looked along in whole before climbing. */
function settled(ground: Ground, from: FrameSetting, stepX: number, stepY: number, pixel: number): Guess {
  const middling = sampled(ground, FEW_BOXES);
  let best = judged(middling, from);
  for (const axis of ['y', 'x', 'y', 'x'] as const) {
    const reach = (axis === 'x' ? stepX : stepY) * 1.5;
    const step = Math.max(reach / 24, pixel);
    const start = best.setting[axis];
    for (let to = start - reach; to <= start + reach; to += step) {
      const next = judged(middling, { ...best.setting, [axis]: to });
      if (next.contrast > best.contrast) best = next;
    }
  }
  return climbed(ground, best.setting, { x: pixel * 2, y: pixel * 2 });
}
