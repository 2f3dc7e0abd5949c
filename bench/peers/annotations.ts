import type { Rectangle } from '@annotorious/annotorious';
import { PAGE, wordBoxes } from '../page/word-page.ts';

/** The same boxes as everybody's, in the words of Annotorious. */
export function annotations(count: number): Rectangle[] {
  return wordBoxes(count).map(([x1, y1, x2, y2], at) => ({
    id: `a${at}`,
    bodies: [],
    target: {
      annotation: `a${at}`,
      selector: {
        type: 'RECTANGLE',
        geometry: { x: x1, y: y1, w: x2 - x1, h: y2 - y1, bounds: { minX: x1, minY: y1, maxX: x2, maxY: y2 } },
      },
    },
  }));
}

/** A blank page for libraries that will not draw without a picture. */
export async function blankPage(): Promise<string> {
  const canvas = new OffscreenCanvas(PAGE.width, PAGE.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, PAGE.width, PAGE.height);
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/png' }));
}
