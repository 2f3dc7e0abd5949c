import type { Affine } from '../geometry/affine.ts';
import type { Boxes } from './evidence.ts';
import { type InkMap, inkIn } from './ink-map.ts';

/** Of the shorter side: how far from where an edge is said to be it may be in fact. */
const PLAY = 0.12;
const MOST_PLAY = 3;
/** Keeps boxes in the white from counting as boxes that hold text. */
const SOFT = 0.005;
const DENSE = 0.25;
/** Pixels of the map that a slanted edge may drift in one piece. */
const DRIFT = 1.5;
const MOST_PIECES = 48;

/**
 * Whether the edges of boxes lie in white, -1 to 1: where boxes belong, they cut no letters, however much paper they hold. Compares
 * the ink along the edges with that in the box; a box without ink says nothing. `at` maps received pixels to pixels of the map.
 */
export function edgesOf(map: InkMap, boxes: Boxes, at: Affine): number {
  const { a, b, c, d, e, f } = at;
  const level = Math.abs(a) >= Math.abs(c);
  const slope = level ? (a === 0 ? 0 : b / a) : c === 0 ? 0 : d / c;
  let [sum, most] = [0, 0];
  for (let i = 0; i < boxes.length; i += 4) {
    const x1 = boxes[i] ?? 0;
    const y1 = boxes[i + 1] ?? 0;
    const x2 = boxes[i + 2] ?? 0;
    const y2 = boxes[i + 3] ?? 0;
    const wide = level ? Math.abs(a) * (x2 - x1) : Math.abs(c) * (y2 - y1);
    const high = level ? Math.abs(d) * (y2 - y1) : Math.abs(b) * (x2 - x1);
    const x = (a * (x1 + x2) + c * (y1 + y2)) / 2 + e;
    const y = (b * (x1 + x2) + d * (y1 + y2)) / 2 + f;
    const cut = cutOf(map, x, y, wide, high, slope);
    const held = inkOf(map, x, y, wide, high);
    // A picture counts no more than a dense text.
    const part = Math.min(1, DENSE / Math.max(held + cut, Number.EPSILON));
    sum += (held - cut) * part;
    most += (held + cut) * part;
  }
  return sum / (most + (SOFT * boxes.length) / 4 + Number.EPSILON);
}

/** Share of the four edges that is ink. */
function cutOf(map: InkMap, x: number, y: number, wide: number, high: number, slope: number): number {
  const play = Math.max(1, Math.min(MOST_PLAY, Math.round(Math.min(wide, high) * PLAY)));
  let cut = 0;
  for (const side of [-1, 1]) {
    const [over, aside] = [(side * high) / 2, (side * wide) / 2];
    cut += whitest(map, x - slope * over, y + over, wide, slope, true, play);
    cut += whitest(map, x + aside, y + slope * aside, high, slope, false, play);
  }
  return cut / (2 * (wide + high));
}

/** Ink pixels along a level or upright edge round its middle, where there are fewest. */
function whitest(
  map: InkMap,
  x: number,
  y: number,
  length: number,
  slope: number,
  level: boolean,
  play: number,
): number {
  const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil((Math.abs(slope) * length) / DRIFT)));
  let least = Infinity;
  for (let by = -play; by <= play && least > 0; by += 1) {
    let ink = 0;
    for (let piece = 0; piece < pieces; piece += 1) {
      const from = -length / 2 + (length * piece) / pieces;
      const to = from + length / pieces;
      const off = (slope * (from + to)) / 2;
      ink += level
        ? inked(map, x + from, y + off + by, x + to, y + off + by + 1)
        : inked(map, x - off + by, y + from, x - off + by + 1, y + to);
    }
    least = Math.min(least, ink);
  }
  return least;
}

/** Share of a box; that of the upright box of the same sides stands for a slanted one. */
function inkOf(map: InkMap, x: number, y: number, wide: number, high: number): number {
  return inked(map, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) / Math.max(wide * high, 1);
}

function inked(map: InkMap, left: number, top: number, right: number, bottom: number): number {
  const [x1, y1] = [within(left, map.width), within(top, map.height)];
  return inkIn(map, x1, y1, Math.max(x1, within(right, map.width)), Math.max(y1, within(bottom, map.height)));
}

function within(value: number, most: number): number {
  const whole = Math.round(value);
  return whole < 0 ? 0 : whole > most ? most : whole;
}
