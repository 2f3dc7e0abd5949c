import { ImageRefused } from './image-source.ts';

/** Headers are walked through a window of this size, so that a long walk lets the page breathe at each new window. */
const WINDOW = 256 * 1024;

/** Bytes of a file on demand: nothing but what is asked for (and its neighbourhood) is ever in memory. */
export interface FileBytes {
  readonly size: number;
  /** Throws CutShort when the file ends before `at + length`. */
  read(at: number, length: number): Promise<DataView<ArrayBuffer>>;
}

/** The file ends where its own header promises more. */
export class CutShort extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`the file ends before byte ${at}`);
    this.name = 'CutShort';
    this.at = at;
  }
}

/** `signal` is looked at whenever the disk is asked. Throws ImageRefused when the file cannot be read any more. */
export function fileBytes(file: Blob, signal?: AbortSignal): FileBytes {
  let start = 0;
  let held = new ArrayBuffer(0);

  return {
    size: file.size,
    async read(at, length) {
      if (at < 0 || length < 0 || at + length > file.size) throw new CutShort(at + length);
      if (at < start || at + length > start + held.byteLength) {
        signal?.throwIfAborted();
        held = await bytesOf(file.slice(at, Math.min(file.size, at + Math.max(length, WINDOW))));
        start = at;
        if (held.byteLength < length) throw new CutShort(at + length);
      }
      return new DataView(held, at - start, length);
    },
  };
}

async function bytesOf(part: Blob): Promise<ArrayBuffer> {
  try {
    return await part.arrayBuffer();
  } catch (cause) {
    throw new ImageRefused(
      'The file cannot be read any more.',
      'It may have been moved, changed or removed since it was chosen. Choose it again.',
      { cause },
    );
  }
}

/** Four ASCII letters at `at`, as chunk and box types are written. */
export function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

export function bytesIn(view: DataView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
