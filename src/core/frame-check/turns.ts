import { type Orientation, swapsAxes } from '../geometry/orientation.ts';
import type { Size } from '../geometry/space.ts';
import { climbed, peaks, refinedScale } from './climb.ts';
import { type Ground, type Guess, judged, measuresOf, sampled } from './ground.ts';
import { AS_RECEIVED, type FrameSetting } from '../geometry/frame-setting.ts';

/** Looked at on the way; at its end all are. */
const FEW_BOXES = 120;
/** A step of a search moves the farthest corner by this part of a box's height at the most. */
const STEP = 0.4;
const MOST_DEGREES = 15.5;
/** A received page is at most so many times larger than what its boxes take up. */
const EMPTY_PAGE = 8;
const MOST_SCALES = 2_500;
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** One best guess for each way of turning the page, at whatever scale it fits best. */
export function searchScales(ground: Ground, orientations: readonly Orientation[] = ORIENTATIONS): Guess[] {
  const few = sampled(ground, FEW_BOXES);
  const { extent, height } = measuresOf(ground.boxes);
  const step = Math.max((STEP * height) / Math.max(extent.width, extent.height), Math.log(EMPTY_PAGE) / MOST_SCALES);
  return orientations.flatMap((orientation) => {
    const { width, height: high } = swapsAxes(orientation) ? turned(ground.size) : ground.size;
    const most = 1.03 * Math.min(width / extent.width, high / extent.height);
    const found: Guess[] = [];
    for (let scale = most; scale > most / EMPTY_PAGE; scale *= 1 - step) {
      found.push(judged(few, { ...AS_RECEIVED, orientation, scaleX: scale, scaleY: scale }));
    }
    return peaks(found, 2).map((guess) => refinedScale(ground, guess.setting, step));
  });
}

/** The page is where it was but for an angle, as setting it straight leaves it. */
export function searchAngles(ground: Ground, base: FrameSetting = AS_RECEIVED): Guess[] {
  const few = sampled(ground, FEW_BOXES);
  const { height } = measuresOf(ground.boxes);
  const reach = Math.hypot(ground.size.width, ground.size.height) / 2;
  const step = Math.max((((STEP * height * base.scaleX) / reach) * 180) / Math.PI, 0.04);
  const found: Guess[] = [];
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += step)
    found.push(judged(few, { ...base, degrees }));
  return peaks(found, 2).map(({ setting }) => climbed(ground, setting, { degrees: step / 2 }));
}

function turned({ width, height }: Size): Size {
  return { width: height, height: width };
}
