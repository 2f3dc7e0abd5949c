import type { RegionIndex } from '../core/geometry/region-index.ts';
import type { ImagePoint, ScreenPoint } from '../core/geometry/space.ts';

/** A miss by this many CSS pixels still hits: boxes of a ruled line are a pixel high, and fingers are broad. */
const SLACK = { mouse: 3, touch: 12 };
/** Clicks this close together are on the same spot. */
const SAME_SPOT = 4;

/** Regions under the pointer, smallest first; those just missed when there is none. `scale`: CSS pixels per image pixel. */
export function hitsAt(index: RegionIndex, point: ImagePoint, scale: number, touch = false): number[] {
  const exact = index.at(point);
  return exact.length > 0 ? exact : index.at(point, (touch ? SLACK.touch : SLACK.mouse) / scale);
}

/** The first of `hitsAt` for a mouse, without making a list: asked at every move. */
export function pointedAt(index: RegionIndex, point: ImagePoint, scale: number): number | null {
  return index.smallestAt(point) ?? index.smallestAt(point, SLACK.mouse / scale);
}

/**
 * Which of several nested boxes a click means: the smallest at first, and the next larger one with each further click
 * on the same spot, round and round.
 */
export function createClickCycle(): (hits: readonly number[], point: ScreenPoint, again: boolean) => number | null {
  let last: { readonly point: ScreenPoint; readonly picked: number } | null = null;
  return (hits, point, again) => {
    const sameSpot = last !== null && Math.hypot(last.point.x - point.x, last.point.y - point.y) <= SAME_SPOT;
    const before = last !== null && sameSpot ? hits.indexOf(last.picked) : -1;
    const next = before < 0 ? 0 : again ? before : (before + 1) % hits.length;
    const picked = hits[next] ?? null;
    last = picked === null ? null : { point, picked };
    return picked;
  };
}
