import { concat } from '../core/concat.ts';
import { crc32 } from '../core/export/crc32.ts';
import { directoryRow, localHeader, storedSize, type ZipEntry, zipEnd } from '../core/export/zip.ts';

/** A ZIP that grows file by file. What was added stands in Blobs, which the browser keeps outside the page's own memory. */
export interface ZipFile {
  /** `bytes` hold each entry's local header and file, one after another. */
  add(bytes: Uint8Array<ArrayBuffer>, entries: readonly ZipEntry[]): void;
  addText(name: string, text: GrowingText): void;
  /** Nothing can be added afterwards. */
  end(): Blob;
}

export function zipFile(): ZipFile {
  const files = pile();
  const directory = pile();
  let count = 0;
  const list = (entry: ZipEntry, at: number) => {
    directory.add(directoryRow(entry, at));
    count += 1;
    return at + storedSize(entry);
  };
  return {
    add(bytes, entries) {
      let at = files.size();
      files.add(bytes);
      for (const entry of entries) at = list(entry, at);
    },
    addText(name, text) {
      const entry = { name, crc32: text.crc32(), size: text.size() };
      list(entry, files.size());
      files.add(localHeader(entry));
      files.add(text.blob());
    },
    end: () =>
      new Blob([files.blob(), directory.blob(), zipEnd(count, { at: files.size(), size: directory.size() })], {
        type: 'application/zip',
      }),
  };
}

/** A text file that is written piece by piece, before the rest of it is known. */
export interface GrowingText {
  add(text: string): void;
  size(): number;
  crc32(): number;
  blob(): Blob;
}

export function growingText(): GrowingText {
  const encoder = new TextEncoder();
  const bytes = pile();
  let sum = 0;
  return {
    add(text) {
      const piece = encoder.encode(text);
      sum = crc32(piece, sum);
      bytes.add(piece);
    },
    size: bytes.size,
    crc32: () => sum,
    blob: () => bytes.blob(),
  };
}

/** A Blob each costs the browser more than its bytes; and these are all that the page's memory holds of a file. */
const LOOSE_BYTES = 1_048_576;
const SMALL_BYTES = 4096;

function pile() {
  const blobs: Blob[] = [];
  let loose: (Uint8Array<ArrayBuffer> | Blob)[] = [];
  let looseBytes = 0;
  let size = 0;
  const settle = () => {
    if (loose.length > 0) blobs.push(new Blob(joined(loose)));
    loose = [];
    looseBytes = 0;
  };
  return {
    add(part: Uint8Array<ArrayBuffer> | Blob) {
      const length = part instanceof Blob ? part.size : part.length;
      loose.push(part);
      looseBytes += length;
      size += length;
      if (looseBytes >= LOOSE_BYTES) settle();
    },
    size: () => size,
    blob() {
      settle();
      return new Blob(blobs);
    },
  };
}

/** Small pieces, such as rows of the directory, are put together here: a Blob takes longer over each than copying it does. */
function joined(parts: readonly (Uint8Array<ArrayBuffer> | Blob)[]): (Uint8Array<ArrayBuffer> | Blob)[] {
  const runs: (Uint8Array<ArrayBuffer> | Blob)[] = [];
  let small: Uint8Array[] = [];
  const close = () => {
    if (small.length > 0) runs.push(concat(Uint8Array, small));
    small = [];
  };
  for (const part of parts) {
    if (part instanceof Uint8Array && part.length < SMALL_BYTES) {
      small.push(part);
    } else {
      close();
      runs.push(part);
    }
  }
  close();
  return runs;
}
