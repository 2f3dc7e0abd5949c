import type { ImagePoint, ImageRect, ScreenPoint, ScreenRect, Size } from './space.ts';

/** What part of the image is seen: screen = image * scale + offset, in CSS pixels. The only zoom arithmetic there is. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** 64 CSS pixels for one image pixel: single pixels can be counted. */
export const MAX_SCALE = 64;
/** Pixels left free round the picture by `fit`. */
const FIT_MARGIN = 24;
/** This much of the picture stays inside the canvas, so that it cannot be lost by panning. */
const KEEP_VISIBLE = 48;

export function toScreen(point: ImagePoint, view: Viewport): ScreenPoint {
  return { x: point.x * view.scale + view.x, y: point.y * view.scale + view.y };
}

export function toImage(point: ScreenPoint, view: Viewport): ImagePoint {
  return { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale };
}

export function rectToScreen(rect: ImageRect, view: Viewport): ScreenRect {
  const topLeft = toScreen({ x: rect.x1, y: rect.y1 }, view);
  const bottomRight = toScreen({ x: rect.x2, y: rect.y2 }, view);
  return { x1: topLeft.x, y1: topLeft.y, x2: bottomRight.x, y2: bottomRight.y };
}

/** The part of image space that the stage shows; may reach beyond the picture. */
export function visibleRect(view: Viewport, stage: Size): ImageRect {
  const topLeft = toImage({ x: 0, y: 0 }, view);
  const bottomRight = toImage({ x: stage.width, y: stage.height }, view);
  return { x1: topLeft.x, y1: topLeft.y, x2: bottomRight.x, y2: bottomRight.y };
}

/** The whole of `content` in the middle of the stage, never enlarged beyond four times. */
export function fit(content: ImageRect, stage: Size): Viewport {
  return centred(content, stage, FIT_MARGIN, 4);
}

/**
 * `rect` in the middle, as large as the stage allows with some room around it to see where it is; never enlarged beyond
 * `mostScale`, nor to more than `mostHeight` CSS pixels.
 */
export function zoomToRect(rect: ImageRect, stage: Size, mostHeight = Infinity, mostScale = 8): Viewport {
  const margin = clamp(Math.min(stage.width, stage.height) * 0.06, 16, 48);
  return centred(rect, stage, margin, Math.min(mostScale, mostHeight / Math.max(rect.y2 - rect.y1, 1)));
}

/** Changes the scale and keeps the image point under `at` where it is. */
export function zoomAt(
  view: Viewport,
  factor: number,
  at: ScreenPoint,
  limits: { min: number; max: number },
): Viewport {
  const scale = clamp(view.scale * factor, limits.min, limits.max);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** From a tenth of the fitted scale (or of one to one, if that is smaller) up to `MAX_SCALE`. */
export function scaleLimits(content: ImageRect, stage: Size): { min: number; max: number } {
  return { min: Math.min(fit(content, stage).scale, 1) / 10, max: MAX_SCALE };
}

/** Keeps some of the content on the stage. */
export function keepInSight(view: Viewport, content: ImageRect, stage: Size): Viewport {
  const box = rectToScreen(content, view);
  const slackX = Math.min(KEEP_VISIBLE, box.x2 - box.x1, stage.width);
  const slackY = Math.min(KEEP_VISIBLE, box.y2 - box.y1, stage.height);
  const dx = clamp(0, slackX - box.x2, stage.width - slackX - box.x1);
  const dy = clamp(0, slackY - box.y2, stage.height - slackY - box.y1);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/**
 * Pans so that no more than a margin of the stage stays empty beside content that is larger than it, and smaller
 * content stands in the middle.
 */
export function fillStage(view: Viewport, content: ImageRect, stage: Size): Viewport {
  const box = rectToScreen(content, view);
  const dx = fillAxis(box.x1, box.x2, stage.width);
  const dy = fillAxis(box.y1, box.y2, stage.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

function fillAxis(from: number, to: number, length: number): number {
  if (to - from <= length - 2 * FIT_MARGIN) return (length - (from + to)) / 2;
  return clamp(0, length - FIT_MARGIN - to, FIT_MARGIN - from);
}

/** The least pan that brings `rect` onto the stage, at the present scale; the same view when it is in sight already. */
export function reveal(view: Viewport, rect: ImageRect, stage: Size, margin = 32): Viewport {
  const box = rectToScreen(rect, view);
  const dx = axisShift(box.x1, box.x2, stage.width, margin);
  const dy = axisShift(box.y1, box.y2, stage.height, margin);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

function axisShift(from: number, to: number, length: number, margin: number): number {
  if (from >= margin && to <= length - margin) return 0;
  if (to - from > length - 2 * margin) return (length - (from + to)) / 2;
  return from < margin ? margin - from : length - margin - to;
}

function centred(rect: ImageRect, stage: Size, margin: number, maxScale: number): Viewport {
  const width = Math.max(rect.x2 - rect.x1, 1);
  const height = Math.max(rect.y2 - rect.y1, 1);
  const room = { width: Math.max(stage.width - 2 * margin, 1), height: Math.max(stage.height - 2 * margin, 1) };
  const scale = Math.min(room.width / width, room.height / height, maxScale);
  return {
    scale,
    x: stage.width / 2 - ((rect.x1 + rect.x2) / 2) * scale,
    y: stage.height / 2 - ((rect.y1 + rect.y2) / 2) * scale,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
