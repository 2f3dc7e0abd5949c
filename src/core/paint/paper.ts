import type { ImageRect } from '../geometry/space.ts';
import { rectToScreen, type Viewport } from '../geometry/viewport.ts';
import type { Brush } from './brush.ts';
import type { Palette } from './palette.ts';
import { onGrid, snapped } from './projection.ts';

/** How far each rim of the shadow reaches, in CSS pixels. */
const SHADOW_STEPS = [4, 3, 2, 1];

/** The sheet that the picture lies on, or the blank page of regions without a picture: soft shadow, fill, hairline edge. */
export function paintPaper(
  brush: Brush,
  content: ImageRect,
  viewport: Viewport,
  pixelRatio: number,
  palette: Palette,
): void {
  const on = rectToScreen(content, snapped(viewport, pixelRatio));
  const x = onGrid(on.x1, pixelRatio);
  const y = onGrid(on.y1, pixelRatio);
  const width = onGrid(on.x2, pixelRatio) - x;
  const height = onGrid(on.y2, pixelRatio) - y;
  const hair = 1 / pixelRatio;
  // A blurred shadow is redrawn pixel by pixel without a GPU, and so would whole sheets under the sheet be:
  // a few translucent rims look the same and cost nothing.
  brush.fillStyle = palette.paperShadow;
  for (const step of SHADOW_STEPS) paintRim(brush, x, y + 1, width, height, step);
  brush.fillStyle = palette.paperEdge;
  paintRim(brush, x, y, width, height, hair);
  brush.fillStyle = palette.paper;
  brush.fillRect(x, y, width, height);
}

/** A band of `thick` round the outside of a box. */
function paintRim(brush: Brush, x: number, y: number, width: number, height: number, thick: number): void {
  brush.fillRect(x - thick, y - thick, width + 2 * thick, thick);
  brush.fillRect(x - thick, y + height, width + 2 * thick, thick);
  brush.fillRect(x - thick, y, thick, height);
  brush.fillRect(x + width, y, thick, height);
}
