import type { ImagePoint, ImageRect, ReceivedPoint, ReceivedRect } from '../geometry/space.ts';

/**
 * The one affine from received to image pixels: x' = a x + c y + e, y' = b x + d y + f (the order of DOMMatrix and canvas).
 * Nothing in an answer says which image the service read, so this starts as the identity and only the person changes it.
 */
export interface Frame {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY_FRAME: Frame = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function isIdentity(frame: Frame): boolean {
  return frame.a === 1 && frame.b === 0 && frame.c === 0 && frame.d === 1 && frame.e === 0 && frame.f === 0;
}

export function toImagePoint(frame: Frame, { x, y }: ReceivedPoint): ImagePoint {
  return { x: frame.a * x + frame.c * y + frame.e, y: frame.b * x + frame.d * y + frame.f };
}

/** Throws RangeError when the frame has no inverse. */
export function toReceivedPoint(frame: Frame, { x, y }: ImagePoint): ReceivedPoint {
  const det = frame.a * frame.d - frame.b * frame.c;
  if (det === 0) throw new RangeError('This transform flattens the picture to a line, so it cannot be undone.');
  const dx = x - frame.e;
  const dy = y - frame.f;
  return { x: (frame.d * dx - frame.c * dy) / det, y: (frame.a * dy - frame.b * dx) / det };
}

/** The upright box in image pixels round the four mapped corners. */
export function toImageRect(frame: Frame, rect: ReceivedRect): ImageRect {
  const corners = [
    toImagePoint(frame, { x: rect.x1, y: rect.y1 }),
    toImagePoint(frame, { x: rect.x2, y: rect.y1 }),
    toImagePoint(frame, { x: rect.x1, y: rect.y2 }),
    toImagePoint(frame, { x: rect.x2, y: rect.y2 }),
  ];
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}
