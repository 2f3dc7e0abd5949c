import { fit } from '../../src/core/geometry/viewport.ts';
import { readBody } from '../../src/client/outcome.ts';
import { decodeReceived, readLargeAnswer } from '../../src/workers/run-decode.ts';
import { frame } from './accounting.ts';
import { watchBlocks } from './blocks.ts';
import { rasterised, settled } from './frames.ts';
import { inspectionWith, mountCanvas } from './our-canvas.ts';
import { paintRaw, rawStage } from './raw-canvas.ts';
import type { Measured, Task } from './task.ts';
import { ANSWER_ID, answerBody, type Numbers, SHEET, STAGE } from './word-page.ts';

/** From the bytes of the answer to boxes on a canvas that stood there already, the way the page does it, workers included. */
export async function firstBoxOurs({ size }: Task): Promise<Measured> {
  const raw = new TextEncoder().encode(answerBody(size));
  const canvas = mountCanvas();
  canvas.show({});
  await frame();
  const { signal } = new AbortController();
  const blocks = watchBlocks();
  const started = performance.now();
  const reading = await readBody(raw, ANSWER_ID, { kind: 'detection', readLarge: readLargeAnswer, signal });
  if (!reading.ok) throw new Error('The bench made an answer that is none.');
  const detection = await decodeReceived({ raw, task: reading.task, receivedAt: 0 }, 'detection', signal);
  const decoded = performance.now();
  const inspection = inspectionWith(detection);
  const joined = performance.now();
  canvas.show({ inspection });
  const shown = await boxesShown(canvas.canvases);
  const all = await settled(canvas.canvases);
  return {
    'first box': shown - started,
    decode: decoded - started,
    join: joined - decoded,
    paint: shown - joined,
    'all boxes': all - started,
    'longest block': blocks.stop(),
  };
}

/** The least that anybody could do: atob, JSON.parse, paths. Checks nothing, keeps nothing, blocks throughout. */
export async function firstBoxBare({ size }: Task): Promise<Measured> {
  const raw = new TextEncoder().encode(answerBody(size));
  const context = rawStage();
  await frame();
  const blocks = watchBlocks();
  const started = performance.now();
  const boxes: Numbers[] = JSON.parse(atob(JSON.parse(new TextDecoder().decode(raw)).results[0].data));
  const decoded = performance.now();
  // Waits for its frame as the page does.
  requestAnimationFrame(() => paintRaw(context, boxes, fit(SHEET, STAGE)));
  const shown = await boxesShown(() => [context.canvas]);
  return {
    'first box': shown - started,
    decode: decoded - started,
    paint: shown - decoded,
    'all boxes': shown - started,
    'longest block': blocks.stop(),
  };
}

/** When some of them are on the screen: boxes are blue, and paper is not. */
async function boxesShown(canvases: () => Iterable<HTMLCanvasElement>): Promise<number> {
  for (;;) {
    await frame();
    rasterised(canvases());
    const now = performance.now();
    for (const canvas of canvases()) if (canvas.width >= STAGE.width && hasBlue(canvas)) return now;
    if (now > 120_000) throw new Error('No boxes were drawn.');
  }
}

function hasBlue(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext('2d')?.getImageData(STAGE.width / 2 - 100, 200, 200, 100) ?? { data: [] };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, , blue = 0, alpha = 0] = data.slice(at, at + 4);
    if (alpha > 0 && blue - red > 12) return true;
  }
  return false;
}
