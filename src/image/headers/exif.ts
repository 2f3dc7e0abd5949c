import type { Orientation } from '../../core/geometry/orientation.ts';
import type { FileEdit } from './header.ts';

/** EXIF 2.32, 4.6.4 A. */
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;
const LONG = 4;
const PREFIX = [0x45, 0x78, 0x69, 0x66, 0x00, 0x00];

export interface Exif {
  readonly orientation: Orientation;
  /** Makes every orientation entry say 1; `at` counts from the start of the view plus `base`. */
  readonly edits: readonly FileEdit[];
}

export const NO_EXIF: Exif = { orientation: 1, edits: [] };

/**
 * Reads the orientation from a TIFF structure, with or without `Exif\0\0` before it. Only the first directory is
 * looked at and no pointer but the one to it is followed, so a file whose directories point at each other cannot trap it.
 * `base` is where `view` starts in the file. Anything that makes no sense reads as no EXIF at all.
 */
export function readExif(view: DataView, base: number): Exif {
  const start = hasPrefix(view) ? PREFIX.length : 0;
  if (view.byteLength < start + 8) return NO_EXIF;
  const order = view.getUint16(start);
  if (order !== 0x4949 && order !== 0x4d4d) return NO_EXIF;
  const little = order === 0x4949;
  if (view.getUint16(start + 2, little) !== 42) return NO_EXIF;
  const directory = start + view.getUint32(start + 4, little);
  if (directory + 2 > view.byteLength) return NO_EXIF;

  const said = view.getUint16(directory, little);
  const entries = Math.min(said, Math.floor((view.byteLength - directory - 2) / 12));
  let orientation: Orientation | null = null;
  const edits: FileEdit[] = [];
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, little) !== ORIENTATION_TAG) continue;
    const type = view.getUint16(at + 2, little);
    if (type !== SHORT && type !== LONG) continue;
    // Only a SHORT counts, as the standard has it; a LONG is neutralised all the same, lest some browser obeys it.
    if (type === SHORT) orientation ??= asOrientation(view.getUint16(at + 8, little));
    edits.push({ at: base + at + 8, length: type === SHORT ? 2 : 4, bytes: one(type, little) });
  }
  return { orientation: orientation ?? 1, edits };
}

function asOrientation(value: number): Orientation | null {
  switch (value) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
      return value;
    default:
      return null;
  }
}

function one(type: number, little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(type === SHORT ? 2 : 4);
  bytes[little ? 0 : bytes.length - 1] = 1;
  return bytes;
}

function hasPrefix(view: DataView): boolean {
  return view.byteLength >= PREFIX.length && PREFIX.every((byte, at) => view.getUint8(at) === byte);
}
