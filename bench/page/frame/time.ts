import type { Measured, Task } from '../task.ts';
import { PAGE, wordBoxes } from '../word-page.ts';
import type { Asked } from './time.worker.ts';

/** `size` regions on a page of 12 megapixels, in a worker: as received, and cut and scaled, for which all is searched. */
export async function frameTime({ size }: Task): Promise<Measured> {
  const boxes = wordBoxes(size);
  const canvas = new OffscreenCanvas(PAGE.width, PAGE.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, PAGE.width, PAGE.height);
  context.fillStyle = '#000';
  // Letters are bars with as much paper between them.
  for (const [x1, y1, x2, y2] of boxes) {
    for (let x = x1 + 2; x < x2 - 4; x += 10) context.fillRect(x, y1 + ((x * 7) % 9), 5, y2 - y1 - 12);
  }
  const fits = await asked({ picture: await createImageBitmap(canvas), boxes: boxes.flat() });
  const cut = boxes.map((box) => box.map((value, at) => (value + (at % 2 === 0 ? 200 : 300)) * 0.7)).flat();
  const searched = await asked({ picture: await createImageBitmap(canvas), boxes: cut });
  return { 'fits ms': fits, 'all searched ms': searched };
}

/** Ms of the worker's own time, the picture's reduction and its ink included. */
async function asked(question: Asked): Promise<number> {
  const worker = new Worker(new URL('./time.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(question, [question.picture]);
    });
  } finally {
    worker.terminate();
  }
}
