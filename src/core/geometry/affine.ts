import type { Point, Rect, Space } from './space.ts';

/**
 * x' = a x + c y + e, y' = b x + d y + f: the order of DOMMatrix and of `CanvasRenderingContext2D.transform`.
 * Frames and orientation matrices are affines; this is the arithmetic they share.
 */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export function applyAffine<To extends Space>(by: Affine, x: number, y: number): Point<To> {
  return { x: by.a * x + by.c * y + by.e, y: by.b * x + by.d * y + by.f };
}

/** First `first`, then `second`. */
export function composeAffine(first: Affine, second: Affine): Affine {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

/** The way back, or null when the affine flattens the plane to a line or a point. */
export function invertAffine(by: Affine): Affine | null {
  const det = determinant(by);
  if (det === 0 || !Number.isFinite(det)) return null;
  return {
    a: by.d / det,
    b: -by.b / det,
    c: -by.c / det,
    d: by.a / det,
    e: (by.c * by.f - by.d * by.e) / det,
    f: (by.b * by.e - by.a * by.f) / det,
  };
}

/** How much areas grow; negative when the affine mirrors. */
export function determinant(by: Affine): number {
  return by.a * by.d - by.b * by.c;
}

/** Upright boxes stay upright boxes: no turn but by quarters, no shear. */
export function keepsUpright(by: Affine): boolean {
  return (by.b === 0 && by.c === 0) || (by.a === 0 && by.d === 0);
}

/** The upright box round the four mapped corners. */
export function mapRect<To extends Space>(by: Affine, rect: Rect<Space>): Rect<To> {
  const ax = Math.min(by.a * rect.x1, by.a * rect.x2);
  const bx = Math.max(by.a * rect.x1, by.a * rect.x2);
  const cx = Math.min(by.c * rect.y1, by.c * rect.y2);
  const dx = Math.max(by.c * rect.y1, by.c * rect.y2);
  const ay = Math.min(by.b * rect.x1, by.b * rect.x2);
  const byMax = Math.max(by.b * rect.x1, by.b * rect.x2);
  const cy = Math.min(by.d * rect.y1, by.d * rect.y2);
  const dy = Math.max(by.d * rect.y1, by.d * rect.y2);
  return { x1: ax + cx + by.e, y1: ay + cy + by.f, x2: bx + dx + by.e, y2: byMax + dy + by.f };
}
