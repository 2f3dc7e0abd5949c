import type { Inspection } from '../inspection/inspection.ts';
import { digitWidth } from './badge.ts';
import { paintStyle } from './boxes.ts';
import { BOXES_PER_PATH, type Brush } from './brush.ts';
import {
  addInk,
  areTooFew,
  isNumbered,
  isWorthNumbering,
  NUMBERED_FROM,
  paintNumbers,
  placeNumbers,
  startPlacing,
} from './labels.ts';
import { Occupied } from './occupied.ts';
import { OrderLine } from './order-line.ts';
import { Pace } from './pace.ts';
import { penOf } from './pens.ts';
import type { PixelSheet } from './pixel-sheet.ts';
import { project, type Projection, type ScreenBox, screenBox } from './projection.ts';
import { type Pen, rasterBoxes, type Tally } from './raster.ts';
import { isScribble, paintClearly, paintFaintly, paintNodes, paintStart, wayOf } from './reading-order.ts';
import { STYLES, stylesOf } from './region-styles.ts';
import type { RegionsView } from './regions.ts';
import { RowList } from './row-list.ts';
import { anyFound, listReadable, paintPlates, paintWords, type TextPainting } from './texts.ts';

/** Where a picture of many regions is made: first in pixels, then with a brush on top of them. */
export interface SliceTarget {
  readonly brush: Brush;
  /** As large as the stage of the view, in device pixels, and clear. */
  readonly sheet: PixelSheet;
  /** Puts the pixels onto the brush's canvas, in place of what is there. */
  readonly put: () => void;
}

/** Each `next()` paints for about one frame. What it gives: whether what is there may be shown already, without its details. */
export type Slices = Generator<boolean, void>;

/** What a frame may cost, in rows that are looked at; what else there is to do, in the same measure. */
export const ROWS_PER_FRAME = 70_000;
const COST = {
  find: 0.2,
  pixel: 1 / 80,
  path: 20,
  side: 1 / 20,
  ink: 2,
  place: 12,
  number: 80,
  plate: 30,
  word: 250,
  fit: 1_200,
  step: 1,
} as const;
/** Between two looks at the pace. */
const CHUNK = 2_048;
/** The first boxes tell how dear they are; what the next ones may cost, in rows. */
const FIRST_CHUNK = 32;
const MOST_OF_CHUNK = 35_000;
const CHUNK_OF_PATHS = BOXES_PER_PATH;
const CHUNK_OF_NUMBERS = 200;
const CHUNK_OF_TEXTS = 50;
/** Numbers on the way that have room on a stage, about. */
const NODES = 200;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** `paintRegions` for more rows than a frame has time for, in the same order and look, but that very small boxes are tinted. */
export function* regionSlices(
  target: SliceTarget,
  inspection: Inspection,
  view: RegionsView,
  rows: ArrayLike<number>,
): Slices {
  const at = project(inspection.frame, view.viewport, view.pixelRatio);
  const styles = stylesOf(inspection, view.matches, view.thresholds);
  const { codes, counts, present, repeats } = styles;
  const pace = new Pace(ROWS_PER_FRAME);
  const tally: Tally = { seen: 0, tall: 0, large: new RowList() };
  const numbered = { asked: 0, tall: 0 };
  view.badges.clear();
  // Finding the rows and clearing the pixels has taken some of the first frame.
  const pixels = target.sheet.width * target.sheet.height * COST.pixel;
  if (pace.spend(rows.length * COST.find + pixels)) yield false;
  if (at.upright) {
    for (const code of present) {
      const style = STYLES[code];
      if (!style) continue;
      const before = { ...tally };
      const pen = penOf(style, view.palette, view.pixelRatio, counts[code] ?? 0);
      yield* rasterSlices(target.sheet, inspection, at, rows, codes, code, pen, pace, tally, repeats);
      if (!isNumbered(code)) continue;
      numbered.asked += tally.seen - before.seen;
      numbered.tall += tally.tall - before.tall;
    }
    if (pace.spend(pixels)) yield false;
    target.put();
  } else numbered.asked = numbered.tall = rows.length;

  const onPaths = at.upright ? tally.large.rows : rows;
  for (const code of present) {
    for (let from = 0; from < onPaths.length; from += CHUNK_OF_PATHS) {
      const to = Math.min(from + CHUNK_OF_PATHS, onPaths.length);
      paintStyle(target.brush, inspection, view, at, onPaths, from, to, styles, code);
      if (pace.spend(costOfPaths(inspection, at, view, onPaths, from, to))) yield false;
    }
  }
  if (view.text) yield* textSlices(target.brush, inspection, view, at, rows, pace);
  if (view.order) yield* orderSlices(target.brush, inspection, view, at, pace);
  const digit = digitWidth(target.brush);
  if (view.labels && isWorthNumbering(numbered.asked, numbered.tall, digit, view.stage)) {
    yield* labelSlices(target.brush, inspection, view, at, rows, codes, numbered.asked, pace);
  }
}

