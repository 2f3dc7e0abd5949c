import type { Rect } from '../core/geometry/space.ts';
import { run } from '../workers/run.ts';
import type { Decoded } from './decode.ts';
import type { ImageHeader } from './headers/header.ts';
import type { ImageSource, PixelBox, Pixels } from './image-source.ts';
import { openLayers } from './layers.ts';
import type { ReadBack } from './read-back.ts';

interface Parts {
  readonly name: string;
  readonly file: Blob;
  readonly header: ImageHeader;
  readonly decoded: Decoded;
  /** Leaves off decoding what is not there yet. */
  readonly stopDecoding: () => void;
  readonly readBack: ReadBack;
  readonly colourChunks: Uint8Array;
  readonly notes: readonly string[];
}

/** A source over a decoded picture, there or on its way, and its shrunken copies. It owns all of them, and the read-back. */
export function bitmapSource({
  name,
  file,
  header,
  decoded,
  stopDecoding,
  readBack,
  colourChunks,
  notes,
}: Parts): ImageSource {
  const { stored } = decoded;
  const layers = openLayers(decoded);
  const inside: PixelBox = { x: 0, y: 0, ...stored };
  let hash: Promise<string | null> | null = null;
  let disposed = false;
  const hashOnce = () =>
    run('hashFile', { file }).catch((error: unknown) => {
      hash = null; // A worker that was lost must not be the last word.
      throw error;
    });
  const whole = async () => {
    if (disposed) throw new DOMException('The image was closed.', 'AbortError');
    return decoded.full;
  };

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
    picture: (visible: Rect<'image'>, scale: number) => layers.pieces(visible, scale),
    onChange: (listener) => layers.onChange(listener),
    whole,
    async read(box: PixelBox, signal?: AbortSignal): Promise<Pixels> {
      refuseOutside(box, inside);
      const full = disposed ? null : await decoded.full;
      // Asked again: it may have been closed while the picture was on its way.
      if (!full || isClosed()) throw new Error('The image was closed before its pixels were read.');
      signal?.throwIfAborted();
      return readBack.read(full, box, signal);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      stopDecoding();
      layers.dispose();
      readBack.dispose();
    },
  };

  function isClosed(): boolean {
    return disposed;
  }
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
