import type { BandCanvas } from '../core/export/exporters/annotated-picture.ts';
import type { Size } from '../core/geometry/space.ts';

/**
 * A canvas that is put into and taken from again and again: its pixels are kept where the page reads them.
 * @throws Error in words where the browser has none
 */
export function openBandCanvas({ width, height }: Size): BandCanvas {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(width, height);
  const context = canvas?.getContext('2d', { willReadFrequently: true });
  if (!canvas || !context)
    throw new Error('This browser cannot draw pictures beside the page. Update it, or export the regions as JSON.');
  return {
    brush: context,
    put: (rgba) => {
      context.clearRect(0, 0, width, height);
      context.putImageData(new ImageData(rgba, width), 0, 0);
    },
    take: (rows) => new Uint8ClampedArray(context.getImageData(0, 0, width, rows).data),
    // Reading one pixel waits for all that is drawn before.
    settle: () => void context.getImageData(0, 0, 1, 1),
    close: () => {
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
