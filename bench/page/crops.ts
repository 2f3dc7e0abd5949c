import encode, { init } from '@jsquash/png/encode.js';
import wasm from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?url';
import { planCrops } from '../../src/core/export/crop-plan.ts';
import { encodePayload } from '../../src/core/decode/payload.ts';
import { decodeAnswer } from '../../src/core/decode/index.ts';
import { exportCrops } from '../../src/files/crop-archive.ts';
import { imageFacts } from '../../src/image/crop.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { sharePixels } from '../../src/image/share-pixels.ts';
import { watchBlocks } from './blocks.ts';
import { inspectionWith } from './our-canvas.ts';
import { drawScan } from './scan.ts';
import type { Measured, Task } from './task.ts';
import { type Numbers, PAGE } from './word-page.ts';

/** The others take minutes for what this counts: their first thousand crops stand for all. */
const SCALED = 1000;

/** The ZIP with its manifest, from the page's own door. */
export async function cropsOurs({ size, heapMb }: Task): Promise<Measured> {
  const file = await drawScan(PAGE.width, PAGE.height).convertToBlob({ type: 'image/png' });
  const view = viewImage(await openImage(file, 'page.png'), 'upright');
  const data = encodePayload(JSON.stringify(cropBoxes(size)));
  const inspection = inspectionWith(decodeAnswer([{ type: 'Other', data }], 'detection'));
  const rows = Array.from({ length: size }, (_, row) => row);
  const before = await heapMb();
  const blocks = watchBlocks();
  const started = performance.now();
  const plan = planCrops(inspection, rows, { padding: 0, format: 'png', pattern: '', imageName: 'page.png' });
  const image = await imageFacts(view);
  const { files, blob } = await exportCrops({
    plan,
    image,
    view,
    share: (signal) => sharePixels(view.source, signal),
  });
  const took = performance.now() - started;
  const longest = blocks.stop();
  if (files !== size) throw new Error(`${size - files} crops are missing.`);
  const heap = (await heapMb()) - before;
  return {
    'crops a second': (size / took) * 1000,
    'longest block': longest,
    'heap MB': heap,
    'ZIP MB': blob.size / 1e6,
  };
}

/** `canvas.toBlob`, one after another: what one writes first. */
export async function cropsToBlob({ size, heapMb }: Task): Promise<Measured> {
  const page = drawScan(PAGE.width, PAGE.height);
  const bitmap = page.transferToImageBitmap();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const kept: Blob[] = [];
  const measured = await timed(cropBoxes(Math.min(size, SCALED)), heapMb, async ([x1, y1, x2, y2]) => {
    canvas.width = x2 - x1;
    canvas.height = y2 - y1;
    context?.drawImage(bitmap, -x1, -y1);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
    if (blob) kept.push(blob);
  });
  if (kept.length !== Math.min(size, SCALED)) throw new Error('toBlob gave no picture.');
  return measured;
}

/** The bare encoder over pixels that are ready: no reading, no hash, no ZIP, and the page blocked throughout. */
export async function cropsBare({ size, heapMb }: Task): Promise<Measured> {
  const context = drawScan(PAGE.width, PAGE.height).getContext('2d');
  const boxes = cropBoxes(Math.min(size, SCALED));
  const ready = boxes.map(([x1, y1, x2, y2]) => context?.getImageData(x1, y1, x2 - x1, y2 - y1));
  await init(wasm);
  let at = 0;
  return timed(boxes, heapMb, async () => {
    const pixels = ready[at];
    at += 1;
    if (pixels) await encode(pixels);
  });
}

async function timed(
  boxes: readonly Numbers[],
  heapMb: Task['heapMb'],
  make: (box: Numbers) => Promise<void>,
): Promise<Measured> {
  const before = await heapMb();
  const blocks = watchBlocks();
  const started = performance.now();
  for (const box of boxes) await make(box);
  const took = performance.now() - started;
  const longest = blocks.stop();
  return {
    'crops a second': (boxes.length / took) * 1000,
    'longest block': longest,
    'heap MB': (await heapMb()) - before,
  };
}

/** Words of 60 to 240 by 32 to 64 px all over the page. */
function cropBoxes(count: number): Numbers[] {
  return Array.from({ length: count }, (_, at): Numbers => {
    const width = 60 + ((at * 37) % 181);
    const height = 32 + ((at * 13) % 33);
    const x = (at * 211) % (PAGE.width - width);
    const y = (at * 97) % (PAGE.height - height);
    return [x, y, x + width, y + height];
  });
}
