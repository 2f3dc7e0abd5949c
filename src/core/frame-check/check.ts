import { type Affine, applyAffine } from '../geometry/affine.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../geometry/frame-setting.ts';
import type { Size } from '../geometry/space.ts';
import { coverOf, sheetOf } from './cover.ts';
import type { Boxes } from './evidence.ts';
import { type Ground, type Guess, judged, measuresOf, sampled, toMap, usable } from './ground.ts';
import type { InkMap } from './ink-map.ts';
import { type Outside, outsideOf } from './outside.ts';
import { searchPairs, searchSingles } from './search.ts';
import { snapped } from './snap.ts';

export type FrameVerdict = 'fits' | 'fits only if' | 'does not fit' | 'cannot tell';

/** Why nothing can be said. */
export type Doubt = 'few regions' | 'one large region' | 'blank page' | 'fits in several ways' | 'no agreement';

export interface Suggestion {
  readonly setting: FrameSetting;
  /** From received pixels to pixels of the picture as shown. */
  readonly frame: Affine;
  /** 0 to 1: how well boxes and ink agree. */
  readonly score: number;
}

export interface FrameCheck {
  readonly verdict: FrameVerdict;
  readonly doubt: Doubt | null;
  /** How well the rectangles agree as they are, 0 to 1. */
  readonly score: number;
  /** Regions that lie outside the picture as they are, by up to so many px; null: none does. */
  readonly outside: Outside | null;
  /** Distinct ways in which they would agree better, the best first. Nothing is applied by itself. */
  readonly suggestions: readonly Suggestion[];
}

/** Fewer regions fit somewhere by chance. */
const LEAST_BOXES = 3;
const MOST_BOXES = 2_000;
/** One box that takes up this much of the page says nothing of where it belongs. */
const WHOLE_PAGE = 0.6;
/** Share of the page that is ink, below which it is blank. */
const BLANK = 0.0004;
/** From here on boxes and ink agree. */
const AGREES = 0.4;
/** Another frame must agree by so much more with one region, by half of it with two: few agree somewhere by chance. */
const BY_CHANCE = 1;
/** From here on they agree so well that nobody asks for two changes at once. */
const PLAINLY = 0.6;
/** Below it they do not. */
const DISAGREES = 0.15;
/** Of the boxes: if more lie outside the picture, they are not of it. */
const OUT = 0.05;
/** Two ways whose scores differ by less than this are as good as each other. */
const TIE = 0.02;
/** What a way of reading must gain over the plain one, which is right most of the time. */
const GAIN = 0.01;
/** Of the height of a box: ways that put all corners nearer than this are the same. */
const SAME = 0.6;
const MOST_SUGGESTIONS = 4;
/** Ways that are made neat before they are compared. */
const FINALISTS = 10;
/** How much the covered ink counts beside the contrast: it tells apart what both fit, but pictures on a page lower it. */
const COVER_WEIGHT = 0.3;

/**
 * Whether the rectangles belong to the picture as they are, by the ink in them; `boxes`: four numbers each, as received.
 * `map` is the ink of the picture of `size` as shown, evenly reduced.
 */
export function checkFrame(map: InkMap, size: Size, boxes: Boxes): FrameCheck {
  const whole: Ground = { map, size, reduction: map.width / size.width, boxes: usable(boxes) };
  const ground = sampled(whole, MOST_BOXES);
  const outside = outsideOf(whole.boxes, size);
  const sheet = sheetOf(map);
  const weigh = (guess: Guess): Weighed => ({
    ...guess,
    cover: coverOf(sheet, ground.boxes, toMap(ground, guess.setting)),
  });
  const plain = weigh(judged(ground, AS_RECEIVED));
  const doubt = hopeless(ground);
  const isOut = outside !== null && outside.count > (OUT * whole.boxes.length) / 4;
  if (doubt)
    return { verdict: isOut ? 'does not fit' : 'cannot tell', doubt, score: share(plain), outside, suggestions: [] };

  const guesses = searchSingles(ground);
  if (plain.contrast < PLAINLY) guesses.push(...searchPairs(ground));
  const ways = finalists(
    ground,
    guesses.map(({ setting }) => weigh(judged(ground, setting))),
  )
    .map(({ setting }) =>
      snapped(
        setting,
        (next) => rank(weigh(judged(ground, next))),
        (next) => apart(ground, setting, next) < 1,
      ),
    )
    .map((setting) => weigh(judged(ground, setting)));
  const enough = AGREES + BY_CHANCE / (ground.boxes.length / 4);
  const others = distinct(ground, ways).filter(
    (way) => way.contrast >= enough && !isSame(ground, way.setting, AS_RECEIVED),
  );
  const suggestions = others
    .slice(0, MOST_SUGGESTIONS)
    .map((way) => ({ setting: way.setting, frame: frameOf(way.setting, size), score: share(way) }));
  const verdict = verdictOf(plain, others, isOut);
  return {
    ...verdict,
    score: share(plain),
    outside,
    suggestions: verdict.verdict === 'fits' ? [] : suggestions,
  };
}

