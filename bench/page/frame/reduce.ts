const MOST_PIXELS = 1_200_000;

/** One byte a pixel, at most 1.2 million of them: what the page of the check is given. */
export function reducedGray(picture: OffscreenCanvas | ImageBitmap): {
  gray: Uint8Array;
  width: number;
  height: number;
} {
  const by = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const [width, height] = [Math.round(picture.width * by), Math.round(picture.height * by)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const gray = new Uint8Array(width * height);
  for (let at = 0; at < gray.length; at += 1) {
    // BT.601, as 8-bit parts.
    gray[at] = ((data[at * 4] ?? 0) * 77 + (data[at * 4 + 1] ?? 0) * 150 + (data[at * 4 + 2] ?? 0) * 29) >> 8;
  }
  return { gray, width, height };
}
