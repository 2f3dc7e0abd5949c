import { once } from '../core/once.ts';
import type { PixelBox, Pixels } from './image-source.ts';
import { canvasReader } from './canvas-reader.ts';
import { readPieces } from './pieces.ts';
import { probeCanvas, probeWebgl } from './read-back-probe.ts';
import { webglReader } from './webgl-reader.ts';

/** Reads pieces of a bitmap; no piece is larger than `maxSide` a side. */
export interface PieceReader {
  readonly maxSide: number;
  read(bitmap: ImageBitmap, piece: PixelBox): Uint8ClampedArray<ArrayBuffer>;
  dispose(): void;
}

/** The way back from a bitmap to numbers that fits one image. */
export interface ReadBack {
  /** What comes back is what was decoded, bit for bit. */
  readonly exact: boolean;
  readonly notes: readonly string[];
  read(bitmap: ImageBitmap, box: PixelBox, signal?: AbortSignal): Promise<Pixels>;
  dispose(): void;
}

/** What this browser can do; WebGL is only asked for when it is needed. */
export interface Abilities {
  readonly canvas: () => 'exact' | 'noisy';
  readonly webgl: () => 'exact' | 'noisy' | 'missing';
}

const BROWSER: Abilities = { canvas: once(probeCanvas), webgl: once(probeWebgl) };

/**
 * A 2D canvas holds premultiplied colours, so it is exact for opaque pictures only; WebGL2 hands straight alpha through.
 * Where neither is exact the crops are still cut, and a note says that they may differ.
 */
export function openReadBack(alpha: boolean, abilities: Abilities = BROWSER): ReadBack {
  const noisy = abilities.canvas() === 'noisy';
  const webgl = alpha || noisy ? abilities.webgl() : 'missing';
  const reader = webgl === 'exact' ? webglReader() : null;
  if (reader) return readBack(noisy ? reader : opaqueFirst(canvasReader(), reader), true, []);
  const notes: string[] = [];
  if (noisy)
    notes.push(
      'This browser changes pixels that a page reads back, to protect privacy: crops may differ from the file by a little. Allow reading of canvas data for this site to make them exact.',
    );
  if (alpha && !noisy)
    notes.push(
      'WebGL 2 is not available, so colours of half-transparent pixels may differ by a little in crops. Switch on hardware acceleration to make them exact.',
    );
  return readBack(canvasReader(), notes.length === 0, notes);
}

/**
 * Most pictures that may be see-through are not, and a canvas is five times as fast as the way over the graphics card. It changes
 * colours of half-transparent pixels alone and tells alpha as it is, so a piece that comes back opaque is exact.
 */
function opaqueFirst(canvas: PieceReader, webgl: PieceReader): PieceReader {
  return {
    maxSide: Math.min(canvas.maxSide, webgl.maxSide),
    read(bitmap, piece) {
      const seen = canvas.read(bitmap, piece);
      return isOpaque(seen) ? seen : webgl.read(bitmap, piece);
    },
    dispose() {
      canvas.dispose();
      webgl.dispose();
    },
  };
}

function isOpaque(rgba: Uint8ClampedArray): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}

function readBack(reader: PieceReader, exact: boolean, notes: readonly string[]): ReadBack {
  return {
    exact,
    notes,
    read: (bitmap, box, signal) => readPieces(box, reader.maxSide, (piece) => reader.read(bitmap, piece), signal),
    dispose: () => reader.dispose(),
  };
}