function verdictOf(
  plain: Weighed,
  [best, second]: readonly Weighed[],
  isOut: boolean,
): Pick<FrameCheck, 'verdict' | 'doubt'> {
  const bestRank = best ? rank(best) : -1;
  if (plain.contrast >= AGREES && rank(plain) + GAIN > bestRank) {
    return rank(plain) - bestRank < TIE
      ? { verdict: 'cannot tell', doubt: 'fits in several ways' }
      : { verdict: 'fits', doubt: null };
  }
  const agrees = best !== undefined;
  if (agrees && (!second || bestRank - rank(second) >= TIE)) return { verdict: 'fits only if', doubt: null };
  const bad = isOut || (agrees && plain.contrast < DISAGREES);
  return { verdict: bad ? 'does not fit' : 'cannot tell', doubt: agrees ? 'fits in several ways' : 'no agreement' };
}

interface Weighed extends Guess {
  readonly cover: number;
}

function rank({ contrast, cover }: Weighed): number {
  return contrast + COVER_WEIGHT * cover;
}

function share(way: Weighed): number {
  return Math.min(Math.max(rank(way) / (1 + COVER_WEIGHT), 0), 1);
}

function hopeless({ map, boxes, size }: Ground): Doubt | null {
  const count = boxes.length / 4;
  if (map.ink < map.width * map.height * BLANK) return 'blank page';
  let largest = 0;
  for (let i = 0; i < boxes.length; i += 4) {
    const area = ((boxes[i + 2] ?? 0) - (boxes[i] ?? 0)) * ((boxes[i + 3] ?? 0) - (boxes[i + 1] ?? 0));
    largest = Math.max(largest, area);
  }
  if (count < LEAST_BOXES) return largest > WHOLE_PAGE * size.width * size.height ? 'one large region' : 'few regions';
  return null;
}

function finalists(ground: Ground, ways: readonly Weighed[]): Weighed[] {
  return distinct(ground, ways).slice(0, FINALISTS);
}

/** Each way once, the best of those that are the same; the best first. */
function distinct(ground: Ground, ways: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = [];
  for (const way of ways.toSorted((one, other) => rank(other) - rank(one))) {
    if (!kept.some((one) => isSame(ground, one.setting, way.setting))) kept.push(way);
  }
  return kept;
}

/** Both put every corner of the received page into the same place, as far as a box could tell. */
function isSame(ground: Ground, one: FrameSetting, other: FrameSetting): boolean {
  const [a, b] = [frameOf(one, ground.size), frameOf(other, ground.size)];
  const scale = Math.max(Math.hypot(a.a, a.b), Math.hypot(b.a, b.b));
  return apart(ground, one, other) < SAME * measuresOf(ground.boxes).height * scale + 1;
}

/** Px of the picture: how far from each other two settings put a corner of the received page, at the most. */
function apart({ boxes, size }: Ground, one: FrameSetting, other: FrameSetting): number {
  const { extent } = measuresOf(boxes);
  const [a, b] = [frameOf(one, size), frameOf(other, size)];
  const distances = CORNERS.map(([right, down]) => {
    const [x, y] = [right * extent.width, down * extent.height];
    const [p, q] = [applyAffine<'image'>(a, x, y), applyAffine<'image'>(b, x, y)];
    return Math.hypot(p.x - q.x, p.y - q.y);
  });
  return Math.max(...distances);
}

const CORNERS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];
