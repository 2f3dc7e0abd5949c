import { applyAffine } from '../geometry/affine.ts';
import { frameOf, type FrameSetting, SETTING_LIMITS } from '../geometry/frame-setting.ts';
import { type Ground, type Guess, judged, measuresOf } from './ground.ts';

/** A setting changed by an amount in one way. */
export type Move = (setting: FrameSetting, by: number) => FrameSetting;

export interface Step {
  readonly move: Move;
  readonly first: number;
}

/** The last step is the first one over this. */
const FINEST = 24;
/** Steps of one size before they are halved. */
const MOST_TURNS = 8;
const MOST_DEGREES = SETTING_LIMITS.degrees;

/** Uphill by smaller and smaller steps. */
export function climbed(ground: Ground, from: FrameSetting, steps: readonly Step[]): Guess {
  let best = judged(ground, from);
  for (let part = 1; part > 1 / FINEST; part /= 2) {
    for (let moved = true, turns = 0; moved && turns < MOST_TURNS; turns += 1) {
      moved = false;
      for (const { move, first } of steps) {
        for (const sign of [-1, 1]) {
          const next = judged(ground, move(best.setting, sign * first * part));
          if (next.contrast <= best.contrast) continue;
          best = next;
          moved = true;
        }
      }
    }
  }
  return best;
}

export const rightwards: Move = (setting, by) => ({ ...setting, x: setting.x + by });
export const downwards: Move = (setting, by) => ({ ...setting, y: setting.y + by });
export const clockwise: Move = (setting, by) => ({
  ...setting,
  degrees: Math.min(Math.max(setting.degrees + by, -MOST_DEGREES), MOST_DEGREES),
});
export const larger: Move = (setting, by) => scaledBy(setting, 1 + by, 1 + by);
export const wider: Move = (setting, by) => scaledBy(setting, 1 + by, 1);
export const higher: Move = (setting, by) => scaledBy(setting, 1, 1 + by);

/** The same, but the middle of what the boxes take up stays where it is: else each scale would need another offset. */
export function inPlace(ground: Ground, move: Move): Move {
  const { extent } = measuresOf(ground.boxes);
  const [middleX, middleY] = [extent.width / 2, extent.height / 2];
  return (setting, by) => {
    const next = move(setting, by);
    const before = applyAffine<'image'>(frameOf(setting, ground.size), middleX, middleY);
    const after = applyAffine<'image'>(frameOf(next, ground.size), middleX, middleY);
    return { ...next, x: next.x + before.x - after.x, y: next.y + before.y - after.y };
  };
}

/** The highest guesses that are not on the slope of a higher one beside them. */
export function peaks(found: readonly Guess[], most: number): Guess[] {
  const high = found.filter(({ contrast }, i) => {
    const [before, after] = [found[i - 1]?.contrast ?? -Infinity, found[i + 1]?.contrast ?? -Infinity];
    return contrast >= before && contrast > after;
  });
  return high.toSorted((one, other) => other.contrast - one.contrast).slice(0, most);
}

function scaledBy(setting: FrameSetting, x: number, y: number): FrameSetting {
  return { ...setting, scaleX: setting.scaleX * x, scaleY: setting.scaleY * y };
}
