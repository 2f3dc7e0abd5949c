import { shownCorners } from '../../core/export/rectangles-text.ts';
import { hasFlag, orderedRect, receivedRect } from '../../core/inspection/region-table.ts';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { countBelow } from '../../core/inspection/listed.ts';

/** `x1, y1, x2, y2` as the service sent them; null for what is no rectangle. */
export function coordinateWords({ regions }: Inspection, item: number): string | null {
  if (item >= regions.count || hasFlag(regions, item, 'refused')) return null;
  const { x1, y1, x2, y2 } = receivedRect(regions, item);
  return `${x1}, ${y1}, ${x2}, ${y2}`;
}

/** `577 x 24 px`; null for what is no rectangle. */
export function sizeWords({ regions }: Inspection, item: number): string | null {
  if (item >= regions.count || hasFlag(regions, item, 'refused')) return null;
  const { x1, y1, x2, y2 } = orderedRect(regions, item);
  return `${short(x2 - x1)} x ${short(y2 - y1)} px`;
}

/** `12 of 37 regions`, in plain digits: scripts and tests read it. Empty while there are none. */
export function matchWords({ regions }: Inspection, matches: ArrayLike<number>): string {
  return regions.count === 0 ? '' : `${countBelow(matches, regions.count)} of ${regions.count} regions`;
}

/** Texts without a rectangle are counted for themselves, in the same digits: `1 of 2 other texts`. Empty while there are none. */
export function otherMatchWords({ regions, itemCount }: Inspection, matches: ArrayLike<number>): string {
  const others = itemCount - regions.count;
  if (others === 0) return '';
  const text = others === 1 ? 'text' : 'texts';
  const what = regions.count > 0 ? `other ${text}` : text;
  return `${matches.length - countBelow(matches, regions.count)} of ${others} ${what}`;
}

/** 1,000 and up in groups of three, as everywhere on the page. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** At most three decimals: differences of floats have tails like 0.30000000000000004. */
function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The box in pixels of the image as shown, when a frame stands between it and what was received; null for what is no rectangle. */
export function shownCoordinateWords(inspection: Inspection, item: number): string | null {
  return shownCorners(inspection, item)?.join(', ') ?? null;
}
