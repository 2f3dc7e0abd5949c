import { applyAffine } from '../geometry/affine.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
import { crispWidth, type Projection } from './projection.ts';
import type { PaintView } from './view.ts';

const LINE = 1.5;
/** A step shorter than this on the screen has no room for an arrow. */
const ARROW_FROM = 22;
const ARROW = 6;
const START = 5;

/** A path through the middles of the regions in the order received: a dot where it starts, an arrow on every longer step. */
export function paintReadingOrder(brush: Brush, inspection: Inspection, view: PaintView, at: Projection): void {
  const { rows } = view.index;
  const { received } = inspection.regions;
  if (rows.length === 0) return;
  brush.setLineDash(SOLID);
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  const width = crispWidth(LINE, view.pixelRatio);
  walk(brush, at, received, rows, view, false, () => {
    brush.strokeStyle = view.palette.casing;
    brush.lineWidth = width + 2;
    brush.stroke();
    brush.strokeStyle = view.palette.order;
    brush.lineWidth = width;
    brush.stroke();
  });
  brush.fillStyle = view.palette.order;
  walk(brush, at, received, rows, view, true, () => brush.fill());

  const first = middleOf(at, received, rows[0] ?? 0);
  brush.beginPath();
  brush.arc(first.x, first.y, START, 0, 2 * Math.PI);
  brush.fill();
  brush.lineJoin = 'miter';
  brush.lineCap = 'butt';
}

/** Adds every step in sight, or the arrow on it, to the path and calls `finish` for each batch. */
function walk(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  rows: Uint32Array,
  { stage }: PaintView,
  arrows: boolean,
  finish: () => void,
): void {
  let inPath = 0;
  let from = middleOf(at, received, rows[0] ?? 0);
  let joined = false;
  for (let i = 1; i < rows.length; i += 1) {
    const to = middleOf(at, received, rows[i] ?? 0);
    const seen =
      Math.max(from.x, to.x) >= 0 &&
      Math.min(from.x, to.x) <= stage.width &&
      Math.max(from.y, to.y) >= 0 &&
      Math.min(from.y, to.y) <= stage.height;
    if (!seen || (arrows && Math.hypot(to.x - from.x, to.y - from.y) < ARROW_FROM)) joined = false;
    else {
      if (inPath === 0) brush.beginPath();
      if (arrows) arrow(brush, from, to);
      else {
        if (!joined || inPath === 0) brush.moveTo(from.x, from.y);
        brush.lineTo(to.x, to.y);
      }
      joined = true;
      inPath += 1;
      if (inPath === BOXES_PER_PATH) {
        finish();
        inPath = 0;
      }
    }
    from = to;
  }
  if (inPath > 0) finish();
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A small filled triangle past the middle of the step, pointing on. */
function arrow(brush: Brush, from: Spot, to: Spot): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const x = (from.x + to.x) / 2 + ux * ARROW;
  const y = (from.y + to.y) / 2 + uy * ARROW;
  brush.moveTo(x, y);
  brush.lineTo(x - ux * ARROW * 1.6 - uy * ARROW * 0.75, y - uy * ARROW * 1.6 + ux * ARROW * 0.75);
  brush.lineTo(x - ux * ARROW * 1.6 + uy * ARROW * 0.75, y - uy * ARROW * 1.6 - ux * ARROW * 0.75);
  brush.closePath();
}

function middleOf(at: Projection, received: Float64Array, row: number): Spot {
  const i = row * 4;
  const x = ((received[i] ?? NaN) + (received[i + 2] ?? NaN)) / 2;
  const y = ((received[i + 1] ?? NaN) + (received[i + 3] ?? NaN)) / 2;
  return applyAffine(at.matrix, x, y);
}
