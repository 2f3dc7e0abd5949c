import { AS_RECEIVED } from '../geometry/frame-setting.ts';
import { edgesOf } from './edges.ts';
import { type Ground, measuresOf, sampled, toMap } from './ground.ts';
import type { InkMap } from './ink-map.ts';
import { TIE } from './verdict.ts';
import { apart, MOST_EDGES, rank, type Way } from './ways.ts';

/** Edges of loose boxes lie in white as received. */
const WHITE = 0.8;
/** And they do not, on average, where the boxes are moved a little. */
const SHARP = 0.3;
/** A way near the plain one leads loose boxes to edges that are whiter by so much: the plain one is wrong. */
const WHITER = 0.03;
/** Or it holds the ink so much better: text slides along in a wide box, and its edges stay white. */
const BETTER = 0.04;
/** A way far from it that is about as white and about as good: nobody can tell. */
const AS_WHITE = 0.02;
/** Heights of a box: nearer is the same place, as far as boxes with paper in them tell; farther is another one. */
const HOME = 0.6;
const NEAR = 3;
const MOVES = [0.6, 1.2, 2];
const DIRECTIONS = 8;

/**
 * Fields, cells and areas with paper in them lie as received: their edges cut no letters, would cut them if the boxes were moved a
 * little either way, and no other way found, agreeing or not, spares the letters more.
 */
export function liesLoosely(ground: Ground, bare: InkMap, plain: Way, ways: readonly Way[]): boolean {
  const white = plain.edges ?? 0;
  if (white < WHITE) return false;
  const some = sampled(ground, MOST_EDGES).boxes;
  const { height } = measuresOf(ground.boxes);
  const placed = ways.map((way) => ({ way, away: apart(ground, way.setting, AS_RECEIVED) / height }));
  const home = Math.max(rank(plain), ...placed.filter(({ away }) => away < HOME).map(({ way }) => rank(way)));
  const isRival = ({ way, away }: { way: Way; away: number }) =>
    away > NEAR
      ? (way.edges ?? 0) > white - AS_WHITE && rank(way) > home - TIE
      : away > HOME && ((way.edges ?? 0) > white + WHITER || rank(way) > home + BETTER);
  if (placed.some(isRival)) return false;
  let [sum, most] = [0, -1];
  for (const heights of MOVES) {
    for (let direction = 0; direction < DIRECTIONS; direction += 1) {
      const angle = (2 * Math.PI * direction) / DIRECTIONS;
      const [x, y] = [heights * height * Math.cos(angle), heights * height * Math.sin(angle)];
      const edges = edgesOf(bare, some, toMap(ground, { ...AS_RECEIVED, x, y }));
      sum += edges;
      most = Math.max(most, edges);
    }
  }
  return white + WHITER >= most && white - sum / (MOVES.length * DIRECTIONS) >= SHARP;
}

/** Boxes that cut no letters as received are not said to belong elsewhere for a way that spares no more of them. */
export function isAsClean(plain: Way, other: Way | undefined): boolean {
  return other !== undefined && (plain.edges ?? 0) >= WHITE && (other.edges ?? 0) < (plain.edges ?? 0) + WHITER;
}
