import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import Konva from 'konva/lib/Core.js';
import 'konva/lib/shapes/Rect.js';
import { Layer, Rect, Stage } from 'react-konva/lib/ReactKonvaCore.js';
import { fit, zoomAt } from '../../src/core/geometry/viewport.ts';
import { type Drawer, hold, measureDrawing } from './drawing.ts';
import type { Measured, Task } from './task.ts';
import { type Numbers, READING, SHEET, STAGE, wordBoxes } from './word-page.ts';

/** What one writes first, and what annotation tools on Konva do: a node per region that lights up by itself. */
export function drawNodes(task: Task): Promise<Measured> {
  return measureDrawing(async () => nodeDrawer(wordBoxes(task.size)), task);
}

function nodeDrawer(boxes: readonly Numbers[]): Drawer {
  const holder = hold();
  let view = fit(SHEET, STAGE);
  const look = (next: typeof view) => {
    view = next;
    for (const stage of Konva.stages) {
      stage.scale({ x: view.scale, y: view.scale });
      stage.position({ x: view.x, y: view.y });
    }
  };
  return {
    show: () => {
      const place = { x: view.x, y: view.y, scaleX: view.scale, scaleY: view.scale };
      const nodes = boxes.map((box, key) => createElement(Region, { key, box }));
      flushSync(() =>
        createRoot(holder).render(createElement(Stage, { ...STAGE, ...place }, createElement(Layer, null, ...nodes))),
      );
    },
    canvases: () => holder.querySelectorAll('canvas'),
    fit: () => look(fit(SHEET, STAGE)),
    reading: () => look(READING),
    panBy: (dx, dy) => look({ ...view, x: view.x + dx, y: view.y + dy }),
    zoomBy: (factor, x, y) => look(zoomAt(view, factor, { x, y }, { min: 0, max: Infinity })),
  };
}

function Region({ box: [x1, y1, x2, y2] }: { readonly box: Numbers }) {
  const [over, setOver] = useState(false);
  return createElement(Rect, {
    x: x1,
    y: y1,
    width: x2 - x1,
    height: y2 - y1,
    stroke: over ? '#dc2626' : '#2563eb',
    fill: 'rgba(37, 99, 235, 0.06)',
    strokeWidth: 1,
    strokeScaleEnabled: false,
    onMouseEnter: () => setOver(true),
    onMouseLeave: () => setOver(false),
  });
}
