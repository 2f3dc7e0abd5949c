import '@annotorious/annotorious/annotorious.css';
import { createImageAnnotator } from '@annotorious/annotorious';
import { fit, type Viewport, zoomAt } from '../../src/core/geometry/viewport.ts';
import { type Drawer, hold, measureDrawing } from '../page/drawing.ts';
import type { Measured, Task } from '../page/task.ts';
import { READING, SHEET, STAGE } from '../page/word-page.ts';
import { annotations, blankPage } from './annotations.ts';

/** An SVG element per region over an `<img>`; both are moved together by CSS, as its users do. */
export function drawSvg(task: Task): Promise<Measured> {
  return measureDrawing(() => svgDrawer(task.size), task);
}

async function svgDrawer(size: number): Promise<Drawer> {
  const boxes = annotations(size);
  const sheet = document.createElement('div');
  Object.assign(sheet.style, { transformOrigin: '0 0', width: `${SHEET.x2}px` });
  const image = new Image();
  image.src = await blankPage();
  await image.decode();
  sheet.append(image);
  hold().append(sheet);
  let view = fit(SHEET, STAGE);
  const look = (next: Viewport) => {
    view = next;
    sheet.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  };
  look(view);
  return {
    show: () => createImageAnnotator(image, { drawingEnabled: false }).setAnnotations(boxes),
    canvases: () => document.querySelectorAll('canvas'),
    fit: () => look(fit(SHEET, STAGE)),
    reading: () => look(READING),
    panBy: (dx, dy) => look({ ...view, x: view.x + dx, y: view.y + dy }),
    zoomBy: (factor, x, y) => look(zoomAt(view, factor, { x, y }, { min: 0, max: Infinity })),
  };
}
