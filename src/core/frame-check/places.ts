import { mapRect } from '../geometry/affine.ts';
import type { FrameSetting } from '../geometry/frame-setting.ts';
import { correlate, type Plane, planeOf, transform } from './fourier.ts';
import { type Ground, judged, measuresOf, sampled, toMap } from './ground.ts';
import { type Cell, paintBoxes, paintInk } from './planes.ts';

/** How finely places are tried: cells along and across the lines of text, which are long and low. */
export interface Fineness {
  readonly along: number;
  readonly across: number;
}

export const FINE: Fineness = { along: 512, across: 512 };
export const COARSE: Fineness = { along: 64, across: 512 };

/** The plane is so many times larger than the picture, so that boxes may lie beside it without wrapping round. */
const ROOM = 1.5;
/** More boxes do not make a place plainer. */
const MOST_BOXES = 400;

export interface Place {
  readonly setting: FrameSetting;
  /** The contrast that the plane promises, for comparing. */
  readonly height: number;
  /** How far the place may be off, px of the picture. */
  readonly offX: number;
  readonly offY: number;
}

/**
 * The page is a part of another one, or another one is a part of it. All places at once for each of `bases`: the ink is correlated
 * with the boxes, each less its ring, which is what `contrastOf` measures but for its scale (matched filter by the Fourier
 * transform; Lewis 1995). Two bases go into one plane, as its real and its imaginary part. The `most` highest of each base.
 */
export function searchPlaces(
  ground: Ground,
  bases: readonly FrameSetting[],
  { along, across }: Fineness,
  most: number,
): Place[] {
  const { map } = ground;
  const few = sampled(ground, MOST_BOXES);
  const found: Place[] = [];
  for (const level of [true, false]) {
    const these = bases.filter((base) => isLevel(ground, base) === level);
    if (these.length === 0) continue;
    const [columns, rows] = level ? [along, across] : [across, along];
    const cell = { width: (ROOM * map.width) / columns, height: (ROOM * map.height) / rows };
    const ink = planeOf(columns, rows);
    paintInk(ink, map, cell);
    transform(ink);
    // Painted anew for each pair.
    const [wanted, plane] = [planeOf(columns, rows), planeOf(columns, rows)];
    for (let at = 0; at < these.length; at += 2) {
      const pair = these.slice(at, at + 2);
      correlated(few, ink, pair, cell, wanted, plane);
      pair.forEach((base, part) =>
        found.push(...summits(ground, base, plane, part === 0 ? plane.re : plane.im, cell, most)),
      );
    }
  }
  return found;
}

/** Boxes of text lie level: the plane needs few cells along them. */
function isLevel({ boxes, size }: Ground, base: FrameSetting): boolean {
  const { width, height } = measuresOf(boxes).box;
  const turned = mapRect<'image'>(toMap({ reduction: 1, size }, base), { x1: 0, y1: 0, x2: width, y2: height });
  return turned.x2 - turned.x1 >= turned.y2 - turned.y1;
}

/** The spectrum of w1 - i w2, conjugate, times the ink's: back come both correlations, side by side. */
function correlated(
  ground: Ground,
  ink: Plane,
  [one, other]: readonly FrameSetting[],
  cell: Cell,
  wanted: Plane,
  into: Plane,
): void {
  wanted.re.fill(0);
  wanted.im.fill(0);
  if (one) paintBoxes(wanted, wanted.re, ground.boxes, toMap(ground, one), cell);
  if (other) paintBoxes(wanted, wanted.im, ground.boxes, toMap(ground, other), cell, -1);
  transform(wanted);
  into.re.set(ink.re);
  into.im.set(ink.im);
  correlate(into, wanted);
  transform(into, true);
}

/** Spots that no neighbour overtops, the highest first. */
function summits(
  { reduction }: Ground,
  base: FrameSetting,
  { columns, rows }: Plane,
  heights: Float64Array,
  cell: Cell,
  most: number,
): Place[] {
  const best: { spot: number; height: number }[] = [];
  for (let spot = 0; spot < heights.length; spot += 1) {
    const height = heights[spot] ?? 0;
    const least = best[most - 1]?.height ?? 0;
    if (height <= least) continue;
    let highest = true;
    for (const by of [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]) {
      if ((heights[spot + by] ?? -Infinity) > height) highest = false;
    }
    if (!highest) continue;
    best.push({ spot, height });
    best.sort((one, other) => other.height - one.height);
    if (best.length > most) best.pop();
  }
  const [offX, offY] = [cell.width / reduction, cell.height / reduction];
  return best.map(({ spot, height }) => {
    const dx = signed(spot % columns, columns) * offX;
    const dy = signed(Math.floor(spot / columns), rows) * offY;
    return { setting: { ...base, x: base.x + dx, y: base.y + dy }, height, offX, offY };
  });
}

function signed(at: number, size: number): number {
  return at < size / 2 ? at : at - size;
}

/** Along a line of text contrast rises slowly and over many small bumps: looked along in whole before climbing. */
export function settled(ground: Ground, { setting, offX, offY }: Place): FrameSetting {
  const pixel = 1 / ground.reduction;
  let best = judged(ground, setting);
  for (const axis of ['y', 'x', 'y'] as const) {
    const reach = (axis === 'x' ? offX : offY) * 1.6;
    const step = Math.max(reach / 20, pixel);
    const start = best.setting[axis];
    for (let to = start - reach; to <= start + reach; to += step) {
      const next = judged(ground, { ...best.setting, [axis]: to });
      if (next.contrast > best.contrast) best = next;
    }
  }
  return best.setting;
}
