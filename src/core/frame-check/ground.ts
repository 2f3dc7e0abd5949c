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
export function toMap({ reduction, size }: Ground, setting: FrameSetting): Affine {
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
  /** From the origin to the farthest corner. */
  readonly extent: Size;
  /** Medians. */
  readonly width: number;
  readonly height: number;
}

export function measuresOf(boxes: Boxes): Measures {
  const widths: number[] = [];
  const heights: number[] = [];
  let right = 1;
  let bottom = 1;
  for (let i = 0; i < boxes.length; i += 4) {
    right = Math.max(right, boxes[i + 2] ?? 0);
    bottom = Math.max(bottom, boxes[i + 3] ?? 0);
    widths.push((boxes[i + 2] ?? 0) - (boxes[i] ?? 0));
    heights.push((boxes[i + 3] ?? 0) - (boxes[i + 1] ?? 0));
  }
  const middle = (values: number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 1;
  return {
    extent: { width: right, height: bottom },
    width: Math.max(middle(widths), 1),
    height: Math.max(Math.min(middle(heights), middle(widths)), 1),
  };
}
