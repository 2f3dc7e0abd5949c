import { covers, type Sheet, stretched, touches } from './sheet.ts';

/** Milliseconds without a change of zoom after which it counts as finished. */
export const REST = 80;
/** What was painted may be drawn so many times larger or smaller while the zoom goes on. */
const MOST_STRETCH = 2;

/** What there is and what is wanted. */
export interface OverlaySituation {
  /** What is painted, complete or in its essentials; null: nothing. */
  readonly shown: Sheet | null;
  /** It is incomplete, or of another search, theme or choice than now. */
  readonly stale: boolean;
  /** What is being painted. */
  readonly making: Sheet | null;
  /** What the stage shows and there are marks in. */
  readonly needed: Sheet;
  /** That and some margin: when it is not covered any more, it is time to paint the next one. */
  readonly near: Sheet;
  /** Milliseconds since the zoom changed last. */
  readonly rested: number;
}

/** `wait`: paint when the zoom has come to rest. */
export type OverlayPlan = 'done' | 'begin' | 'go on' | 'wait';

/** What to do in a frame about a picture that is too dear to paint in every frame. What is shown is moved or stretched meanwhile. */
export function planOverlay({ shown, stale, making, needed, near, rested }: OverlaySituation): OverlayPlan {
  // What was begun is finished, so that a hand that never rests sees something new now and then, unless it is far off.
  if (making) return isOfUse(making, needed) ? 'go on' : 'begin';
  if (shown === null || stale) return 'begin';
  if (shown.scale === needed.scale) return covers(shown, near) ? 'done' : 'begin';
  return rested >= REST || !isOfUse(shown, needed) || !covers(stretched(shown, needed.scale), needed)
    ? 'begin'
    : 'wait';
}

function isOfUse(sheet: Sheet, needed: Sheet): boolean {
  const by = needed.scale / sheet.scale;
  return by <= MOST_STRETCH && by >= 1 / MOST_STRETCH && touches(stretched(sheet, needed.scale), needed);
}
