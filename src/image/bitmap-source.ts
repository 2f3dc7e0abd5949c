import type { Rect } from '../core/geometry/space.ts';
import { run } from '../workers/run.ts';
import type { Decoded } from './decode.ts';
import type { ImageHeader } from './headers/header.ts';
import type { ImageSource, PicturePiece, PixelBox, Pixels } from './image-source.ts';
import type { ReadBack } from './read-back.ts';

interface Parts {
  readonly name: string;
  readonly file: Blob;
  readonly header: ImageHeader;
  readonly decoded: Decoded;
  readonly readBack: ReadBack;
  readonly colourChunks: Uint8Array;
  readonly notes: readonly string[];
}

/** A source over one decoded bitmap and its shrunken copies. It owns the bitmaps and the read-back. */
export function bitmapSource({ name, file, header, decoded, readBack, colourChunks, notes }: Parts): ImageSource {
  const { bitmaps, stored } = decoded;
  const whole: PixelBox = { x: 0, y: 0, ...stored };
  const pieces: readonly PicturePiece[] = bitmaps.map((bitmap) => ({ bitmap, at: whole }));
  let hash: Promise<string | null> | null = null;
  let disposed = false;
  const hashOnce = () =>
    run('hashFile', { file }).catch((error: unknown) => {
      hash = null; // A worker that was lost must not be the last word.
      throw error;
    });

  return {
    name,
    type: header.type,
    file,
    stored,
    orientation: header.orientation,
    lossless: header.lossless && readBack.exact,
    notes,
    colourChunks,
    sha256: () => (hash ??= hashOnce()),
    picture: (_visible: Rect<'image'>, scale: number) =>
      disposed ? [] : [pieceFor(pieces, stored.width, scale)].flat(),
    async read(box: PixelBox, signal?: AbortSignal): Promise<Pixels> {
      if (disposed) throw new Error('The image was closed before its pixels were read.');
      refuseOutside(box, whole);
      return readBack.read(bitmaps[0], box, signal);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      for (const bitmap of bitmaps) bitmap.close();
      readBack.dispose();
    },
  };
}

/** The smallest copy that still has a pixel for every device pixel; shrinking by less than half keeps text legible. */
function pieceFor(pieces: readonly PicturePiece[], width: number, scale: number): PicturePiece | [] {
  return pieces.findLast(({ bitmap }) => bitmap.width >= width * scale) ?? pieces[0] ?? [];
}

function refuseOutside(box: PixelBox, whole: PixelBox): void {
  const numbers = [box.x, box.y, box.width, box.height];
  const inside =
    numbers.every(Number.isSafeInteger) &&
    box.x >= 0 &&
    box.y >= 0 &&
    box.width > 0 &&
    box.height > 0 &&
    box.x + box.width <= whole.width &&
    box.y + box.height <= whole.height;
  if (!inside)
    throw new RangeError(
      `The box at ${box.x}, ${box.y} of ${box.width} × ${box.height} px does not lie inside the image of ${whole.width} × ${whole.height} px.`,
    );
}
