import type { ImageRect, Size } from '../core/geometry/space.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { isMinimapDear, minimapSlices, minimapView, paintMinimapRegions } from '../core/paint/minimap.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';

/** What the minimap shows: without what the search found, so that typing does not draw it anew. */
export type MinimapScene = Pick<Scene, 'inspection' | 'image' | 'index' | 'palette' | 'pixelRatio'>;

/** Regions of the last minimap of each inspection: it comes and goes with the zoom, and they stay as they are. */
const drawn = new WeakMap<Inspection, { readonly key: string; readonly regions: ImageData }>();

/**
 * Draws the whole sheet onto the minimap's canvas, which is `size` CSS pixels large: the picture at once, very many regions
 * when they are ready. Goes on until the returned function is called.
 */
export function drawSheet(
  context: CanvasRenderingContext2D,
  scene: MinimapScene,
  content: ImageRect,
  size: Size,
): () => void {
  const { pixelRatio, palette, image, inspection, index } = scene;
  const look = { content, size, pixelRatio, palette };
  const { width, height } = context.canvas;
  const key = [width, height, palette.mapBox, ...Object.values(content)].join(' ');
  const before = drawn.get(inspection);
  let regions = before?.key === key ? before.regions : null;
  const dear = isMinimapDear(inspection, index.rows);

  const draw = () => {
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.fillStyle = palette.mapPlain;
    context.fillRect(0, 0, size.width, size.height);
    if (image) drawPicture(context, image, minimapView(content, size), size, pixelRatio);
    if (!dear) paintMinimapRegions(context, inspection, index.rows, look);
    else if (regions) layOver(context, regions);
  };
  draw();
  const forget = image?.source.onChange(draw);

  let frame = 0;
  if (dear && regions === null) {
    const pixels = new Uint32Array(width * height);
    const slices = minimapSlices({ pixels, width, height }, inspection, index.rows, look);
    const step = () => {
      if (slices.next().done !== true) {
        frame = requestAnimationFrame(step);
        return;
      }
      regions = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
      drawn.set(inspection, { key, regions });
      draw();
    };
    frame = requestAnimationFrame(step);
  }
  return () => {
    cancelAnimationFrame(frame);
    forget?.();
  };
}

/** Translucent pixels on top of what is there: `putImageData` would put them in its place. */
function layOver(context: CanvasRenderingContext2D, pixels: ImageData): void {
  const { width, height } = pixels;
  const layer = new OffscreenCanvas(width, height);
  layer.getContext('2d')?.putImageData(pixels, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(layer, 0, 0);
}
