import { type Ground, type Guess, judged } from './ground.ts';
import type { FrameSetting } from '../geometry/frame-setting.ts';

type Numbered = 'x' | 'y' | 'degrees' | 'scaleX' | 'scaleY';
const NAMES: readonly Numbered[] = ['x', 'y', 'degrees', 'scaleX', 'scaleY'];
/** The last step is the first one over this. */
const FINEST = 40;
/** Steps of one size before they are halved. */
const MOST_TURNS = 16;

/** Uphill by smaller and smaller steps of the numbers given. */
export function climbed(ground: Ground, from: FrameSetting, steps: Partial<Record<Numbered, number>>): Guess {
  let best = judged(ground, from);
  for (let part = 1; part > 1 / FINEST; part /= 2) {
    for (let moved = true, turns = 0; moved && turns < MOST_TURNS; turns += 1) {
      moved = false;
      for (const name of NAMES) {
        const step = steps[name];
        if (step === undefined) continue;
        for (const sign of [-1, 1]) {
          const next = judged(ground, { ...best.setting, [name]: best.setting[name] + sign * step * part });
          if (next.contrast <= best.contrast) continue;
          best = next;
          moved = true;
        }
      }
    }
  }
  return best;
}

/** Uphill along the scale of both axes at once. */
export function refinedScale(ground: Ground, setting: FrameSetting, step: number): Guess {
  let best = judged(ground, setting);
  for (let by = step / 2; by > step / FINEST; by /= 2) {
    for (const factor of [1 - by, 1 + by]) {
      const scale = best.setting.scaleX * factor;
      const next = judged(ground, { ...best.setting, scaleX: scale, scaleY: scale });
      if (next.contrast > best.contrast) best = next;
    }
  }
  return best;
}

/** The highest guesses that are not on the slope of a higher one beside them. */
export function peaks(found: readonly Guess[], most: number): Guess[] {
  const high = found.filter(({ contrast }, i) => {
    const [before, after] = [found[i - 1]?.contrast ?? -Infinity, found[i + 1]?.contrast ?? -Infinity];
    return contrast >= before && contrast > after;
  });
  return high.toSorted((one, other) => other.contrast - one.contrast).slice(0, most);
}