/** A box as large as the stage costs many times what a line of text does. */
function costOfPaths(
  { regions }: Inspection,
  at: Projection,
  { stage }: RegionsView,
  rows: ArrayLike<number>,
  from: number,
  to: number,
): number {
  let sides = 0;
  for (let i = from; i < to; i += 1) {
    screenBox(at, regions.received, rows[i] ?? 0, box);
    sides += Math.min(box.x2 - box.x1, stage.width) + Math.min(box.y2 - box.y1, stage.height);
  }
  return (to - from) * COST.path + sides * at.pixelRatio * COST.side;
}

/** Boxes of one kind into pixels: for the selection and the marker, all there is. */
export function* rasterSlices(
  sheet: PixelSheet,
  inspection: Inspection,
  at: Projection,
  rows: ArrayLike<number>,
  codes: Uint8Array | null,
  code: number,
  pen: Pen,
  pace: Pace = new Pace(ROWS_PER_FRAME),
  tally: Tally = { seen: 0, tall: 0, large: new RowList() },
  repeats: Uint8Array | null = null,
): Slices {
  const { received } = inspection.regions;
  const numberedFrom = NUMBERED_FROM * at.pixelRatio;
  // Boxes as large as the page cost a thousand times what words do: the more the last ones did, the fewer are next.
  let size = FIRST_CHUNK;
  for (let from = 0; from < rows.length;) {
    const to = Math.min(from + size, rows.length);
    const cost = rasterBoxes(sheet, at, received, rows, from, to, codes, code, pen, numberedFrom, tally, repeats);
    size = Math.max(1, Math.min(CHUNK, size * 4, Math.floor(((to - from) * MOST_OF_CHUNK) / cost)));
    from = to;
    if (pace.spend(cost)) yield false;
  }
}

function* textSlices(
  brush: Brush,
  inspection: Inspection,
  view: RegionsView,
  at: Projection,
  rows: ArrayLike<number>,
  pace: Pace,
): Slices {
  const styles = stylesOf(inspection, view.matches, view.thresholds);
  const large = new RowList();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows.length);
    listReadable(inspection, at, rows, from, to, large);
    if (pace.spend(to - from)) yield true;
  }
  const allowance = { left: 0 };
  const painting: TextPainting = { brush, inspection, view, at, rows: large.rows, codes: styles.codes, allowance };
  const passes = [
    { cost: COST.plate, paint: (from: number, to: number) => paintPlates(painting, from, to, false) },
    { cost: COST.plate, paint: (from: number, to: number) => paintPlates(painting, from, to, true) },
    { cost: COST.word, paint: (from: number, to: number) => paintWords(painting, from, to) },
  ];
  for (const [i, { cost, paint }] of passes.entries()) {
    if (i === 1 && !anyFound(styles)) continue;
    for (let from = 0; from < large.length; from += CHUNK_OF_TEXTS) {
      const to = Math.min(from + CHUNK_OF_TEXTS, large.length);
      allowance.left = CHUNK_OF_TEXTS;
      paint(from, to);
      if (pace.spend((to - from) * cost + (CHUNK_OF_TEXTS - allowance.left) * COST.fit)) yield true;
    }
  }
}

function* orderSlices(brush: Brush, inspection: Inspection, view: RegionsView, at: Projection, pace: Pace): Slices {
  const rows = wayOf(view);
  const faint = isScribble(inspection, view);
  const line = new OrderLine();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows.length);
    if (faint) line.add(at, inspection.regions.received, rows, from, to, view.stage);
    // One step more, so that each chunk goes on where the one before it ended.
    else paintClearly(brush, inspection, view, at, from, Math.min(to, rows.length - 1));
    if (pace.spend((to - from) * COST.step)) yield true;
  }
  if (faint) paintFaintly(brush, line, view);
  else if (view.way) {
    paintNodes(brush, inspection, view, at);
    if (pace.spend(NODES * COST.number)) yield true;
  }
  paintStart(brush, inspection, view, at);
}

function* labelSlices(
  brush: Brush,
  inspection: Inspection,
  view: RegionsView,
  at: Projection,
  rows: ArrayLike<number>,
  codes: Uint8Array,
  asked: number,
  pace: Pace,
): Slices {
  const { received } = inspection.regions;
  const occupied = new Occupied();
  startPlacing(occupied, view);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows.length);
    addInk(occupied, at, received, rows, from, to);
    if (pace.spend((to - from) * COST.ink)) yield true;
  }
  for (let from = 0; from < rows.length; from += CHUNK) {
    const to = Math.min(from + CHUNK, rows.length);
    const tried = placeNumbers(occupied, brush, view, at, received, rows, from, to, codes);
    if (pace.spend(to - from + tried * COST.place)) yield true;
  }
  if (areTooFew(view.badges.count, asked)) view.badges.clear();
  for (let from = 0; from < view.badges.count; from += CHUNK_OF_NUMBERS) {
    const to = Math.min(from + CHUNK_OF_NUMBERS, view.badges.count);
    paintNumbers(brush, view, from, to);
    if (pace.spend((to - from) * COST.number)) yield true;
  }
}
