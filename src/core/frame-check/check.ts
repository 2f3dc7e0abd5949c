import { type Affine, applyAffine } from '../geometry/affine.ts';
import type { Size } from '../geometry/space.ts';
import { coverOf, type Sheet, sheetOf } from './cover.ts';
import type { Boxes } from './evidence.ts';
import { type Ground, type Guess, judged, measuresOf, sampled, toMap } from './ground.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../geometry/frame-setting.ts';
import type { InkMap } from './ink-map.ts';
import { searchPlaces } from './places.ts';
import { searchAngles, searchScales } from './turns.ts';

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
/** Two ways whose scores differ by less than this are as good as each other. */
const TIE = 0.02;
/** What a way of reading must gain over the plain one, which is right most of the time. */
const GAIN = 0.01;
/** Of the height of a box: ways that put all corners nearer than this are the same. */
const SAME = 0.6;
const MOST_SUGGESTIONS = 4;
/** How much the covered ink counts beside the contrast: it tells apart what both fit, but pictures on a page lower it. */
const COVER_WEIGHT = 0.3;

/**
 * Whether the rectangles belong to the picture as they are, by the ink in them; `boxes`: four ordered numbers each, as received.
 * `map` is the ink of the picture of `size` as shown, evenly reduced.
 */
export function checkFrame(map: InkMap, size: Size, boxes: Boxes): FrameCheck {
  const ground = sampled({ map, size, reduction: map.width / size.width, boxes }, MOST_BOXES);
  const sheet = sheetOf(map);
  const plain = weighed(ground, sheet, judged(ground, AS_RECEIVED));
  const doubt = hopeless(ground);
  if (doubt) return { verdict: 'cannot tell', doubt, score: share(plain), suggestions: [] };

  const guesses = [...searchScales(ground), ...searchAngles(ground), ...searchPlaces(ground)];
  const ways = distinct(
    ground,
    [plain, ...guesses.map((guess) => weighed(ground, sheet, guess))].toSorted((one, other) => rank(other) - rank(one)),
  );
  const others = ways.filter((way) => !isSame(ground, way.setting, AS_RECEIVED));
  const [best, second] = others;
  const suggestions = others
    .filter(({ contrast }) => contrast >= AGREES)
    .slice(0, MOST_SUGGESTIONS)
    .map((way) => ({ setting: way.setting, frame: frameOf(way.setting, size), score: share(way) }));
  const known = { score: share(plain), suggestions };
  const bestRank = best ? rank(best) : -1;

  if (plain.contrast >= AGREES && rank(plain) + GAIN > bestRank) {
    if (rank(plain) - bestRank < TIE) return { ...known, verdict: 'cannot tell', doubt: 'fits in several ways' };
    return { ...known, verdict: 'fits', doubt: null, suggestions: [] };
  }
  if (!best || best.contrast < AGREES) return { ...known, verdict: 'cannot tell', doubt: 'no agreement' };
  const clear = !second || bestRank - rank(second) >= TIE;
  return clear
    ? { ...known, verdict: 'fits only if', doubt: null }
    : { ...known, verdict: 'cannot tell', doubt: 'fits in several ways' };
}

interface Weighed extends Guess {
  readonly cover: number;
}

function weighed(ground: Ground, sheet: Sheet, guess: Guess): Weighed {
  return { ...guess, cover: coverOf(sheet, ground.boxes, toMap(ground, guess.setting)) };
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

/** Each way once, the best of those that are the same. */
function distinct(ground: Ground, ways: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = [];
  for (const way of ways) {
    if (!kept.some((one) => isSame(ground, one.setting, way.setting))) kept.push(way);
  }
  return kept;
}

/** Both put every corner of the received page into the same place, as far as a box could tell. */
function isSame(ground: Ground, one: FrameSetting, other: FrameSetting): boolean {
  const { extent, height } = measuresOf(ground.boxes);
  const [a, b] = [frameOf(one, ground.size), frameOf(other, ground.size)];
  const scale = Math.max(Math.hypot(a.a, a.b), Math.hypot(b.a, b.b));
  const apart = CORNERS.map(([right, down]) => {
    const [x, y] = [right * extent.width, down * extent.height];
    const [p, q] = [applyAffine<'image'>(a, x, y), applyAffine<'image'>(b, x, y)];
    return Math.hypot(p.x - q.x, p.y - q.y);
  });
  return Math.max(...apart) < SAME * height * scale + 1;
}

const CORNERS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
];
