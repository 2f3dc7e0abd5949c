import { keepsUpright } from '../geometry/affine.ts';
import type { ImageRect, ImagePoint, Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { isLevelShown } from '../inspection/levels-shown.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import type { Palette } from './palette.ts';
import { Pace } from './pace.ts';
import { patchPen } from './pens.ts';
import type { PixelSheet } from './pixel-sheet.ts';
import { project, type ScreenBox, screenBox } from './projection.ts';
import { repeatsOf } from './repeats.ts';
import { RowList } from './row-list.ts';
import { rasterSlices, type Slices } from './slices.ts';

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

export interface MinimapLook {
  /** What of the image it shows. */
  readonly content: ImageRect;
  /** In CSS pixels. */
  readonly size: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
}

/** More regions than this are written into pixels. */
const MANY = 2_000;
/** The picture itself is made in the same frames, and nobody waits for the minimap. */
const ROWS_PER_FRAME = 30_000;

/** Whether they are to be drawn by `minimapSlices`. */
export function isMinimapDear(inspection: Inspection, rows: Uint32Array): boolean {
  return rows.length > MANY && keepsUpright(inspection.frame);
}

/** All regions as small solid boxes: at this size an outline would be all line. The picture is drawn before. */
export function paintMinimapRegions(
  brush: Brush,
  inspection: Inspection,
  rows: Uint32Array,
  { content, size, pixelRatio, palette }: MinimapLook,
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

/** The same in pixels, for a million of them, some in each step: what is smaller than a pixel tints it. */
export function* minimapSlices(
  sheet: PixelSheet,
  inspection: Inspection,
  rows: Uint32Array,
  { content, size, pixelRatio, palette }: MinimapLook,
): Slices {
  const at = project(inspection.frame, minimapView(content, size), pixelRatio);
  const pen = patchPen(palette.mapBox, 2);
  const tally = { seen: 0, tall: 0, large: new RowList() };
  const repeats = repeatsOf(inspection.regions, (row) => (isLevelShown(inspection, row) ? 0 : -1));
  yield* rasterSlices(sheet, inspection, at, rows, null, 0, pen, new Pace(ROWS_PER_FRAME), tally, repeats);
}
