import type { Measured } from './task.ts';

/** Beige, so that the first pixel of the picture can be told from the sheet under it. */
export const PAPER = 'rgb(240, 226, 190)';

/** A page of text as an opaque canvas; the same for every run. */
export function drawScan(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#1c1917';
  context.font = '40px sans-serif';
  const line = 'It was the best of times, it was the worst of times, it was the age of wisdom, 0123456789 ';
  for (let y = 120; y < height - 80; y += 60) {
    for (let x = 100 + (y % 7) * 9; x < width - 1700; x += 1900) context.fillText(line, x, y);
  }
  return canvas;
}

/** Makes the large JPEG once and hands it to `bench/site.mjs` as a download. */
export async function makeScan(): Promise<Measured> {
  const blob = await drawScan(12_000, 16_000).convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'scan.jpg';
  link.click();
  return { bytes: blob.size };
}

export async function fetchScan(): Promise<Blob> {
  const answer = await fetch('/scan.jpg');
  if (!answer.ok) throw new Error('The bench has no scan.');
  const blob = await answer.blob();
  // Into memory before the clock starts: a blob may still be on its way from the disk.
  return new Blob([await blob.arrayBuffer()], { type: 'image/jpeg' });
}
