import type { PieceReader } from './read-back.ts';

/** Exact for opaque pictures: the piece is copied one to one, and the canvas keeps its pixels in memory, not on the GPU. */
export function canvasReader(): PieceReader {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no canvas to read pixels with. Close other tabs and try again.');

  return {
    maxSide: 4096,
    read(bitmap, { x, y, width, height }) {
      // Grown, never shrunk: thousands of words are read through one canvas. Resizing also resets the drawing state.
      if (canvas.width < width) canvas.width = width;
      if (canvas.height < height) canvas.height = height;
      context.imageSmoothingEnabled = false;
      // Not by the operation 'copy', which wipes all of a canvas that has grown, a hundred times the piece.
      context.clearRect(0, 0, width, height);
      context.drawImage(bitmap, x, y, width, height, 0, 0, width, height);
      return context.getImageData(0, 0, width, height).data;
    },
    dispose() {
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
