import { decodeAnswer } from '../../src/core/decode/index.ts';
import type { Measured, Task } from './task.ts';
import { type Numbers, wordBoxes } from './word-page.ts';

/** One answer's Base64 to typed arrays with every entry checked, on the page's own thread. */
export async function decodeOurs({ size, heapMb }: Task): Promise<Measured> {
  const results = [{ type: 'Other', data: btoa(JSON.stringify(wordBoxes(size))) }];
  const before = await heapMb();
  const started = performance.now();
  const decoded = decodeAnswer(results, 'detection');
  const decode = performance.now() - started;
  if (decoded.regions?.count !== size) throw new Error('The decoder lost regions.');
  return { decode, 'heap MB': (await heapMb()) - before };
}

/** `JSON.parse` of text that somebody else has ready. */
export async function decodeBareJson({ size, heapMb }: Task): Promise<Measured> {
  const text = JSON.stringify(wordBoxes(size));
  return parsed(size, heapMb, () => JSON.parse(text));
}

/** What one writes first: `atob`, `JSON.parse`. */
export async function decodeBareBase64({ size, heapMb }: Task): Promise<Measured> {
  const data = btoa(JSON.stringify(wordBoxes(size)));
  return parsed(size, heapMb, () => JSON.parse(atob(data)));
}

async function parsed(size: number, heapMb: Task['heapMb'], parse: () => Numbers[]): Promise<Measured> {
  const before = await heapMb();
  const started = performance.now();
  const boxes = parse();
  const decode = performance.now() - started;
  const heap = (await heapMb()) - before;
  if (boxes.length !== size) throw new Error('The bench lost regions.');
  return { decode, 'heap MB': heap };
}
