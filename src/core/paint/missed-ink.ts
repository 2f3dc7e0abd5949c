import type { ScreenRect, Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';
import { type Brush, SOLID } from './brush.ts';
import type { Palette } from './palette.ts';
import { crispWidth, onGrid, snapped } from './projection.ts';

export interface MissedView {
  readonly viewport: Viewport;
  /** In CSS pixels. */
  readonly stage: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
}

/** CSS pixels between two lines of the hatching; smaller marks have none. */
const PITCH = 9;
/** Seen however small it is. */
const LEAST = 3;
/** Strokes of this many lines at a time: longer paths stroke slower. */
const LINES_PER_PATH = 400;

/**
 * Marks ink with no region round it, under the regions: tinted, hatched, with a dotted outline.
 * `missed`: boxes in image pixels, four numbers each, the most ink first.
 */
export function paintMissedInk(brush: Brush, missed: Float64Array, view: MissedView): void {
  const { palette, pixelRatio } = view;
  const line = crispWidth(1, pixelRatio);
  const seen = inSight(missed, view);
  if (seen.length === 0) return;
  brush.lineJoin = 'miter';
  brush.lineCap = 'butt';
  brush.strokeStyle = palette.missed;
  brush.fillStyle = palette.missedFill;
  brush.lineWidth = line;
  brush.setLineDash([2 * line, 2 * line]);
  for (let from = 0; from < seen.length; from += LINES_PER_PATH / 4) {
    brush.beginPath();
    for (const { x1, y1, x2, y2 } of seen.slice(from, from + LINES_PER_PATH / 4)) {
      brush.rect(x1 + line / 2, y1 + line / 2, x2 - x1 - line, y2 - y1 - line);
    }
    brush.fill();
    brush.stroke();
  }
  brush.setLineDash(SOLID);
  brush.strokeStyle = palette.missedHatch;
  hatch(brush, seen, view);
}

function inSight(missed: Float64Array, { viewport, stage, pixelRatio }: MissedView): ScreenRect[] {
  const { scale, x, y } = snapped(viewport, pixelRatio);
  const seen: ScreenRect[] = [];
  for (let at = 0; at + 3 < missed.length; at += 4) {
    const x1 = onGrid((missed[at] ?? NaN) * scale + x, pixelRatio);
    const y1 = onGrid((missed[at + 1] ?? NaN) * scale + y, pixelRatio);
    const x2 = Math.max(onGrid((missed[at + 2] ?? NaN) * scale + x, pixelRatio), x1 + LEAST);
    const y2 = Math.max(onGrid((missed[at + 3] ?? NaN) * scale + y, pixelRatio), y1 + LEAST);
    if (x2 > 0 && y2 > 0 && x1 < stage.width && y1 < stage.height) seen.push({ x1, y1, x2, y2 });
  }
  return seen;
}

/** Rising lines that go through all boxes alike and move with the picture; never beyond the stage, however large a box is. */
function hatch(brush: Brush, boxes: readonly ScreenRect[], { viewport, stage, pixelRatio }: MissedView): void {
  const view = snapped(viewport, pixelRatio);
  const anchor = view.x + view.y;
  let lines = 0;
  for (const box of boxes) {
    const x1 = Math.max(box.x1, 0);
    const y1 = Math.max(box.y1, 0);
    const x2 = Math.min(box.x2, stage.width);
    const y2 = Math.min(box.y2, stage.height);
    // On a line x + y is the same all along.
    const first = Math.ceil((x1 + y1 - anchor) / PITCH) * PITCH + anchor;
    for (let sum = first; sum < x2 + y2; sum += PITCH) {
      if (lines % LINES_PER_PATH === 0) brush.beginPath();
      const left = Math.max(x1, sum - y2);
      const right = Math.min(x2, sum - y1);
      brush.moveTo(left, sum - left);
      brush.lineTo(right, sum - right);
      lines += 1;
      if (lines % LINES_PER_PATH === 0) brush.stroke();
    }
  }
  if (lines % LINES_PER_PATH !== 0) brush.stroke();
}
