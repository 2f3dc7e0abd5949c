/**
 * A colour as one number of a pixel buffer: bytes R, G, B, A from the lowest up, as `ImageData` has them in memory on every
 * machine that runs a browser (all are little-endian). Alpha is not multiplied in.
 */
export function packedColour(css: string): number {
  const hex = /^#([0-9a-f]{6})$/i.exec(css)?.[1];
  if (hex !== undefined) return pack(0xff, ...channels(hex));
  const parts = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\s*\)$/.exec(css);
  if (!parts) throw new RangeError(`The palette has a colour of another kind: ${css}`);
  const [, red, green, blue, alpha = '1'] = parts;
  return pack(Math.round(Number(alpha) * 0xff), Number(red), Number(green), Number(blue));
}

/** 0 to 255. */
export function alphaOf(packed: number): number {
  return packed >>> 24;
}

export function withAlpha(packed: number, alpha: number): number {
  return ((packed & 0xffffff) | (alpha << 24)) >>> 0;
}

function channels(hex: string): [number, number, number] {
  const all = parseInt(hex, 16);
  return [all >> 16, (all >> 8) & 0xff, all & 0xff];
}

function pack(alpha: number, red: number, green: number, blue: number): number {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
