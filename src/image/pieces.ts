import type { PixelBox, Pixels } from './image-source.ts';

/** Two megapixels: a small part of a frame at a time, far below any canvas (Safari: 16.7 megapixels) or texture limit. */
const PIECE_PIXELS = 2 * 1024 * 1024;

/** Cuts a box into pieces no side of which exceeds `maxSide`, in rows from the top. */
export function piecesOf(box: PixelBox, maxSide: number): PixelBox[] {
  const width = Math.min(box.width, maxSide);
  const height = Math.max(1, Math.min(box.height, maxSide, Math.floor(PIECE_PIXELS / width)));
  const pieces: PixelBox[] = [];
  for (let y = box.y; y < box.y + box.height; y += height)
    for (let x = box.x; x < box.x + box.width; x += width)
      pieces.push({
        x,
        y,
        width: Math.min(width, box.x + box.width - x),
        height: Math.min(height, box.y + box.height - y),
      });
  return pieces;
}

/**
 * Reads a box piece by piece and lets the page breathe between two.
 * Throws RangeError, in words, when the browser has no memory for all of it.
 */
export async function readPieces(
  box: PixelBox,
  maxSide: number,
  readPiece: (piece: PixelBox) => Uint8ClampedArray<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<Pixels> {
  signal?.throwIfAborted();
  const pieces = piecesOf(box, maxSide);
  const [only] = pieces;
  if (only && pieces.length === 1) return { width: box.width, height: box.height, rgba: readPiece(only) };

  const rgba = allocate(box);
  for (const piece of pieces) {
    const part = readPiece(piece);
    for (let row = 0; row < piece.height; row += 1) {
      const line = part.subarray(row * piece.width * 4, (row + 1) * piece.width * 4);
      rgba.set(line, ((piece.y - box.y + row) * box.width + (piece.x - box.x)) * 4);
    }
    await breath();
    signal?.throwIfAborted();
  }
  return { width: box.width, height: box.height, rgba };
}

function allocate({ width, height }: PixelBox): Uint8ClampedArray<ArrayBuffer> {
  try {
    return new Uint8ClampedArray(width * height * 4);
  } catch (cause) {
    const megabytes = Math.ceil((width * height * 4) / 1e6).toLocaleString('en-US');
    throw new RangeError(
      `A crop of ${width} × ${height} px needs ${megabytes} MB of memory, which the browser did not give. Cut a smaller part.`,
      { cause },
    );
  }
}

/** Between two pieces the page answers the person. */
export function breath(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 0);
  });
}
