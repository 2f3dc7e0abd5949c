import type { ImageRect } from '../geometry/space.ts';
import { rectToScreen, type Viewport } from '../geometry/viewport.ts';
import type { Brush } from './brush.ts';
import type { Palette } from './palette.ts';
import { onGrid, snapped } from './projection.ts';

const SHADOW_STEPS = [6, 4, 2];

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
  // A blurred shadow is redrawn pixel by pixel without a GPU; a few translucent sheets look the same and cost nothing.
  brush.fillStyle = palette.paperShadow;
  for (const step of SHADOW_STEPS) brush.fillRect(x - step / 2, y - step / 2 + 2, width + step, height + step);
  const edge = 1 / pixelRatio;
  brush.fillStyle = palette.paperEdge;
  brush.fillRect(x - edge, y - edge, width + 2 * edge, height + 2 * edge);
  brush.fillStyle = palette.paper;
  brush.fillRect(x, y, width, height);
}
