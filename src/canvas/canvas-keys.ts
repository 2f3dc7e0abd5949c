import type { Direction } from '../core/geometry/nearest-row.ts';
import { overlaps } from '../core/geometry/rect.ts';
import { visibleRect } from '../core/geometry/viewport.ts';
import { imageRectOf, isDrawable } from '../core/inspection/inspection.ts';
import { selectOnly } from '../core/inspection/selection.ts';
import { showItem, zoomToItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import type { Scene } from './scene.ts';

/** CSS pixels the picture moves with one press of an arrow key. */
const STEP = 64;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Acts on a key pressed while the canvas has the focus; true when it was one of the canvas' own. */
export function canvasKey(event: KeyboardEvent, scene: Scene): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const direction = ARROWS[event.key];
  if (direction) {
    if (event.shiftKey) goTo(direction, scene);
    else pan(direction);
    return true;
  }
  const { active } = useView.getState().selection;
  if (event.key === 'Enter' && active !== null) {
    zoomToItem(scene.inspection, active);
    return true;
  }
  return false;
}

/** The arrow says where one looks: Right shows what is on the right, as scrolling does. */
function pan(direction: Direction): void {
  const { panBy } = useView.getState();
  if (direction === 'left') panBy(STEP, 0);
  else if (direction === 'right') panBy(-STEP, 0);
  else if (direction === 'up') panBy(0, STEP);
  else panBy(0, -STEP);
}

function goTo(direction: Direction, { inspection, index }: Scene): void {
  const { selection, select } = useView.getState();
  const from = selection.active;
  const next = from !== null && isDrawable(inspection, from) ? index.nearest(from, direction) : firstInSight();
  if (next === null) return;
  select(selectOnly(next));
  showItem(inspection, next);

  function firstInSight(): number | null {
    const { viewport, stage } = useView.getState();
    const seen = visibleRect(viewport, stage);
    return index.collect(seen).find((row) => overlaps(seen, imageRectOf(inspection, row))) ?? index.rows[0] ?? null;
  }
}
