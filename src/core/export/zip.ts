/** One file of an archive, stored as it is: crops are compressed already. */
export interface ZipEntry {
  /** Path with `/`, at most 65,535 bytes of UTF-8. */
  readonly name: string;
  readonly crc32: number;
  /** Bytes, below 4 GiB. */
  readonly size: number;
}

const UTF_8 = new TextEncoder();
const LOCAL = 30;
const CENTRAL = 46;
/** From here on a number stands in a ZIP64 field (APPNOTE 4.5.3) and this value in its usual place. */
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
/** Names are UTF-8 (APPNOTE 4.4.4, bit 11). */
const FLAGS = 0x0800;
/** The first day that a ZIP can name, so that the same input gives the same bytes. */
const DAY = 0x0021;
/** `-rw-r--r--` for a regular file, in the upper half as Unix has it. */
const MODE = 0o100644 * 65_536;
const MADE_BY_UNIX = 0x031e;

/** What stands before a file's bytes. */
export function localHeader({ name, crc32, size }: ZipEntry): Uint8Array<ArrayBuffer> {
  const path = UTF_8.encode(name);
  const { bytes, view } = record(LOCAL + path.length, 0x04034b50);
  view.setUint16(4, 20, true);
  common(view, 6, { crc32, size, path });
  bytes.set(path, LOCAL);
  return bytes;
}

/** Bytes that a file and what stands before it take. */
export function storedSize({ name, size }: ZipEntry): number {
  return LOCAL + UTF_8.encode(name).length + size;
}

/** A file's row in the directory at the end. `offset` is where its local header begins. */
export function directoryRow({ name, crc32, size }: ZipEntry, offset: number): Uint8Array<ArrayBuffer> {
  const path = UTF_8.encode(name);
  const far = offset >= MOST_32;
  const { bytes, view } = record(CENTRAL + path.length + (far ? 12 : 0), 0x02014b50);
  view.setUint16(4, far ? MADE_BY_UNIX | 45 : MADE_BY_UNIX, true);
  view.setUint16(6, far ? 45 : 20, true);
  common(view, 8, { crc32, size, path });
  view.setUint32(38, MODE, true);
  view.setUint32(42, far ? MOST_32 : offset, true);
  bytes.set(path, CENTRAL);
  if (far) {
    const extra = CENTRAL + path.length;
    view.setUint16(30, 12, true);
    view.setUint16(extra, 1, true);
    view.setUint16(extra + 2, 8, true);
    view.setBigUint64(extra + 4, BigInt(offset), true);
  }
  return bytes;
}

/** What ends an archive: where its directory is. More than 65,534 files or 4 GiB need the ZIP64 records before it. */
export function zipEnd(
  files: number,
  directory: { readonly at: number; readonly size: number },
): Uint8Array<ArrayBuffer> {
  const { at, size } = directory;
  const far = files >= MOST_16 || at >= MOST_32 || size >= MOST_32;
  const start = far ? 76 : 0;
  const { bytes, view } = record(start + 22, far ? 0x06064b50 : 0x06054b50);
  if (far) {
    view.setBigUint64(4, 44n, true);
    view.setUint16(12, MADE_BY_UNIX | 45, true);
    view.setUint16(14, 45, true);
    view.setBigUint64(24, BigInt(files), true);
    view.setBigUint64(32, BigInt(files), true);
    view.setBigUint64(40, BigInt(size), true);
    view.setBigUint64(48, BigInt(at), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(at + size), true);
    view.setUint32(72, 1, true);
    view.setUint32(start, 0x06054b50, true);
  }
  view.setUint16(start + 8, Math.min(files, MOST_16), true);
  view.setUint16(start + 10, Math.min(files, MOST_16), true);
  view.setUint32(start + 12, Math.min(size, MOST_32), true);
  view.setUint32(start + 16, Math.min(at, MOST_32), true);
  return bytes;
}

/** The 22 bytes from the flags on that both headers share. */
function common(
  view: DataView,
  at: number,
  { crc32, size, path }: { readonly crc32: number; readonly size: number; readonly path: Uint8Array },
): void {
  view.setUint16(at, FLAGS, true);
  view.setUint16(at + 6, DAY, true);
  view.setUint32(at + 8, crc32, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, size, true);
  view.setUint16(at + 20, path.length, true);
}

function record(length: number, signature: number): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  return { bytes, view };
}
