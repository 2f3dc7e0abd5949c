import type { Size } from '../../src/core/geometry/space.ts';
import type { ImageSource } from '../../src/image/image-source.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';

/** A picture of one colour, as an opened image. */
export async function aPicture(
  stored: Size,
  colour: string,
): Promise<{ readonly image: ImageView; readonly close: () => void }> {
  const canvas = new OffscreenCanvas(stored.width, stored.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, stored.width, stored.height);
  const bitmap = await createImageBitmap(canvas);
  const source: ImageSource = {
    name: 'one-colour.png',
    type: 'png',
    file: new Blob(),
    stored,
    orientation: 1,
    lossless: true,
    notes: [],
    sha256: async () => null,
    picture: () => [{ bitmap, at: { x: 0, y: 0, ...stored }, shown: { x: 0, y: 0, ...stored } }],
    onChange: () => () => {},
    whole: async () => bitmap,
    read: async () => {
      throw new RangeError('Nothing reads this picture.');
    },
    colourChunks: new Uint8Array(0),
    dispose: () => bitmap.close(),
  };
  return { image: viewImage(source, 'upright'), close: () => bitmap.close() };
}
