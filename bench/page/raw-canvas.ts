import { fit, type Viewport, zoomAt } from '../../src/core/geometry/viewport.ts';
import { type Drawer, hold, measureDrawing } from './drawing.ts';
import type { Measured, Task } from './task.ts';
import { type Numbers, READING, SHEET, STAGE, wordBoxes } from './word-page.ts';

/** Raw canvas paths: the least that anybody who strokes paths could do. */
export function drawRaw(task: Task): Promise<Measured> {
  return measureDrawing(async () => rawDrawer(wordBoxes(task.size)), task);
}

function rawDrawer(boxes: readonly Numbers[]): Drawer {
  const [below, above] = [rawStage(), rawStage()];
  let view = fit(SHEET, STAGE);
  let asked = false;
  const soon = () => {
    if (!asked) requestAnimationFrame(draw);
    asked = true;
  };
  const draw = () => {
    asked = false;
    below.clearRect(0, 0, STAGE.width, STAGE.height);
    paintRaw(below, boxes, view);
  };
  const look = (next: Viewport) => {
    view = next;
    soon();
  };
  above.canvas.addEventListener('pointermove', ({ clientX, clientY }) => {
    const [x, y] = [(clientX - view.x) / view.scale, (clientY - view.y) / view.scale];
    const under = boxes.find(([x1, y1, x2, y2]) => x >= x1 && x < x2 && y >= y1 && y < y2);
    above.clearRect(0, 0, STAGE.width, STAGE.height);
    if (under) paintRaw(above, [under], view);
  });
  return {
    show: draw,
    canvases: () => [below.canvas, above.canvas],
    fit: () => look(fit(SHEET, STAGE)),
    reading: () => look(READING),
    panBy: (dx, dy) => look({ ...view, x: view.x + dx, y: view.y + dy }),
    zoomBy: (factor, x, y) => look(zoomAt(view, factor, { x, y }, { min: 0, max: Infinity })),
  };
}

/** One fill and one stroke for every 200 boxes: longer paths stroke slower. */
export function paintRaw(
  context: CanvasRenderingContext2D,
  boxes: readonly Numbers[],
  { scale, x, y }: Viewport,
): void {
  context.strokeStyle = '#2563eb';
  context.fillStyle = 'rgba(37, 99, 235, 0.06)';
  for (let from = 0; from < boxes.length; from += 200) {
    context.beginPath();
    for (let at = from; at < boxes.length && at < from + 200; at += 1) {
      const [x1, y1, x2, y2] = boxes[at] ?? NO_BOX;
      const left = x1 * scale + x;
      const top = y1 * scale + y;
      const right = x2 * scale + x;
      const bottom = y2 * scale + y;
      if (right < 0 || bottom < 0 || left > STAGE.width || top > STAGE.height) continue;
      context.rect(left, top, right - left, bottom - top);
    }
    context.fill();
    context.stroke();
  }
}

const NO_BOX: Numbers = [0, 0, 0, 0];

/** A canvas of its own over the whole stage. */
export function rawStage(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = STAGE.width;
  canvas.height = STAGE.height;
  Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0' });
  (document.querySelector('#raw') ?? namedHolder()).append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}

function namedHolder(): HTMLElement {
  const holder = hold();
  holder.id = 'raw';
  holder.style.position = 'relative';
  return holder;
}
