import type { ImageRect, Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';

/**
 * A piece of the picture at one zoom, in whole device pixels from the image's origin: a view moved by whole pixels is another
 * sheet of the same scale, and what was painted for one can be laid under the other as it is.
 */
export interface Sheet {
  /** Device pixels per image pixel. */
  readonly scale: number;
  /** Half-open. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What a stage shows. */
export function sheetOf(viewport: Viewport, stage: Size, pixelRatio: number): Sheet {
  const x1 = -Math.round(viewport.x * pixelRatio);
  const y1 = -Math.round(viewport.y * pixelRatio);
  return {
    scale: viewport.scale * pixelRatio,
    x1,
    y1,
    x2: x1 + Math.ceil(stage.width * pixelRatio),
    y2: y1 + Math.ceil(stage.height * pixelRatio),
  };
}

/** The view that shows this sheet from edge to edge, and the size of its stage. In CSS pixels. */
export function viewOf(sheet: Sheet, pixelRatio: number): { readonly viewport: Viewport; readonly stage: Size } {
  return {
    viewport: { scale: sheet.scale / pixelRatio, x: -sheet.x1 / pixelRatio, y: -sheet.y1 / pixelRatio },
    stage: { width: (sheet.x2 - sheet.x1) / pixelRatio, height: (sheet.y2 - sheet.y1) / pixelRatio },
  };
}

/** `sheet` with so many pixels more on every side, but only where there can be a mark: `marks` grown by `reach` pixels. */
export function withMargin(sheet: Sheet, margin: number, marks: ImageRect, reach: number): Sheet | null {
  const { scale } = sheet;
  const x1 = Math.max(sheet.x1 - margin, Math.floor(marks.x1 * scale - reach));
  const y1 = Math.max(sheet.y1 - margin, Math.floor(marks.y1 * scale - reach));
  const x2 = Math.min(sheet.x2 + margin, Math.ceil(marks.x2 * scale + reach));
  const y2 = Math.min(sheet.y2 + margin, Math.ceil(marks.y2 * scale + reach));
  return x1 < x2 && y1 < y2 ? { scale, x1, y1, x2, y2 } : null;
}

/** The largest margin, up to `wished`, with which a sheet of this size has no more than `most` pixels. */
export function marginWithin({ x1, y1, x2, y2 }: Sheet, wished: number, most: number): number {
  const [width, height] = [x2 - x1, y2 - y1];
  // (width + 2 m) (height + 2 m) = most
  const half = (width + height) / 2;
  const largest = (Math.sqrt(Math.max(half * half + most - width * height, 0)) - half) / 2;
  return Math.max(0, Math.min(wished, Math.floor(largest)));
}

export function covers(outer: Sheet, inner: Sheet): boolean {
  return (
    outer.scale === inner.scale &&
    outer.x1 <= inner.x1 &&
    outer.y1 <= inner.y1 &&
    outer.x2 >= inner.x2 &&
    outer.y2 >= inner.y2
  );
}

/** The sheet as it is when drawn at another scale; no longer in whole pixels. */
export function stretched({ scale: before, x1, y1, x2, y2 }: Sheet, scale: number): Sheet {
  const by = scale / before;
  return { scale, x1: x1 * by, y1: y1 * by, x2: x2 * by, y2: y2 * by };
}

export function touches(one: Sheet, other: Sheet): boolean {
  return one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
}
