import { decodeAnswer } from '../../src/core/decode/index.ts';
import { regionIndexOf } from '../../src/core/geometry/region-index.ts';
import { fit, type Viewport } from '../../src/core/geometry/viewport.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import { buildInspection } from '../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { isTaskFault, parseTask } from '../../src/core/ocr/parse-task.ts';
import { paletteOf } from '../../src/core/paint/palette.ts';
import { BadgeList } from '../../src/core/paint/badge-list.ts';
import { paintRegions } from '../../src/core/paint/regions.ts';
import { answerBody, middleOf, type Numbers, PAGE, rasterised, STAGE, wordBoxes } from './word-page.ts';

const VIEW: Viewport = fit({ x1: 0, y1: 0, x2: PAGE.width, y2: PAGE.height }, STAGE);
const FRAMES = 40;

/** From the body of the answer to boxes on the screen, the way the page does it: parse, decode, join, index, paint. */
export async function ourAnswer(regions: number): Promise<Record<string, number>> {
  const body = answerBody(regions);
  const context = stage();
  const started = performance.now();
  const task = parseTask(JSON.parse(body), null);
  if (isTaskFault(task)) throw new Error('The bench made an answer that is none.');
  const detection = decodeAnswer(task.results, 'detection');
  const decoded = performance.now();
  const inspection = buildInspection({
    detection,
    recognition: null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: PAGE,
  });
  const index = regionIndexOf(inspection);
  const indexed = performance.now();
  paintRegions(context, inspection, {
    viewport: VIEW,
    stage: STAGE,
    pixelRatio: 1,
    palette: paletteOf('light'),
    index,
    badges: new BadgeList(),
    matches: null,
    labels: false,
    text: false,
    order: false,
  });
  rasterised([context.canvas]);
  const shown = performance.now();
  return { 'first box': shown - started, decode: decoded - started, index: indexed - decoded, paint: shown - indexed };
}

/** The least that anybody could do: atob, JSON.parse, one path for every 200 boxes. Checks nothing, keeps nothing. */
export async function bareAnswer(regions: number): Promise<Record<string, number>> {
  const body = answerBody(regions);
  const context = stage();
  const started = performance.now();
  const boxes: Numbers[] = JSON.parse(atob(JSON.parse(body).results[0].data));
  const decoded = performance.now();
  paintBare(context, boxes, VIEW);
  rasterised([context.canvas]);
  const shown = performance.now();
  return { 'first box': shown - started, decode: decoded - started, paint: shown - decoded };
}

/** Raw canvas paths while panning: the floor for anything that draws paths. */
export async function barePage(regions: number): Promise<Record<string, number>> {
  const boxes = wordBoxes(regions);
  const context = stage();
  const started = performance.now();
  paintBare(context, boxes, VIEW);
  rasterised([context.canvas]);
  const mount = performance.now() - started;
  const reading: Viewport = { scale: 1, x: (STAGE.width - PAGE.width) / 2, y: (STAGE.height - PAGE.height) / 2 };
  return { mount, fit: await frames(context, boxes, VIEW), reading: await frames(context, boxes, reading) };
}

async function frames(context: CanvasRenderingContext2D, boxes: readonly Numbers[], from: Viewport): Promise<number> {
  const times: number[] = [];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const step = frame % 20 < 10 ? frame % 20 : 20 - (frame % 20);
    const started = performance.now();
    context.clearRect(0, 0, STAGE.width, STAGE.height);
    paintBare(context, boxes, { ...from, x: from.x + step * 7, y: from.y + step * 3 });
    rasterised([context.canvas]);
    times.push(performance.now() - started);
    await new Promise((shown) => requestAnimationFrame(shown));
  }
  return middleOf(times);
}

function paintBare(context: CanvasRenderingContext2D, boxes: readonly Numbers[], { scale, x, y }: Viewport): void {
  context.strokeStyle = '#2563eb';
  context.fillStyle = 'rgba(37, 99, 235, 0.06)';
  for (let from = 0; from < boxes.length; from += 200) {
    context.beginPath();
    for (const [x1, y1, x2, y2] of boxes.slice(from, from + 200)) {
      context.rect(x1 * scale + x, y1 * scale + y, (x2 - x1) * scale, (y2 - y1) * scale);
    }
    context.fill();
    context.stroke();
  }
}

function stage(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = STAGE.width;
  canvas.height = STAGE.height;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}
