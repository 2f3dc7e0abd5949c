import { concat } from '../../core/concat.ts';

/** Signature and IHDR: colour chunks stand right behind them, before PLTE and IDAT (PNG specification, 5.6). */
const AFTER_HEADER = 33;
const COLOUR = new Set(['iCCP', 'gAMA', 'cHRM', 'sRGB', 'cICP']);

/** The PNG with `chunks` (whole ones) in place of whatever colour chunks it had. Without chunks it is returned as it is. */
export function withColourChunks(png: Uint8Array<ArrayBuffer>, chunks: Uint8Array): Uint8Array<ArrayBuffer> {
  if (chunks.length === 0) return png;
  const kept = [png.subarray(0, AFTER_HEADER), chunks, ...otherChunks(png)];
  return concat(Uint8Array, kept);
}

function otherChunks(png: Uint8Array<ArrayBuffer>): Uint8Array[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const others: Uint8Array[] = [];
  for (let at = AFTER_HEADER; at + 12 <= png.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (!COLOUR.has(type)) others.push(png.subarray(at, end));
    at = end;
  }
  return others;
}
