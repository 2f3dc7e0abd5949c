import type { ImageRect, ImagePoint, Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import type { Palette } from './palette.ts';
import { project, type ScreenBox, screenBox } from './projection.ts';

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** The size of a minimap of `content` within `limits`, in CSS pixels, never less than a few pixels a side. */
export function minimapSize(content: ImageRect, limits: Size): Size {
  const width = Math.max(content.x2 - content.x1, 1);
  const height = Math.max(content.y2 - content.y1, 1);
  const scale = Math.min(limits.width / width, limits.height / height);
  return { width: Math.max(Math.round(width * scale), 8), height: Math.max(Math.round(height * scale), 8) };
}

/** The view of the minimap itself: all of `content` in `size`. */
export function minimapView(content: ImageRect, size: Size): Viewport {
  const scale = Math.min(
    size.width / Math.max(content.x2 - content.x1, 1),
    size.height / Math.max(content.y2 - content.y1, 1),
  );
  return { scale, x: -content.x1 * scale, y: -content.y1 * scale };
}

/** The image point under a point of the minimap, for clicks and drags on it. */
export function minimapPoint(content: ImageRect, size: Size, x: number, y: number): ImagePoint {
  const view = minimapView(content, size);
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale };
}

/** All regions as small solid boxes: at this size an outline would be all line. The picture is drawn before. */
export function paintMinimapRegions(
  brush: Brush,
  inspection: Inspection,
  rows: Uint32Array,
  content: ImageRect,
  size: Size,
  pixelRatio: number,
  palette: Palette,
): void {
  const at = project(inspection.frame, minimapView(content, size), pixelRatio);
  const least = 1 / pixelRatio;
  brush.fillStyle = palette.mapBox;
  for (let from = 0; from < rows.length; from += BOXES_PER_PATH) {
    brush.beginPath();
    for (let i = from; i < Math.min(from + BOXES_PER_PATH, rows.length); i += 1) {
      screenBox(at, inspection.regions.received, rows[i] ?? 0, box);
      brush.rect(box.x1, box.y1, Math.max(box.x2 - box.x1, least), Math.max(box.y2 - box.y1, least));
    }
    brush.fill();
  }
}
