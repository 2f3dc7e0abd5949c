import { expect, test } from 'vitest';
import { useView } from '../../src/state/view-store.ts';
import type { ImageSource, PicturePiece } from '../../src/image/image-source.ts';
import { viewImage } from '../../src/image/image-view.ts';
import { INSPECTION, quietCanvas, settled, show, SIZE } from './a-canvas.tsx';
import { aPicture } from './a-picture.ts';

quietCanvas();

test('a picture that comes in pieces is drawn anew when there is more of it, and left alone after the canvas has gone', async () => {
  const coarse = await aPicture(SIZE, 'rgb(200, 120, 40)');
  const fine = await aPicture(SIZE, 'rgb(40, 120, 200)');
  const listeners = new Set<() => void>();
  let asked = 0;
  let pieces: readonly PicturePiece[] = coarse.image.source.picture({ x1: 0, y1: 0, x2: 1, y2: 1 }, 1);
  const source: ImageSource = {
    ...coarse.image.source,
    picture: () => {
      asked += 1;
      return pieces;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const { screen, element } = await show(INSPECTION, viewImage(source, 'upright'));
  useView.getState().setBlink(true);
  await settled();
  expect(middleOf(element)).toEqual([200, 120, 40, 255]);
  const before = asked;
  await settled();
  expect(asked).toBe(before);

  pieces = fine.image.source.picture({ x1: 0, y1: 0, x2: 1, y2: 1 }, 1);
  for (const tell of listeners) tell();
  await settled();
  expect(middleOf(element)).toEqual([40, 120, 200, 255]);

  await screen.unmount();
  expect(listeners.size).toBe(0);
  coarse.close();
  fine.close();
});

/** The colour in the middle of the lowest canvas. */
function middleOf(element: Element): number[] {
  const canvas = element.querySelector('canvas');
  const pixel = canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
  return [...(pixel?.data ?? [])];
}
