import { AS_RECEIVED, type FrameSetting } from '../geometry/frame-setting.ts';
import type { Size } from '../geometry/space.ts';
import type { Boxes } from './evidence.ts';
import { type Ground, type Guess, judged, sampled, usable } from './ground.ts';
import type { InkMap } from './ink-map.ts';
import { isAsClean, liesLoosely } from './loose.ts';
import { areElsewhere, beyondPicture, type Outside } from './outside.ts';
import { withoutRules } from './rules.ts';
import { searchPairs, searchSingles, searchStretched } from './search.ts';
import { agrees, type Doubt, type FrameVerdict, type Judgement, verdictOf } from './verdict.ts';
import { bestWays, isSame, scoreOf, type Way, weighing } from './ways.ts';

export type { Doubt, FrameVerdict } from './verdict.ts';

export interface Suggestion {
  readonly setting: FrameSetting;
  /** 0 to 1: how well boxes and ink agree. */
  readonly score: number;
}

export interface FrameCheck {
  readonly verdict: FrameVerdict;
  readonly doubt: Doubt | null;
  /** How well the rectangles agree as they are, 0 to 1. */
  readonly score: number;
  /** Regions that lie outside the picture as they are by a whole px or more, and by how many at most; null: none does. */
  readonly outside: Outside | null;
  /** Distinct ways in which they would agree better, the best first; none when they fit. Nothing is applied by itself. */
  readonly suggestions: readonly Suggestion[];
}

/** Fewer regions fit somewhere by chance. */
const LEAST_BOXES = 3;
const MOST_BOXES = 2_000;
/** One box that takes up this much of the page says nothing of where it belongs. */
const WHOLE_PAGE = 0.6;
/** Share of the page that is ink, below which it is blank. */
const BLANK = 0.0004;
/** From here on they agree so well that nobody asks for two changes at once. */
const PLAINLY = 0.6;
/** As well with one change: more boxes than are looked at on the way may agree less. */
const FOUND = 0.7;
/** A way that agrees as well as this is not one of boxes with much paper in them. */
const SURELY = 0.55;
/** Below it they do not even agree as boxes with paper in them do. */
const LOOSELY = 0.22;
const MOST_SUGGESTIONS = 4;
/** Of the ink: with so many lines on a page, they hide what stands between them. */
const RULED = 0.03;

/**
 * Whether the rectangles belong to the picture as they are, by the ink in them; `boxes`: four numbers each, as received.
 * `map` is the ink of the picture of `size` as shown, evenly reduced.
 */
export function checkFrame(map: InkMap, size: Size, boxes: Boxes): FrameCheck {
  const whole: Ground = { map, size, reduction: map.width / size.width, boxes: usable(boxes) };
  const ground = sampled(whole, MOST_BOXES);
  const outside = beyondPicture(whole.boxes, size);
  const doubt = hopeless(ground);
  const isOut = areElsewhere(whole.boxes, size);
  const told = (judgement: Judgement, score: number, ways: readonly Way[]): FrameCheck => ({
    ...judgement,
    score,
    outside,
    suggestions: judgement.verdict === 'fits' ? [] : ways.slice(0, MOST_SUGGESTIONS).map(suggested),
  });
  if (doubt) {
    const score = scoreOf(weighing(ground, null)(AS_RECEIVED));
    return told({ verdict: isOut ? 'does not fit' : 'cannot tell', doubt }, score, []);
  }
  const guesses = guessed(ground);
  const first = looked(ground, guesses, null, isOut);
  if (isPlain(first)) return told(first.judgement, scoreOf(first.plain), first.others);

  const bare = withoutRules(map);
  const isHidden = first.others.length === 0 && bare.ink < map.ink * (1 - RULED);
  const on = isHidden ? { ...ground, map: bare } : ground;
  const { plain, ways, others, judgement } = looked(on, isHidden ? guessed(on) : guesses, bare, isOut);
  const score = scoreOf(plain);
  if (judgement.verdict !== 'fits' && liesLoosely(ground, bare, plain, ways))
    return told({ verdict: 'fits', doubt: null }, score, []);
  if (judgement.verdict === 'fits only if' && isAsClean(plain, others[0]))
    return told({ verdict: 'cannot tell', doubt: 'fits in several ways' }, score, others);
  return told(judgement, score, others);
}

interface Looked {
  readonly plain: Way;
  /** All that were worth a closer look, the best first. */
  readonly ways: readonly Way[];
  /** Of those the ones that agree and are not the plain one. */
  readonly others: readonly Way[];
  readonly judgement: Judgement;
}

/** Lines of text agree plainly, too, where they are stretched: their ends are few. */
function guessed(ground: Ground): Guess[] {
  const singles = searchSingles(ground);
  const guesses = [...singles, ...searchStretched(ground)];
  const isFound = judged(ground, AS_RECEIVED).contrast >= PLAINLY || singles.some(({ contrast }) => contrast >= FOUND);
  return isFound ? guesses : [...guesses, ...searchPairs(ground)];
}

function looked(ground: Ground, guesses: readonly Guess[], bare: InkMap | null, isOut: boolean): Looked {
  const weigh = weighing(ground, bare);
  const plain = weigh(AS_RECEIVED);
  const ways = bestWays(ground, guesses, weigh);
  const others = ways.filter(
    (way) => agrees(way, ground.boxes.length / 4) && !isSame(ground, way.setting, AS_RECEIVED),
  );
  return { plain, ways, others, judgement: verdictOf(plain, others, isOut) };
}

/** Boxes that hold letters and little paper: their edges need not be looked at. */
function isPlain({ judgement: { verdict }, plain, others: [best] }: Looked): boolean {
  if (verdict === 'fits') return true;
  return verdict === 'fits only if' && plain.contrast < LOOSELY && best !== undefined && best.contrast >= SURELY;
}

function suggested(way: Way): Suggestion {
  return { setting: way.setting, score: scoreOf(way) };
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
