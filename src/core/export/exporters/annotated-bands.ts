import { regionIndexOf } from '../../geometry/region-index.ts';
import type { Size } from '../../geometry/space.ts';
import { BadgeList } from '../../paint/badge-list.ts';
import { paintStyle } from '../../paint/boxes.ts';
import { BOXES_PER_PATH, type Brush } from '../../paint/brush.ts';
import { paintNumbers } from '../../paint/labels.ts';
import { paintMarker } from '../../paint/marker.ts';
import { paintMissedInk } from '../../paint/missed-ink.ts';
import { Pace } from '../../paint/pace.ts';
import { project } from '../../paint/projection.ts';
import { paintReadingOrder } from '../../paint/reading-order.ts';
import { stylesOf } from '../../paint/region-styles.ts';
import { ROWS_PER_FRAME } from '../../paint/slices.ts';
import { anyFound, paintPlates, paintWords, type TextPainting } from '../../paint/texts.ts';
import { rowsInSight } from '../../paint/view.ts';
import { bandNumbers, MARGIN } from './annotated-numbers.ts';
import type { Drawing } from './annotated-drawing.ts';
import type { AnnotatedPicture } from './annotated-picture.ts';
import type { ExportInput, ExportRun } from './exporter.ts';
import { breath } from './turns.ts';

/** Four megabytes: read, drawn on, compared and filtered in a small part of a second. */
const BAND_PIXELS = 1_048_576;
/** What a turn may cost, in rows that are looked at: as the canvas counts. */
const COST = { path: 20, plate: 30, word: 600 } as const;
const TEXTS_PER_TURN = 50;
/** Bands are drawn without help of a graphics card: the same rows take several times as long as on the screen. */
const ROWS_PER_TURN = ROWS_PER_FRAME / 4;

/** Rows of the picture from the top, drawn on. Where nothing is drawn they are the picture's own, bit for bit. */
export async function* annotatedBands(
  input: ExportInput,
  picture: AnnotatedPicture,
  { signal, onProgress }: ExportRun,
): AsyncGenerator<Uint8ClampedArray<ArrayBuffer>> {
  const { size } = picture;
  const high = Math.min(size.height, Math.max(1, Math.floor(BAND_PIXELS / size.width)));
  const drawing = drawingOf(input, picture);
  const canvas = picture.openCanvas({ width: size.width, height: high });
  try {
    const numbers = picture.labels ? await bandNumbers(canvas.brush, drawing, size, high, signal) : [];
    for (let y = 0; y < size.height; y += high) {
      const height = Math.min(high, size.height - y);
      // oxlint-disable no-await-in-loop -- band after band
      const exact = await picture.read(y, height, signal);
      canvas.put(exact.slice());
      const before = canvas.take(height);
      const badges = numbers[y / high] ?? new BadgeList();
      const stage = { width: size.width, height: height + 2 * MARGIN };
      canvas.brush.save();
      canvas.brush.translate(0, -MARGIN);
      for (const rest of drawBand(canvas.brush, drawing, picture, y - MARGIN, stage, badges)) {
        if (!rest) continue;
        canvas.settle();
        await breath();
        signal.throwIfAborted();
      }
      canvas.brush.restore();
      yield drawnOver(exact, before, canvas.take(height));
      onProgress(y + height, size.height);
      await breath();
      // oxlint-enable no-await-in-loop
      signal.throwIfAborted();
    }
  } finally {
    canvas.close();
  }
}

