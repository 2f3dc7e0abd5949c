import type { ImageHeader } from './headers/header.ts';

/**
 * The file without its EXIF orientation, which Chromium applies whatever `imageOrientation` says, and without what it says about
 * colours where that is easily left out: the stored pixels are wanted. A Blob of slices, so nothing is copied or read. The media type is the one the bytes have, not the one the name promises.
 */
export function neutralFile(file: Blob, header: ImageHeader): Blob {
  const type = `image/${header.type}`;
  const edits = header.edits.toSorted((a, b) => a.at - b.at);
  const parts: BlobPart[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.at < at) continue; // The same place named twice.
    parts.push(file.slice(at, edit.at), edit.bytes);
    at = edit.at + edit.length;
  }
  return new Blob([...parts, file.slice(at)], { type });
}
