import { type Affine, composeAffine, invertAffine, mapRect } from '../core/geometry/affine.ts';
import { intersection } from '../core/geometry/rect.ts';
import type { ImageRect, Size } from '../core/geometry/space.ts';
import { type Viewport, visibleRect } from '../core/geometry/viewport.ts';
import { snapped } from '../core/paint/projection.ts';
import type { PicturePiece } from '../image/image-source.ts';
import type { ImageView } from '../image/image-view.ts';

/** From here on single pixels are meant to be seen: no smoothing between them. */
const PIXELS_FROM = 2;
/** Shrunk by more than this a bitmap would lose thin lines between the pixels that plain smoothing looks at. */
const PLAIN_FROM = 0.7;

/**
 * Draws what the stage shows of the picture, turned as `image.matrix` says. The context is in CSS pixels of the stage.
 * Pixels are those the source hands out for this size; nothing is decoded or copied here.
 */
export function drawPicture(
  context: CanvasRenderingContext2D,
  image: ImageView,
  viewport: Viewport,
  stage: Size,
  pixelRatio: number,
): void {
  const view = snapped(viewport, pixelRatio);
  const sheet: ImageRect = { x1: 0, y1: 0, x2: image.size.width, y2: image.size.height };
  const seen = intersection(visibleRect(view, stage), sheet);
  const back = invertAffine(image.matrix);
  if (!seen || !back) return;
  const scale = view.scale * pixelRatio;
  const onDevice = composeAffine(image.matrix, {
    a: scale,
    b: 0,
    c: 0,
    d: scale,
    e: view.x * pixelRatio,
    f: view.y * pixelRatio,
  });

  context.save();
  context.scale(1 / pixelRatio, 1 / pixelRatio);
  for (const piece of image.source.picture(mapRect(back, seen), scale)) {
    // A bitmap that was closed since (another image was just opened) has no pixels, and drawing it would throw.
    if (piece.bitmap.width > 0 && piece.bitmap.height > 0)
      drawPiece(context, piece, onDevice, scale, image.source.stored);
  }
  context.restore();
}

/**
 * Draws a piece in device pixels. Edges that it shares with others are rounded to whole ones, the same way for both, and its
 * pixels are taken from where the rounded edges lie: neighbours join without a seam, and nothing shifts.
 */
function drawPiece(
  context: CanvasRenderingContext2D,
  { bitmap, at, shown }: PicturePiece,
  { a, b, c, d, e, f }: Affine,
  scale: number,
  stored: Size,
): void {
  // A turn by quarters: one of a and c is 0, one of b and d, and the other one is plus or minus the scale.
  const across = a !== 0;
  const left = shared(shown.x, stored.width, across ? a : b, across ? e : f);
  const right = shared(shown.x + shown.width, stored.width, across ? a : b, across ? e : f);
  const top = shared(shown.y, stored.height, across ? d : c, across ? f : e);
  const bottom = shared(shown.y + shown.height, stored.height, across ? d : c, across ? f : e);
  const width = Math.abs(right - left);
  const height = Math.abs(bottom - top);
  if (width === 0 || height === 0) return;

  // From device pixels back to those of the bitmap.
  const finerX = bitmap.width / at.width;
  const finerY = bitmap.height / at.height;
  const fromX = ((left - (across ? e : f)) / (across ? a : b) - at.x) * finerX;
  const fromY = ((top - (across ? f : e)) / (across ? d : c) - at.y) * finerY;

  context.save();
  context.transform(Math.sign(a), Math.sign(b), Math.sign(c), Math.sign(d), across ? left : top, across ? top : left);
  // What stands in for pixels to come is smooth at any size.
  context.imageSmoothingEnabled = scale <= PIXELS_FROM || finerX < 1;
  context.imageSmoothingQuality = scale / finerX < PLAIN_FROM ? 'medium' : 'low';
  context.drawImage(bitmap, fromX, fromY, (width / scale) * finerX, (height / scale) * finerY, 0, 0, width, height);
  context.restore();
}

/** Where an edge lies on the device; whole, unless it is an edge of the picture, which nothing joins. */
function shared(edge: number, end: number, scale: number, offset: number): number {
  const place = edge * scale + offset;
  return edge === 0 || edge === end ? place : Math.round(place);
}
