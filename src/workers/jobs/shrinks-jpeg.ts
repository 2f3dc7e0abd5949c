const SIDE = 64;
const WANTED = SIDE / 4;

/**
 * Whether this browser decodes a JPEG at a quarter of its size for less than the whole: some know `ImageDecoder` and take no
 * notice of the size that is asked for, which would cost the picture's time and memory twice. Tried on a small JPEG.
 */
export async function shrinksJpeg(): Promise<boolean> {
  if (typeof ImageDecoder === 'undefined' || !(await ImageDecoder.isTypeSupported('image/jpeg'))) return false;
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  canvas.getContext('2d')?.fillRect(0, 0, SIDE, SIDE);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg' });
  const decoder = new ImageDecoder({
    type: 'image/jpeg',
    data: await jpeg.arrayBuffer(),
    desiredWidth: WANTED,
    desiredHeight: WANTED,
  });
  try {
    const { image } = await decoder.decode();
    const { displayWidth } = image;
    image.close();
    return displayWidth === WANTED;
  } finally {
    decoder.close();
  }
}
