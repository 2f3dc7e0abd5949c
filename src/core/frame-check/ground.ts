import { type Affine, composeAffine } from '../geometry/affine.ts';
import type { Size } from '../geometry/space.ts';
import { type Boxes, contrastOf } from './evidence.ts';
import { frameOf, type FrameSetting } from '../geometry/frame-setting.ts';
import type { InkMap } from './ink-map.ts';

/** Where everything is looked up: the ink of the picture, reduced by `reduction`, and the boxes as received. */
export interface Ground {
  readonly map: InkMap;
  /** Of the picture as shown. */
  readonly size: Size;
  /** Pixels of the map per pixel of the picture. */
  readonly reduction: number;
  readonly boxes: Boxes;
}

export interface Guess {
  readonly setting: FrameSetting;
  /** -1 to 1, see `contrastOf`. */
  readonly contrast: number;
}

/** From received pixels to pixels of the map. */
export function toMap({ reduction, size }: Pick<Ground, 'reduction' | 'size'>, setting: FrameSetting): Affine {
  return composeAffine(frameOf(setting, size), { a: reduction, b: 0, c: 0, d: reduction, e: 0, f: 0 });
}

export function judged(ground: Ground, setting: FrameSetting): Guess {
  return { setting, contrast: contrastOf(ground.map, ground.boxes, toMap(ground, setting)) };
}

/** The same ground with no more than `most` boxes, evenly from first to last. */
export function sampled(ground: Ground, most: number): Ground {
  const count = ground.boxes.length / 4;
  if (count <= most) return ground;
  const boxes = new Float64Array(most * 4);
  for (let i = 0; i < most; i += 1) {
    const from = Math.floor((i * count) / most) * 4;
    boxes.set(ground.boxes.subarray(from, from + 4), i * 4);
  }
  return { ...ground, boxes };
}

export interface Measures {
  /** From the origin to the farthest corner, but for the farthest few of many: one stray box is no page. */
  readonly extent: Size;
  /** Medians. */
  readonly box: Size;
  /** Of the shorter side. */
  readonly height: number;
}

/** Of the boxes, that may lie beyond the extent. */
const STRAY = 0.02;

export function measuresOf(boxes: Boxes): Measures {
  const known = measured.get(boxes);
  if (known) return known;
  const sorted = (of: (at: number) => number) =>
    Float64Array.from({ length: boxes.length / 4 }, (_, row) => of(row * 4)).toSorted();
  const widths = sorted((at) => (boxes[at + 2] ?? 0) - (boxes[at] ?? 0));
  const heights = sorted((at) => (boxes[at + 3] ?? 0) - (boxes[at + 1] ?? 0));
  const [rights, bottoms] = [sorted((at) => boxes[at + 2] ?? 0), sorted((at) => boxes[at + 3] ?? 0)];
  const last = widths.length - 1 - Math.floor(widths.length * STRAY);
  const box = { width: Math.max(middle(widths), 1), height: Math.max(middle(heights), 1) };
  const measures = {
    extent: { width: Math.max(rights[last] ?? 1, 1), height: Math.max(bottoms[last] ?? 1, 1) },
    box,
    height: Math.min(box.width, box.height),
  };
  measured.set(boxes, measures);
  return measures;
}

const measured = new WeakMap<Boxes, Measures>();

function middle(values: Float64Array): number {
  return values[values.length >> 1] ?? 1;
}

/** Only boxes that could be one: ordered, of some area, of finite numbers. */
export function usable(boxes: Boxes): Boxes {
  const kept = new Float64Array(boxes.length);
  let count = 0;
  for (let i = 0; i + 3 < boxes.length; i += 4) {
    const [x1, y1, x2, y2] = [boxes[i] ?? 0, boxes[i + 1] ?? 0, boxes[i + 2] ?? 0, boxes[i + 3] ?? 0];
    if (!(Math.abs(x1) + Math.abs(x2) + Math.abs(y1) + Math.abs(y2) < FAR) || x1 === x2 || y1 === y2) continue;
    kept.set([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], count);
    count += 4;
  }
  return kept.slice(0, count);
}

/** Px; no page is as large. */
const FAR = 4e6;
