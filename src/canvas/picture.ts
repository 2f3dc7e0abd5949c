import { invertAffine, mapRect } from '../core/geometry/affine.ts';
import { intersection } from '../core/geometry/rect.ts';
import type { ImageRect, Size } from '../core/geometry/space.ts';
import { type Viewport, visibleRect } from '../core/geometry/viewport.ts';
import { snapped } from '../core/paint/projection.ts';
import type { ImageView } from '../image/image-view.ts';

/** From here on single pixels are meant to be seen: no smoothing between them. */
const PIXELS_FROM = 2;

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
  const sheet: ImageRect = { x1: 0, y1: 0, x2: image.size.width, y2: image.size.height };
  const seen = intersection(visibleRect(viewport, stage), sheet);
  const back = invertAffine(image.matrix);
  if (!seen || !back) return;
  const { a, b, c, d, e, f } = image.matrix;
  const view = snapped(viewport, pixelRatio);
  const scale = view.scale * pixelRatio;

  context.save();
  context.translate(view.x, view.y);
  context.scale(view.scale, view.scale);
  context.transform(a, b, c, d, e, f);
  context.imageSmoothingQuality = 'medium';
  for (const { bitmap, at } of image.source.picture(mapRect(back, seen), scale)) {
    // A bitmap that was closed since (another image was just opened) has no pixels, and drawing it would throw.
    if (bitmap.width === 0 || bitmap.height === 0) continue;
    context.imageSmoothingEnabled = (scale * at.width) / bitmap.width <= PIXELS_FROM;
    context.drawImage(bitmap, at.x, at.y, at.width, at.height);
  }
  context.restore();
}
