import { afterAll, describe, expect, it } from 'vitest';
import { MOST_REDUCED, reducedPicture, reducedSize } from '../../src/image/reduced.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { openSession, sessionsOpen } from '../../src/workers/session.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';

afterAll(dispose);

describe('a small copy of a picture', () => {
  it('is even, and no larger than is needed', () => {
    for (const [wide, high] of [
      [3000, 4000],
      [12_000, 16_000],
      [100_000, 200],
      [40, 30],
    ] as const) {
      const { width, height } = reducedSize({ width: wide, height: high });
      expect(width * height).toBeLessThanOrEqual(MOST_REDUCED);
      // But for the part of a pixel that is cut off.
      expect(Math.abs(width * high - height * wide)).toBeLessThan(Math.max(wide, high));
    }
    expect(reducedSize({ width: 5_000_000, height: 1 }).height).toBe(1);
    expect(reducedSize({ width: 40, height: 30 })).toEqual({ width: 40, height: 30 });
  });

  it('shows the whole picture and is closed when nobody wants it any more', async () => {
    const source = await openImage(await quarters(4000, 3000), 'quarters.png');
    const reduced = await reducedPicture(source, new AbortController().signal);
    const { width, height } = reduced;
    expect([width, height]).toEqual([1264, 948]);
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(reduced, 0, 0);
    const at = (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])];
    expect(at(5, 5)).toEqual([0, 0, 0, 255]);
    expect(at(width - 5, 5)).toEqual([255, 255, 255, 255]);
    expect(at(width - 5, height - 5)).toEqual([0, 0, 0, 0]);
    reduced.close();
    const giveUp = new AbortController();
    const later = reducedPicture(source, giveUp.signal);
    giveUp.abort();
    await expect(later).rejects.toThrow(/abort/);
    source.dispose();
    await expect(reducedPicture(source, new AbortController().signal)).rejects.toThrow('closed');
  });
});

describe('the ink of a picture', () => {
  it('is where it is seen, turned as it is shown; transparent pixels are paper', async () => {
    // Black top left, white top right, nothing below.
    const source = await openImage(await quarters(400, 300), 'quarters.png');
    const rows = [0, 0, 200, 150, 200, 0, 400, 150, 0, 150, 400, 300];
    expect(await density(source, 1, { width: 400, height: 300 }, rows)).toEqual([true, false, false]);
    // A quarter turn clockwise: what was top left is top right.
    const turned = [150, 0, 300, 200, 150, 200, 300, 400, 0, 0, 150, 400];
    expect(await density(source, 6, { width: 300, height: 400 }, turned)).toEqual([true, false, false]);
    source.dispose();
    expect(sessionsOpen()).toBe(0);
  });
});

/** Whether there is ink in each box. */
async function density(
  source: Parameters<typeof reducedPicture>[0],
  orientation: 1 | 6,
  size: { readonly width: number; readonly height: number },
  rows: readonly number[],
): Promise<boolean[]> {
  const picture = await reducedPicture(source, new AbortController().signal);
  const session = openSession('evidence', { picture, orientation, size }, [picture]);
  await session.ask({
    kind: 'rectangles',
    received: Float64Array.from(rows),
    level: new Uint8Array(rows.length / 4),
    parent: new Int32Array(rows.length / 4).fill(-1),
  });
  const answer = await session.ask({ kind: 'ink', frame: IDENTITY_FRAME });
  session.close();
  if (answer.kind !== 'ink') throw new Error('Another answer came.');
  return [...answer.ink.density].map((share) => share > 0.01);
}

/** A quarter full of black squares, one white, the lower half see-through. */
async function quarters(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height / 2);
  context.fillStyle = '#000';
  for (let x = 0; x < width / 2 - width / 20; x += width / 10)
    for (let y = 0; y < height / 2 - height / 20; y += height / 10) context.fillRect(x, y, width / 20, height / 20);
  return canvas.convertToBlob({ type: 'image/png' });
}
