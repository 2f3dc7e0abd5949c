import { expect, it, onTestFinished } from 'vitest';
import { openEvidence } from '../../src/app/evidence-desk.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { anInspection, type Box } from '../core/geometry/an-inspection.ts';

it('answers each question about its own rectangles, however they come', async () => {
  const desk = openEvidence(viewImage(await openImage(await halfInked(), 'half.png'), 'upright'));
  onTestFinished(() => desk.close());
  const { signal } = new AbortController();
  const full: Box = [10, 10, 90, 90];
  const empty: Box = [110, 10, 190, 90];
  const [one, other] = [anInspection([full, empty]).regions, anInspection([empty, full, empty]).regions];
  const densityOf = async (regions: typeof one) => {
    const { density } = await desk.ink(regions, IDENTITY_FRAME, signal);
    return [...density].map((share) => share > 0.1);
  };
  const [first, second, third] = await Promise.all([densityOf(one), densityOf(other), densityOf(one)]);
  expect([first, second, third]).toEqual([
    [true, false],
    [false, true, false],
    [true, false],
  ]);
});

/** Bars as thick as letters in its left half. */
async function halfInked(): Promise<Blob> {
  const canvas = new OffscreenCanvas(200, 100);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 200, 100);
  context.fillStyle = '#000';
  for (let x = 2; x < 100; x += 10) context.fillRect(x, 0, 4, 100);
  return canvas.convertToBlob({ type: 'image/png' });
}
