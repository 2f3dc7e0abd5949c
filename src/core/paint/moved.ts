import type { Affine } from '../geometry/affine.ts';
import { regionIndexOf } from '../geometry/region-index.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { paintBoxes } from './boxes.ts';
import type { Brush } from './brush.ts';
import { project, type Projection, type ScreenBox, screenBox } from './projection.ts';
import { stylesOf } from './region-styles.ts';
import { RowList } from './row-list.ts';
import { type PaintView, rowsInSight, shareInSight } from './view.ts';

/** As many boxes as a slow machine draws in a frame; of more one sees a sample. */
const MOST = 1_500;
/** So many times too many by the share that is in sight: no need to ask which ones. */
const CERTAINLY = 4;

const box: ScreenBox = { x1: 0, y1: 0, x2: 0, y2: 0 };

const sample = new RowList();

/**
 * Boxes under a frame that changes with every frame of the screen: nothing is made for it. No numbers and no texts: one
 * looks at the ink now. They look as they did when the hand took hold.
 */
export function paintMoved(
  brush: Brush,
  inspection: Inspection,
  view: PaintView & { readonly matches: Uint32Array | null },
  frame: Affine,
): void {
  const index = regionIndexOf({ ...inspection, frame });
  const at = project(frame, view.viewport, view.pixelRatio);
  const rows = sampleOf(inspection, { ...view, index }, at);
  paintBoxes(brush, inspection, view, at, rows, stylesOf(inspection, view.matches, view.thresholds));
}

/** The same ones in each frame, whatever comes into sight. Asking a tree for most of what it has is dear: these are looked up. */
function sampleOf({ regions: { received } }: Inspection, view: PaintView, at: Projection): Uint32Array {
  const { stage, index } = view;
  const likely = index.rows.length * shareInSight(view);
  const dear = likely > MOST * CERTAINLY;
  const rows = dear ? index.rows : rowsInSight(view);
  const every = 2 ** Math.max(0, Math.ceil(Math.log2((dear ? likely : rows.length) / MOST)));
  if (every === 1) return rows;
  sample.clear();
  if (!dear) {
    for (const row of rows) if (row % every === 0) sample.add(row);
    return sample.rows;
  }
  for (let i = 0; i < rows.length; i += every) {
    const row = rows[i] ?? 0;
    const { x1, y1, x2, y2 } = screenBox(at, received, row, box);
    if (x2 >= 0 && y2 >= 0 && x1 <= stage.width && y1 <= stage.height) sample.add(row);
  }
  return sample.rows;
}
