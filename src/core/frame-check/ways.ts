import { type Affine, applyAffine } from '../geometry/affine.ts';
import { frameOf, type FrameSetting } from '../geometry/frame-setting.ts';
import { coverOf, sheetOf } from './cover.ts';
import { edgesOf } from './edges.ts';
import { type Ground, type Guess, judged, measuresOf, sampled, toMap } from './ground.ts';
import type { InkMap } from './ink-map.ts';
import { snapped } from './snap.ts';

/** A way in which the rectangles may belong to the picture, with all that the ink says of it. */
export interface Way extends Guess {
  /** See `coverOf`. */
  readonly cover: number;
  /** See `edgesOf`; null: not looked at. */
  readonly edges: number | null;
}

export type Weigh = (setting: FrameSetting) => Way;

/** Beside the contrast: they tell apart what both fit, but pictures on a page and paper in boxes lower them. */
const COVER_WEIGHT = 0.3;
const EDGES_WEIGHT = 0.5;
/** Of the height of a box: ways that put all corners nearer than this are the same. */
const SAME = 0.6;
/** Ways that are made neat before they are compared. */
const FINALISTS = 10;
/** Edges of more boxes do not tell more. */
export const MOST_EDGES = 400;

/** `bare`: the ink without lines of tables, which edges of boxes often run along; null: edges are not looked at. */
export function weighing(ground: Ground, bare: InkMap | null): Weigh {
  const sheet = sheetOf(ground.map);
  const some = sampled(ground, MOST_EDGES).boxes;
  return (setting) => {
    const at = toMap(ground, setting);
    const { contrast } = judged(ground, setting);
    return { setting, contrast, cover: coverOf(sheet, ground.boxes, at), edges: bare && edgesOf(bare, some, at) };
  };
}

export function rank({ contrast, cover, edges }: Way): number {
  return contrast + COVER_WEIGHT * cover + EDGES_WEIGHT * (edges ?? 0);
}

/** 0 to 1. */
export function scoreOf(way: Way): number {
  const most = 1 + COVER_WEIGHT + (way.edges === null ? 0 : EDGES_WEIGHT);
  return Math.min(Math.max(rank(way) / most, 0), 1);
}

/** The best of what was found, said as a person would, each once; the best first. */
export function bestWays(ground: Ground, found: readonly Guess[], weigh: Weigh): Way[] {
  const finalists = distinct(
    ground,
    found.map(({ setting }) => weigh(setting)),
  ).slice(0, FINALISTS);
  const neat = finalists.map(({ setting }) =>
    snapped(
      setting,
      (next) => rank(weigh(next)),
      (next) => apart(ground, setting, next) < 1,
    ),
  );
  return distinct(ground, neat.map(weigh));
}

function distinct(ground: Ground, ways: readonly Way[]): Way[] {
  const kept: Way[] = [];
  for (const way of ways.toSorted((one, other) => rank(other) - rank(one))) {
    if (!kept.some((one) => isSame(ground, one.setting, way.setting))) kept.push(way);
  }
  return kept;
}

/** Both put every corner of the received page into the same place, as far as a box could tell. */
export function isSame(ground: Ground, one: FrameSetting, other: FrameSetting): boolean {
  const [a, b] = [frameOf(one, ground.size), frameOf(other, ground.size)];
  const scale = Math.max(Math.hypot(a.a, a.b), Math.hypot(b.a, b.b));
  return apart(ground, one, other) < SAME * measuresOf(ground.boxes).height * scale + 1;
}

/** Px of the picture: how far from each other two settings put a corner of the received page, at the most. */
export function apart({ boxes, size }: Ground, one: FrameSetting, other: FrameSetting): number {
  const { extent } = measuresOf(boxes);
  const [a, b] = [frameOf(one, size), frameOf(other, size)];
  return Math.max(...CORNERS.map(([right, down]) => distance(a, b, right * extent.width, down * extent.height)));
}

function distance(a: Affine, b: Affine, x: number, y: number): number {
  const [p, q] = [applyAffine<'image'>(a, x, y), applyAffine<'image'>(b, x, y)];
  return Math.hypot(p.x - q.x, p.y - q.y);
}

const CORNERS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];
