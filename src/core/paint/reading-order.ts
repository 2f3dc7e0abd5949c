import type { Inspection } from '../inspection/inspection.ts';
import { BOXES_PER_PATH, type Brush, SOLID } from './brush.ts';
import { OrderLine } from './order-line.ts';
import { paintOrderNumbers } from './order-numbers.ts';
import { placeOf } from '../order/place-of.ts';
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

const line = new OrderLine();

/**
 * A path through the middles of the regions in the order they are read in: a dot where it starts, an arrow on every longer
 * step. A faint hairline without arrows where the steps are short; only the dot where even that would be a scrawl. Where
 * it is not the order received, round numbers on the path count it; the plates beside the boxes stay the numbers received.
 */
export function paintReadingOrder(brush: Brush, inspection: Inspection, view: PaintView, at: Projection): void {
  const rows = wayOf(view);
  const { received } = inspection.regions;
  if (isScribble(inspection, view)) {
    line.clear();
    line.add(at, received, rows, 0, rows.length, view.stage);
    paintFaintly(brush, line, view);
  } else {
    paintClearly(brush, inspection, view, at, 0, rows.length - 1);
    if (view.way) paintNodes(brush, inspection, view, at);
  }
  paintStart(brush, inspection, view, at);
}

/** Steps that were collected, as a hairline. */
export function paintFaintly(brush: Brush, along: OrderLine, { palette, pixelRatio }: PaintView): void {
  prepare(brush);
  brush.strokeStyle = palette.orderFaint;
  brush.lineWidth = crispWidth(1, pixelRatio);
  along.stroke(brush);
  finishWith(brush);
}

/** The steps from one place in the order to another. */
export function paintClearly(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  first: number,
  last: number,
): void {
  prepare(brush);
  paintSteps(brush, at, inspection.regions.received, wayOf(view), first, last, view);
  finishWith(brush);
}

/** The number of every region in sight on the way, where there is room. */
export function paintNodes(brush: Brush, inspection: Inspection, view: PaintView, at: Projection): void {
  const rows = wayOf(view);
  paintOrderNumbers(brush, inspection, view, at, rows, 0, rows.length - 1, 0);
}

/** The dot where the way starts. A way with numbers starts with one. */
export function paintStart(brush: Brush, inspection: Inspection, view: PaintView, at: Projection): void {
  const { palette } = view;
  const first = wayOf(view)[0];
  if (first === undefined || (view.way && !isScribble(inspection, view))) return;
  middleOf(at, inspection.regions.received, first, from);
  brush.fillStyle = palette.order;
  brush.beginPath();
  brush.arc(from.x, from.y, START, 0, 2 * Math.PI);
  brush.fill();
}

/** The steps round one region, clearly, where `paintReadingOrder` drew them faintly. */
export function paintOrderNear(
  brush: Brush,
  inspection: Inspection,
  view: PaintView,
  at: Projection,
  row: number,
): void {
  if (!isScribble(inspection, view)) return;
  const rows = wayOf(view);
  const place = placeOf(rows, row);
  const [from, to] = [Math.max(place - NEAR, 0), Math.min(place + NEAR, rows.length - 1)];
  paintClearly(brush, inspection, view, at, from, to);
  if (view.way) paintOrderNumbers(brush, inspection, view, at, rows, from, to, place);
}

/** The rows as they are read. */
export function wayOf({ way, index }: Pick<PaintView, 'way' | 'index'>): Uint32Array {
  return way ?? index.rows;
}

/** Steps so short on the screen that arrows would be all one sees. */
export function isScribble(inspection: Inspection, view: PaintView): boolean {
  const rows = wayOf(view);
  return rows.length > 2 * NEAR && medianStep(inspection, rows) * view.viewport.scale < CLEAR_FROM;
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

interface Spot {
  x: number;
  y: number;
}

/** Filled again for each step. */
const from: Spot = { x: 0, y: 0 };
const to: Spot = { x: 0, y: 0 };

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
  middleOf(at, received, rows[first] ?? 0, from);
  let joined = false;
  for (let i = first + 1; i <= last; i += 1) {
    middleOf(at, received, rows[i] ?? 0, to);
    const seen =
      Math.max(from.x, to.x) >= 0 &&
      Math.min(from.x, to.x) <= stage.width &&
      Math.max(from.y, to.y) >= 0 &&
      Math.min(from.y, to.y) <= stage.height;
    if (!seen || (arrows && Math.hypot(to.x - from.x, to.y - from.y) < ARROW_FROM)) joined = false;
    else {
      if (inPath === 0) brush.beginPath();
      if (arrows) arrow(brush);
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
    from.x = to.x;
    from.y = to.y;
  }
  if (inPath > 0) finish();
}

/** A small filled triangle past the middle of the step, pointing on. */
function arrow(brush: Brush): void {
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

function middleOf(at: Projection, received: Float64Array, row: number, into: Spot): void {
  const { a, b, c, d, e, f } = at.matrix;
  const i = row * 4;
  const x = ((received[i] ?? NaN) + (received[i + 2] ?? NaN)) / 2;
  const y = ((received[i + 1] ?? NaN) + (received[i + 3] ?? NaN)) / 2;
  into.x = a * x + c * y + e;
  into.y = b * x + d * y + f;
}
