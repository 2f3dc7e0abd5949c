import type { Size } from '../geometry/space.ts';
import { type Orientation, swapsAxes } from '../geometry/orientation.ts';
import { AS_RECEIVED, type FrameSetting, SETTING_LIMITS } from '../geometry/frame-setting.ts';
import { peaks } from './climb.ts';
import { type Ground, type Guess, judged, measuresOf } from './ground.ts';

/** A step of a search moves the farthest corner by this part of a box's height at the most. */
const STEP = 0.4;
const MOST_DEGREES = SETTING_LIMITS.degrees;
/** A received page is at most so many times larger than what its boxes take up. */
const EMPTY_PAGE = 8;
const MOST_SCALES = 1_200;
/** Of the two scales of a stretched page, the one is at most so many times the other. */
const MOST_STRETCH = 2;
const STRETCH_STEP = 0.09;

/** The best few guesses at whatever scale they fit best, for each of `bases`: the page turned so, the angle that. */
export function searchScales(ground: Ground, bases: readonly FrameSetting[], most = 2): Guess[] {
  const step = scaleStep(ground);
  return bases.flatMap((base) => {
    const found: Guess[] = [];
    const largest = largestScale(ground, base.orientation);
    for (let scale = largest; scale > largest / EMPTY_PAGE; scale *= 1 - step) {
      found.push(judged(ground, { ...base, scaleX: scale, scaleY: scale }));
    }
    return peaks(found, most);
  });
}

/** Scaled otherwise across than along: first roughly by the height of lines, then across. */
export function searchStretches(ground: Ground): Guess[] {
  const step = scaleStep(ground);
  const { extent } = measuresOf(ground.boxes);
  const [mostX, mostY] = [(1.03 * ground.size.width) / extent.width, (1.03 * ground.size.height) / extent.height];
  const rough: Guess[] = [];
  for (let ratio = 1 / MOST_STRETCH; ratio <= MOST_STRETCH; ratio *= 1 + STRETCH_STEP) {
    const found: Guess[] = [];
    const largest = Math.min(mostY, mostX / ratio);
    for (let scale = largest; scale > largest / EMPTY_PAGE; scale *= 1 - step) {
      found.push(judged(ground, { ...AS_RECEIVED, scaleX: scale * ratio, scaleY: scale }));
    }
    rough.push(...peaks(found, 2));
  }
  return rough
    .toSorted((one, other) => other.contrast - one.contrast)
    .slice(0, 8)
    .flatMap(({ setting }) => {
      const found: Guess[] = [];
      for (let part = 1 - STRETCH_STEP; part <= 1 + STRETCH_STEP; part += step / 2) {
        const scaleX = setting.scaleX * part;
        if (scaleX <= mostX) found.push(judged(ground, { ...setting, scaleX }));
      }
      return peaks(found, 1);
    });
}

/** The page is where it was but for an angle, as setting it straight leaves it. */
export function searchAngles(ground: Ground): Guess[] {
  const { height } = measuresOf(ground.boxes);
  const reach = Math.hypot(ground.size.width, ground.size.height) / 2;
  const step = Math.max((((STEP * height) / reach) * 180) / Math.PI, 0.04);
  const found: Guess[] = [];
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += step) {
    found.push(judged(ground, { ...AS_RECEIVED, degrees }));
  }
  return peaks(found, 2);
}

/** Relative, from one scale to the next. */
export function scaleStep(ground: Ground): number {
  const { extent, height } = measuresOf(ground.boxes);
  return Math.max((STEP * height) / Math.max(extent.width, extent.height), Math.log(EMPTY_PAGE) / MOST_SCALES);
}

function largestScale(ground: Ground, orientation: Orientation): number {
  const { extent } = measuresOf(ground.boxes);
  const { width, height }: Size = ground.size;
  const [wide, high] = swapsAxes(orientation) ? [height, width] : [width, height];
  return 1.03 * Math.min(wide / extent.width, high / extent.height);
}
