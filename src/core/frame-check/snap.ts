import { type FrameSetting, isSameSetting } from '../geometry/frame-setting.ts';

/** What a neater setting may lose of its rank and still be the same to the evidence. */
const LOSS = 0.006;
const SCALE_DIGITS = 1000;
/** Of a scale: so near to a whole number, or to one over it, it is meant to be that. */
const NEARLY = 0.003;

/**
 * The setting as a person would say it, as far as the evidence cannot tell: a scale of 1, both scales the same, no angle or one in
 * tenths of a degree, no offset or one of whole pixels. `isNext`: less than a pixel away, which nobody sees.
 */
export function snapped(
  setting: FrameSetting,
  rank: (setting: FrameSetting) => number,
  isNext: (setting: FrameSetting) => boolean,
): FrameSetting {
  const least = rank(setting) - LOSS;
  let best = setting;
  for (const neater of STEPS) {
    const next = neater(best);
    if (!isSameSetting(next, best) && (isNext(next) || rank(next) >= least)) best = next;
  }
  return best;
}

type Neater = (setting: FrameSetting) => FrameSetting;

const STEPS: readonly Neater[] = [
  (setting) => ({ ...setting, x: 0, y: 0 }),
  (setting) => ({ ...setting, degrees: 0 }),
  (setting) => ({ ...setting, scaleX: 1, scaleY: 1 }),
  (setting) => {
    const scale = Math.sqrt(setting.scaleX * setting.scaleY);
    return { ...setting, scaleX: scale, scaleY: scale };
  },
  (setting) => ({ ...setting, scaleX: simple(setting.scaleX), scaleY: simple(setting.scaleY) }),
  (setting) => ({ ...setting, scaleX: rounded(setting.scaleX), scaleY: rounded(setting.scaleY) }),
  (setting) => ({ ...setting, degrees: Math.round(setting.degrees * 10) / 10 }),
  (setting) => ({ ...setting, x: Math.round(setting.x), y: setting.y }),
  (setting) => ({ ...setting, x: Math.round(setting.x), y: Math.round(setting.y) }),
];

/** Pages are doubled, halved, sent at a third of their size. */
function simple(scale: number): number {
  const near = scale >= 1 ? Math.round(scale) : 1 / Math.round(1 / scale);
  return Math.abs(scale / near - 1) < NEARLY ? near : scale;
}

/** Three digits after the point; half a thousandth of a large page is less than a pixel or two. */
function rounded(scale: number): number {
  return Math.round(scale * SCALE_DIGITS) / SCALE_DIGITS || scale;
}
