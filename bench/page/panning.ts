import Konva from 'konva/lib/Core.js';
import 'konva/lib/shapes/Rect.js';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Layer, Rect, Stage } from 'react-konva/lib/ReactKonvaCore.js';
import { RegionCanvas } from '../../src/canvas/region-canvas.tsx';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import { fit } from '../../src/core/geometry/viewport.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { useView } from '../../src/state/view-store.ts';
import { middleOf, PAGE, rasterised, STAGE, wordBoxes } from './word-page.ts';

const FRAMES = 40;
/** CSS pixels a frame: a quick drag of the hand. */
const STEP = { x: 7, y: 3 };
const SHEET = { x1: 0, y1: 0, x2: PAGE.width, y2: PAGE.height };

/** The product as it is: image layer, one Shape for all regions with their numbers, highlight layer. */
export async function ourPage(regions: number): Promise<Record<string, number>> {
  const inspection = inspectionOf(regions);
  const holder = hold();
  const started = performance.now();
  flushSync(() =>
    createRoot(holder).render(createElement(RegionCanvas, { inspection, image: null, matches: null, theme: 'light' })),
  );
  drawNow(holder);
  const mount = performance.now() - started;
  const { panBy } = useView.getState();
  const pan = (back: number) => () => {
    panBy(STEP.x * back, STEP.y * back);
    drawNow(holder);
  };
  const withNumbers = { fit: await frames(pan), reading: 0 };
  useView.getState().actualSize();
  withNumbers.reading = await frames(pan);
  useView.getState().toggle('labels');
  const reading = await frames(pan);
  useView.getState().fit();
  return {
    mount,
    'fit, numbers': withNumbers.fit,
    'reading, numbers': withNumbers.reading,
    fit: await frames(pan),
    reading,
  };
}

/** What one writes first: a node per region. Boxes only, on one layer. */
export async function nodesPage(regions: number): Promise<Record<string, number>> {
  const boxes = wordBoxes(regions);
  const holder = hold();
  const view = fit(SHEET, STAGE);
  const nodes = boxes.map(([x1, y1, x2, y2], key) =>
    createElement(Rect, {
      key,
      x: x1,
      y: y1,
      width: x2 - x1,
      height: y2 - y1,
      stroke: '#2563eb',
      fill: 'rgba(37, 99, 235, 0.06)',
      strokeWidth: 1,
      strokeScaleEnabled: false,
    }),
  );
  const place = { x: view.x, y: view.y, scaleX: view.scale, scaleY: view.scale };
  const started = performance.now();
  flushSync(() =>
    createRoot(holder).render(createElement(Stage, { ...STAGE, ...place }, createElement(Layer, null, ...nodes))),
  );
  drawNow(holder);
  const mount = performance.now() - started;
  const [stage] = Konva.stages;
  const pan = (back: number) => () => {
    stage?.position({ x: stage.x() + STEP.x * back, y: stage.y() + STEP.y * back });
    drawNow(holder);
  };
  const atFit = await frames(pan);
  stage?.scale({ x: 1, y: 1 });
  stage?.position({ x: (STAGE.width - PAGE.width) / 2, y: (STAGE.height - PAGE.height) / 2 });
  return { mount, fit: atFit, reading: await frames(pan) };
}

/** Milliseconds a frame, the middle of many, panning to and fro. */
async function frames(pan: (back: number) => () => void): Promise<number> {
  const times: number[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const step = pan(frame % 20 < 10 ? 1 : -1);
    const started = performance.now();
    step();
    times.push(performance.now() - started);
    // Lets the browser put the frame on the screen, as it does between two moves of a hand.
    await new Promise((shown) => requestAnimationFrame(shown));
  }
  return middleOf(times);
}

/** Draws what has changed at once instead of in the next frame, down to pixels. */
function drawNow(holder: HTMLElement): void {
  for (const stage of Konva.stages) for (const layer of stage.getLayers()) layer.draw();
  rasterised(holder.querySelectorAll('canvas'));
}

function hold(): HTMLElement {
  const holder = document.createElement('div');
  holder.style.width = `${STAGE.width}px`;
  holder.style.height = `${STAGE.height}px`;
  document.body.append(holder);
  return holder;
}

function inspectionOf(regions: number): Inspection {
  const data = btoa(JSON.stringify(wordBoxes(regions)));
  return buildInspection({
    detection: decodeAnswer([{ type: 'Other', data }], 'detection'),
    recognition: null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: PAGE,
  });
}
