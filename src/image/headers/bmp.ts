import type { FileBytes } from '../file-bytes.ts';
import { refuseUnfit } from '../limits.ts';
import { cutOff, damaged, type ImageHeader, plainHeader } from './header.ts';

/** BITMAPCOREHEADER: two 16-bit numbers for the size. */
const CORE = 12;
/** Sizes of the headers that followed it (OS/2 2.x short and long, INFO, V2, V3, V4, V5). */
const HEADERS = new Set([CORE, 16, 40, 52, 56, 64, 108, 124]);
const BITS = new Set([1, 2, 4, 8, 16, 24, 32]);
const PLAIN = new Set([0, 3, 6]);

/** Reads the two headers. A negative height means rows from the top and is the same picture. */
export async function readBmpHeader(bytes: FileBytes): Promise<ImageHeader> {
  const file = await bytes.read(0, 18);
  const pixelsAt = file.getUint32(10, true);
  const header = file.getUint32(14, true);
  if (!HEADERS.has(header)) throw damaged('bmp', `its header says that it is ${header} bytes long, which no BMP has`);
  const info = await bytes.read(14, header);

  const core = header === CORE;
  const size = {
    width: core ? info.getUint16(4, true) : info.getInt32(4, true),
    height: core ? info.getUint16(6, true) : Math.abs(info.getInt32(8, true)),
  };
  refuseUnfit('BMP', size);
  const bits = info.getUint16(core ? 10 : 14, true);
  if (!BITS.has(bits)) throw damaged('bmp', `its header names ${bits} bits a pixel, which does not exist`);
  const compression = header >= 40 ? info.getUint32(16, true) : 0;

  if (PLAIN.has(compression)) {
    const row = Math.ceil((size.width * bits) / 32) * 4;
    // The padding of the last row is often left away.
    const needed = pixelsAt + row * (size.height - 1) + Math.ceil((size.width * bits) / 8);
    if (needed > bytes.size) throw cutOff('bmp', bytes.size);
  }
  return { ...plainHeader('bmp', size), alpha: bits === 32, lossless: true };
}
