import { rank, type Way } from './ways.ts';

export type FrameVerdict = 'fits' | 'fits only if' | 'does not fit' | 'cannot tell';

/** Why nothing can be said. */
export type Doubt = 'few regions' | 'one large region' | 'blank page' | 'fits in several ways' | 'no agreement';

export interface Judgement {
  readonly verdict: FrameVerdict;
  readonly doubt: Doubt | null;
}

/** From here on boxes and ink agree. */
const AGREES = 0.4;
/** Another frame must agree by so much more with one region, by half of it with two: few agree somewhere by chance. */
const BY_CHANCE = 1;
/** Boxes that hold much paper agree less, but cut no letters. */
const AGREES_LOOSELY = 0.22;
const CLEAN = 0.88;
/** Below it they do not agree. */
const DISAGREES = 0.15;
/** Two ways whose ranks differ by less than this are as good as each other. */
export const TIE = 0.02;
/** What a way of reading must gain over the plain one, which is right most of the time. */
const GAIN = 0.01;

/** Whether a way other than the plain one agrees. */
export function agrees({ contrast, edges }: Way, count: number): boolean {
  const chance = BY_CHANCE / count;
  return contrast >= AGREES + chance || (contrast >= AGREES_LOOSELY + chance && (edges ?? 0) >= CLEAN);
}

/** `others`: the ways that agree, the best first. */
export function verdictOf(plain: Way, [best, second]: readonly Way[], isOut: boolean): Judgement {
  const bestRank = best ? rank(best) : -1;
  if (plain.contrast >= AGREES && rank(plain) + GAIN > bestRank) {
    return rank(plain) - bestRank < TIE
      ? { verdict: 'cannot tell', doubt: 'fits in several ways' }
      : { verdict: 'fits', doubt: null };
  }
  if (best && (!second || bestRank - rank(second) >= TIE)) return { verdict: 'fits only if', doubt: null };
  const bad = isOut || (best !== undefined && plain.contrast < DISAGREES);
  return { verdict: bad ? 'does not fit' : 'cannot tell', doubt: best ? 'fits in several ways' : 'no agreement' };
}
