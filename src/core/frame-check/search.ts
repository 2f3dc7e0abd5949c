import { AS_RECEIVED, type FrameSetting } from '../geometry/frame-setting.ts';
import type { Orientation } from '../geometry/orientation.ts';
import { climbed, clockwise, downwards, higher, inPlace, larger, rightwards, type Step, wider } from './climb.ts';
import { type Ground, type Guess, judged, measuresOf, sampled } from './ground.ts';
import { COARSE, FINE, type Place, searchPlaces, settled } from './places.ts';
import { slantsOf } from './slant.ts';
import { scaleStep, searchAngles, searchScales, searchStretches } from './turns.ts';

/** Looked at on the way. */
const FEW_BOXES = 96;
/** Looked at where one way is made exact. */
const MANY_BOXES = 320;
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const SLANTS = 3;
/** Of a scale and the next where places are tried as well. */
const PLACE_SCALE_STEP = 0.02;
/** What is received takes up so much of the sides of the picture, when it is part of another page or the other way round. */
const LEAST_EXTENT = 0.3;
const MOST_EXTENT = 1.6;
/** Places looked into, of those where nothing else changes; of those that are turned or scaled. */
const STARTS = 6;
const PAIR_STARTS = 10;

/** Ways in which one thing is other than received, and scale by orientation. */
export function searchSingles(ground: Ground): Guess[] {
  const few = sampled(ground, FEW_BOXES);
  const steps = stepsOf(ground);
  return [
    ...refined(
      ground,
      searchScales(
        few,
        ORIENTATIONS.map((orientation) => ({ ...AS_RECEIVED, orientation })),
      ),
      [steps.scale],
    ),
    ...refined(ground, searchAngles(few), [steps.turn]),
    ...refined(ground, places(few, searchPlaces(ground, [AS_RECEIVED], FINE, STARTS), STARTS), [
      steps.down,
      steps.right,
    ]),
  ];
}

/** Scaled otherwise across than along, which a scale alone may come near to. */
export function searchStretched(ground: Ground): Guess[] {
  const { wide, high } = stepsOf(ground);
  return refined(ground, searchStretches(sampled(ground, FEW_BOXES)), [wide, high]);
}

/** Two things at once: the likely pairs. */
export function searchPairs(ground: Ground): Guess[] {
  const few = sampled(ground, FEW_BOXES);
  const { scale, scaleInPlace, turn, down, right } = stepsOf(ground);
  const slants = slantsOf(ground.map, SLANTS).map((degrees) => ({ ...AS_RECEIVED, degrees }));
  const turned = ORIENTATIONS.slice(1).map((orientation) => ({ ...AS_RECEIVED, orientation }));
  return [
    ...refined(
      ground,
      slants.map((setting) => judged(few, setting)),
      [turn],
    ),
    ...refined(ground, searchScales(few, slants), [turn, scale]),
    ...refined(ground, places(few, searchPlaces(ground, turned, COARSE, 4), PAIR_STARTS), [down, right]),
    ...refined(ground, places(few, searchPlaces(ground, scalesOf(ground), COARSE, 3), PAIR_STARTS), [
      down,
      right,
      scaleInPlace,
    ]),
  ];
}

function places(few: Ground, found: readonly Place[], most: number): Guess[] {
  return found
    .toSorted((one, other) => other.height - one.height)
    .slice(0, most)
    .map((place) => judged(few, settled(few, place)));
}

/** Each uphill, roughly; the best by more boxes once more. */
function refined(ground: Ground, found: readonly Guess[], steps: readonly Step[]): Guess[] {
  const [few, many] = [sampled(ground, FEW_BOXES), sampled(ground, MANY_BOXES)];
  return found
    .map(({ setting }) => climbed(few, setting, steps))
    .toSorted((one, other) => other.contrast - one.contrast)
    .map((guess, at) => (at < 3 && many !== few ? climbed(many, guess.setting, steps.map(smaller)) : guess));
}

function smaller({ move, first }: Step): Step {
  return { move, first: first / 4 };
}

function stepsOf(ground: Ground) {
  const scale = scaleStep(ground);
  const { height } = measuresOf(ground.boxes);
  const reach = Math.hypot(ground.size.width, ground.size.height) / 2;
  const pixel = 1 / ground.reduction;
  return {
    scale: { move: larger, first: scale / 2 },
    scaleInPlace: { move: inPlace(ground, larger), first: PLACE_SCALE_STEP / 2 },
    wide: { move: wider, first: scale / 2 },
    high: { move: higher, first: scale / 2 },
    turn: { move: clockwise, first: Math.max((((0.2 * height) / reach) * 180) / Math.PI, 0.05) },
    down: { move: downwards, first: pixel * 2 },
    right: { move: rightwards, first: pixel * 2 },
  } satisfies Record<string, Step>;
}

function scalesOf({ boxes, size }: Ground): FrameSetting[] {
  const { extent } = measuresOf(boxes);
  const [wide, high] = [size.width / extent.width, size.height / extent.height];
  const bases: FrameSetting[] = [];
  for (
    let scale = MOST_EXTENT * Math.min(wide, high);
    scale > LEAST_EXTENT * Math.min(wide, high);
    scale *= 1 - PLACE_SCALE_STEP
  )
    bases.push({ ...AS_RECEIVED, scaleX: scale, scaleY: scale });
  return bases;
}