function drawingOf({ inspection: seen, items, scope, order }: ExportInput, picture: AnnotatedPicture): Drawing {
  // What is drawn is what was asked for: a scope may hold regions of levels that the screen leaves out.
  const inspection = seen.shownLevels === null ? seen : { ...seen, shownLevels: null };
  const { thresholds = null } = picture;
  const wanted = scope === 'all' ? null : new Uint8Array(inspection.regions.count);
  if (wanted) for (const item of items) wanted[item] = 1;
  // What is selected was not chosen by the search: it looks as it does without one.
  const matches = scope === 'selected' ? null : picture.matches;
  const styles = stylesOf(inspection, matches, thresholds);
  const index = regionIndexOf(inspection);
  const drawn = wanted ? { ...index, rows: index.rows.filter((row) => wanted[row] === 1) } : index;
  const way = order && wanted ? order.filter((row) => wanted[row] === 1) : order;
  return {
    inspection,
    matches,
    wanted,
    // A box like another is not drawn twice, but here the other one may be missing.
    styles: wanted ? { ...styles, repeats: null } : styles,
    view: (y, stage, badges) => ({
      viewport: { scale: 1, x: 0, y: -y },
      stage,
      pixelRatio: 1,
      palette: picture.palette,
      index: drawn,
      way,
      thresholds,
      badges,
    }),
  };
}

/** In the order of the screen's layers. Gives true when it is time to let the page answer. */
function* drawBand(
  brush: Brush,
  { inspection, styles, matches, wanted, view: viewAt }: Drawing,
  { text, labels, order, missed }: AnnotatedPicture,
  y: number,
  stage: Size,
  badges: BadgeList,
): Generator<boolean> {
  const view = viewAt(y, stage, badges);
  const at = project(inspection.frame, view.viewport, 1);
  const pace = new Pace(ROWS_PER_TURN);
  // The index lends its rows until it is asked again.
  const rows = rowsInSight(view).filter((row) => wanted === null || wanted[row] === 1);
  if (matches) paintMarker(brush, inspection, view, matches);
  if (missed) paintMissedInk(brush, missed, view);
  for (const code of styles.present) {
    for (let from = 0; from < rows.length; from += BOXES_PER_PATH) {
      const to = Math.min(from + BOXES_PER_PATH, rows.length);
      paintStyle(brush, inspection, view, at, rows, from, to, styles, code);
      yield pace.spend((to - from) * COST.path);
    }
  }
  if (text) {
    const painting: TextPainting = {
      brush,
      inspection,
      view,
      at,
      rows,
      codes: styles.codes,
      allowance: { left: Infinity },
    };
    yield* drawTexts(painting, anyFound(styles), pace);
  }
  if (order) paintReadingOrder(brush, inspection, view, at);
  if (labels) paintNumbers(brush, view, 0, badges.count);
}

function* drawTexts(painting: TextPainting, found: boolean, pace: Pace): Generator<boolean> {
  const passes = [
    { cost: COST.word, paint: (from: number, to: number) => paintPlates(painting, from, to, false) },
    ...(found
      ? [{ cost: COST.plate, paint: (from: number, to: number) => paintPlates(painting, from, to, true) }]
      : []),
    { cost: COST.word, paint: (from: number, to: number) => paintWords(painting, from, to) },
  ];
  for (const { cost, paint } of passes) {
    for (let from = 0; from < painting.rows.length; from += TEXTS_PER_TURN) {
      const to = Math.min(from + TEXTS_PER_TURN, painting.rows.length);
      paint(from, to);
      yield pace.spend((to - from) * cost);
    }
  }
}

/** A canvas holds premultiplied colours, so see-through pixels change on the way: what nothing was drawn on stays as it was read. */
function drawnOver(
  exact: Uint8ClampedArray<ArrayBuffer>,
  before: Uint8ClampedArray<ArrayBuffer>,
  after: Uint8ClampedArray<ArrayBuffer>,
): Uint8ClampedArray<ArrayBuffer> {
  const count = exact.length / 4;
  const own = new Uint32Array(exact.buffer, exact.byteOffset, count);
  const blank = new Uint32Array(before.buffer, before.byteOffset, count);
  const drawn = new Uint32Array(after.buffer, after.byteOffset, count);
  for (let at = 0; at < count; at += 1) if (drawn[at] === blank[at]) drawn[at] = own[at] ?? 0;
  return after;
}
