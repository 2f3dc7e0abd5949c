import type { Numbers } from './layouts.ts';

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function scaled(by: number): Matrix {
  return { ...IDENTITY, a: by, d: by };
}

/** From stored pixels to upright ones, where the upright page is `size`. (EXIF 2.32, 4.6.4 A) */
export function turned(orientation: number, { width: w, height: h }: { width: number; height: number }): Matrix {
  const all: Readonly<Record<number, Matrix>> = {
    1: IDENTITY,
    2: { a: -1, b: 0, c: 0, d: 1, e: w, f: 0 },
    3: { a: -1, b: 0, c: 0, d: -1, e: w, f: h },
    4: { a: 1, b: 0, c: 0, d: -1, e: 0, f: h },
    5: { a: 0, b: 1, c: 1, d: 0, e: 0, f: 0 },
    6: { a: 0, b: 1, c: -1, d: 0, e: w, f: 0 },
    7: { a: 0, b: -1, c: -1, d: 0, e: w, f: h },
    8: { a: 0, b: -1, c: 1, d: 0, e: 0, f: h },
  };
  return all[orientation] ?? IDENTITY;
}

/** First `first`, then `second`. */
export function after(first: Matrix, second: Matrix): Matrix {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

export function inverse({ a, b, c, d, e, f }: Matrix): Matrix {
  const det = a * d - b * c;
  return { a: d / det, b: -b / det, c: -c / det, d: a / det, e: (c * f - d * e) / det, f: (b * e - a * f) / det };
}

export function mapped({ a, b, c, d, e, f }: Matrix, [x1, y1, x2, y2]: Numbers): Numbers {
  const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e];
  const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f];
  return [
    Math.round(Math.min(...xs)),
    Math.round(Math.min(...ys)),
    Math.round(Math.max(...xs)),
    Math.round(Math.max(...ys)),
  ];
}
