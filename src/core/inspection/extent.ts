import type { ImageRect } from '../geometry/space.ts';
import { imageBoxes } from './image-boxes.ts';
import { type Inspection, isDrawable } from './inspection.ts';

/** What there is to see: the whole image, or without one the box round all drawable regions. null when there is neither. */
export function contentExtent(inspection: Inspection): ImageRect | null {
  const { imageSize } = inspection;
  return imageSize ? { x1: 0, y1: 0, x2: imageSize.width, y2: imageSize.height } : regionExtent(inspection);
}

/** The box round all regions that have area, in image pixels; null when there are none. */
export function regionExtent(inspection: Inspection): ImageRect | null {
  const boxes = imageBoxes(inspection.regions, inspection.frame);
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < inspection.regions.count; row += 1) {
    if (!isDrawable(inspection, row)) continue;
    const at = row * 4;
    x1 = Math.min(x1, boxes[at] ?? x1);
    y1 = Math.min(y1, boxes[at + 1] ?? y1);
    x2 = Math.max(x2, boxes[at + 2] ?? x2);
    y2 = Math.max(y2, boxes[at + 3] ?? y2);
  }
  return x1 < x2 && y1 < y2 ? { x1, y1, x2, y2 } : null;
}
