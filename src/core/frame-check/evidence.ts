import type { Affine } from '../geometry/affine.ts';
import { type InkMap, inkIn } from './ink-map.ts';

/** Boxes in received pixels: four numbers each, ordered. */
export type Boxes = Float64Array;

/** Of the shorter side of a box: how far round it paper is expected. */
const RING = 0.3;
const LEAST_RING = 2;
/** Keeps a box with two specks of dust in it from counting as one full of letters. */
const SOFT = 0.04;
/** What a box counts that lies off the page by more than half. */
const OFF_PAGE = -0.5;
/** Of its height, how far a slanted box may drift from one upright slice to the next. */
const DRIFT = 0.25;
const MOST_SLICES = 64;

/**
 * `at` maps received pixels to pixels of the map. A slanted box is looked at in upright slices, which is exact enough
 * for angles up to some twenty degrees from upright.
 */
export function contrastOf(map: InkMap, boxes: Boxes, at: Affine): number {
  const { a, b, c, d, e, f } = at;
  // The edge of a box that runs nearly level on the map, and the one that runs nearly upright.
  const level = Math.abs(a) >= Math.abs(c);
  const slope = level ? (a === 0 ? 0 : b / a) : c === 0 ? 0 : d / c;
  let sum = 0;
  for (let i = 0; i < boxes.length; i += 4) {
    const x1 = boxes[i] ?? 0;
    const y1 = boxes[i + 1] ?? 0;
    const x2 = boxes[i + 2] ?? 0;
    const y2 = boxes[i + 3] ?? 0;
    const wide = level ? Math.abs(a) * (x2 - x1) : Math.abs(c) * (y2 - y1);
    const high = level ? Math.abs(d) * (y2 - y1) : Math.abs(b) * (x2 - x1);
    const middleX = (a * (x1 + x2) + c * (y1 + y2)) / 2 + e;
    const middleY = (b * (x1 + x2) + d * (y1 + y2)) / 2 + f;
    sum += boxContrast(map, middleX, middleY, wide, high, slope);
  }
  return boxes.length === 0 ? 0 : (sum * 4) / boxes.length;
}

function boxContrast(map: InkMap, x: number, y: number, wide: number, high: number, slope: number): number {
  const { width, height } = map;
  const drift = Math.abs(slope) * wide;
  const slices = drift === 0 ? 1 : Math.min(MOST_SLICES, Math.max(1, Math.ceil(drift / Math.max(high * DRIFT, 1))));
  const ring = Math.max(LEAST_RING, Math.min(wide, high) * RING);
  let ink = 0;
  let area = 0;
  let outerInk = 0;
  let outerArea = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    const from = -wide / 2 + (wide * slice) / slices;
    const to = from + wide / slices;
    const middle = y + ((from + to) / 2) * slope;
    const left = within(x + from, width);
    const right = within(x + to, width);
    const top = within(middle - high / 2, height);
    const bottom = within(middle + high / 2, height);
    area += (right - left) * (bottom - top);
    ink += inkIn(map, left, top, right, bottom);
    const outerLeft = within(x + from - (slice === 0 ? ring : 0), width);
    const outerRight = within(x + to + (slice === slices - 1 ? ring : 0), width);
    const outerTop = within(middle - high / 2 - ring, height);
    const outerBottom = within(middle + high / 2 + ring, height);
    outerArea += (outerRight - outerLeft) * (outerBottom - outerTop);
    outerInk += inkIn(map, outerLeft, outerTop, outerRight, outerBottom);
  }
  if (area < 2 || area < (wide * high) / 2) return OFF_PAGE;
  const dense = ink / area;
  const around = outerArea > area ? (outerInk - ink) / (outerArea - area) : 0;
  return (dense - around) / (dense + around + SOFT);
}

function within(value: number, most: number): number {
  const whole = Math.round(value);
  return whole < 0 ? 0 : whole > most ? most : whole;
}
