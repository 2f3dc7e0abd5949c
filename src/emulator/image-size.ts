/** Width and height in pixels from the first bytes of an image, or null for what is none of these formats. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = (at: number, text: string): boolean =>
    Array.from(text).every((character, i) => bytes[at + i] === character.codePointAt(0));
  try {
    if (magic(1, 'PNG\r\n')) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (magic(0, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    // Height is negative in a BMP whose rows run downward.
    if (magic(0, 'BM')) return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    if (magic(0, 'RIFF') && magic(8, 'WEBP')) return webpSize(view, magic);
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view);
  } catch (error) {
    // A DataView read past the end: the header is cut.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

function jpegSize(view: DataView): ImageSize {
  let at = 2;
  for (;;) {
    const marker = view.getUint8(at + 1);
    // Start of frame: C0 to CF, but DHT (C4), JPG (C8) and DAC (CC) share the row.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
}

function webpSize(view: DataView, magic: (at: number, text: string) => boolean): ImageSize | null {
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (magic(12, 'VP8X')) return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (magic(12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (magic(12, 'VP8 ')) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return null;
}
