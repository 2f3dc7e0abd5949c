import { applyAffine } from '../geometry/affine.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
import { crispWidth, type Projection } from './projection.ts';
import { medianStep } from './step-length.ts';
import type { PaintView } from './view.ts';

const LINE = 1.5;
/** A step shorter than this on the screen has no room for an arrow. */
const ARROW_FROM = 22;
const ARROW = 6;
const START = 5;

/** Shorter steps than this on the screen, by the median, make a scribble of the page. */
const CLEAR_FROM = 24;
/** On such a page the way is drawn clearly this many steps before and after the region one looks at. */
const NEAR = 8;

/**
 * A path through the middles of the regions in the order received: a dot where it starts, an arrow on every longer step.
 * A faint hairline without arrows where the steps are short.
 */
export function paintReadingOrder(brush: Brush, inspection: Inspection, view: PaintView, at: Projection): void {
  const { rows } = view.index;
  const { received } = inspection.regions;
  if (rows.length === 0) return;
  prepare(brush);
  if (isScribble(inspection, view)) {
    brush.strokeStyle = view.palette.orderFaint;
    brush.lineWidth = crispWidth(1, view.pixelRatio);
    walk(brush, at, received, rows, 0, rows.length - 1, view, false, () => brush.stroke());
  } else paintSteps(brush, at, received, rows, 0, rows.length - 1, view);

  const first = middleOf(at, received, rows[0] ?? 0);
  brush.fillStyle = view.palette.order;
  brush.beginPath();
  brush.arc(first.x, first.y, START, 0, 2 * Math.PI);
  brush.fill();
  finishWith(brush);
}

/** The steps round one region, clearly, where `paintReadingOrder` drew them faintly. */
export function paintOrderNear(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  row: number,
): void {
  const { rows } = view.index;
  if (!isScribble(inspection, view)) return;
  const place = placeOf(rows, row);
  const [from, to] = [Math.max(place - NEAR, 0), Math.min(place + NEAR, rows.length - 1)];
  prepare(brush);
  paintSteps(brush, at, inspection.regions.received, rows, from, to, view);
  finishWith(brush);
}

function isScribble(inspection: Inspection, { index, viewport }: PaintView): boolean {
  return index.rows.length > 2 * NEAR && medianStep(inspection, index.rows) * viewport.scale < CLEAR_FROM;
}

/** Where a row stands among rows in ascending order. */
function placeOf(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function prepare(brush: Brush): void {
  brush.setLineDash(SOLID);
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
}

function finishWith(brush: Brush): void {
  brush.lineJoin = 'miter';
  brush.lineCap = 'butt';
}

/** Cased lines and arrows from one place in `rows` to another. */
function paintSteps(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  rows: Uint32Array,
  first: number,
  last: number,
  view: PaintView,
): void {
  const width = crispWidth(LINE, view.pixelRatio);
  walk(brush, at, received, rows, first, last, view, false, () => {
    brush.strokeStyle = view.palette.casing;
    brush.lineWidth = width + 2;
    brush.stroke();
    brush.strokeStyle = view.palette.order;
    brush.lineWidth = width;
    brush.stroke();
  });
  brush.fillStyle = view.palette.order;
  walk(brush, at, received, rows, first, last, view, true, () => brush.fill());
}

/** Adds every step in sight, or the arrow on it, to the path and calls `finish` for each batch. */
function walk(
  brush: Brush,
  at: Projection,
  received: Float64Array,
  rows: Uint32Array,
  first: number,
  last: number,
  { stage }: PaintView,
  arrows: boolean,
  finish: () => void,
): void {
  let inPath = 0;
  let from = middleOf(at, received, rows[first] ?? 0);
  let joined = false;
  for (let i = first + 1; i <= last; i += 1) {
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
