import type { Point, Rect, Space } from './space.ts';

/** Half-open: a point on the right or bottom edge is outside. */
export function contains<S extends Space>(rect: Rect<S>, point: Point<S>): boolean {
  return point.x >= rect.x1 && point.x < rect.x2 && point.y >= rect.y1 && point.y < rect.y2;
}

/** The whole of `inner` lies in `outer`; shared edges count as inside. */
export function encloses<S extends Space>(outer: Rect<S>, inner: Rect<S>): boolean {
  return inner.x1 >= outer.x1 && inner.y1 >= outer.y1 && inner.x2 <= outer.x2 && inner.y2 <= outer.y2;
}

/** The two share some area. */
export function overlaps<S extends Space>(one: Rect<S>, other: Rect<S>): boolean {
  return one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
}

export function centre<S extends Space>(rect: Rect<S>): Point<S> {
  return { x: (rect.x1 + rect.x2) / 2, y: (rect.y1 + rect.y2) / 2 };
}

/** The same box with `by` more on every side. */
export function grown<S extends Space>(rect: Rect<S>, by: number): Rect<S> {
  return { x1: rect.x1 - by, y1: rect.y1 - by, x2: rect.x2 + by, y2: rect.y2 + by };
}

/** The least rectangle that holds both. */
export function union<S extends Space>(one: Rect<S>, other: Rect<S>): Rect<S> {
  return {
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
    x2: Math.max(one.x2, other.x2),
    y2: Math.max(one.y2, other.y2),
  };
}

/** What both share; null when that has no area. */
export function intersection<S extends Space>(one: Rect<S>, other: Rect<S>): Rect<S> | null {
  const shared = {
    x1: Math.max(one.x1, other.x1),
    y1: Math.max(one.y1, other.y1),
    x2: Math.min(one.x2, other.x2),
    y2: Math.min(one.y2, other.y2),
  };
  return shared.x1 < shared.x2 && shared.y1 < shared.y2 ? shared : null;
}
