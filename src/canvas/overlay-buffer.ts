import { BadgeList } from '../core/paint/badge-list.ts';
import type { Sheet } from '../core/paint/sheet.ts';
import type { SliceTarget } from '../core/paint/slices.ts';

/** A canvas may have so many times the pixels that it needs. */
const MOST_SPARE = 4;

/** A canvas that is painted once and drawn in many frames. Whoever makes it disposes of it; it can be used again then. */
export class OverlayBuffer {
  readonly badges = new BadgeList();
  sheet: Sheet | null = null;
  #context: CanvasRenderingContext2D | null = null;

  /** At least as large as the sheet, which is in its upper left corner. */
  get canvas(): HTMLCanvasElement | null {
    return this.#context?.canvas ?? null;
  }

  /** Clear, and as large as the sheet. `pixels` are written into on the way; there may be more of them than needed. */
  start(sheet: Sheet, pixelRatio: number, pixels: Uint32Array<ArrayBuffer>): SliceTarget {
    this.#context ??= document.createElement('canvas').getContext('2d');
    const context = this.#context;
    if (!context) throw new Error('This browser has no 2D canvas.');
    const [width, height] = [sheet.x2 - sheet.x1, sheet.y2 - sheet.y1];
    this.sheet = sheet;
    makeRoom(context.canvas, width, height);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.scale(pixelRatio, pixelRatio);
    pixels.fill(0, 0, width * height);
    return {
      brush: context,
      sheet: { pixels, width, height },
      put: () => {
        const bytes = new Uint8ClampedArray(pixels.buffer, 0, width * height * 4);
        context.putImageData(new ImageData(bytes, width, height), 0, 0);
      },
    };
  }

  clear(): void {
    this.sheet = null;
    this.badges.clear();
  }

  /** Frees the pixels now, not when the collector comes by. */
  dispose(): void {
    this.clear();
    if (!this.#context) return;
    this.#context.canvas.width = 0;
    this.#context.canvas.height = 0;
    this.#context = null;
  }
}

/** A canvas that is large enough stays as it is: another size is new memory, and while zooming each piece has another size. */
function makeRoom(canvas: HTMLCanvasElement, width: number, height: number): void {
  const tooLarge = canvas.width * canvas.height > MOST_SPARE * width * height;
  if (canvas.width >= width && canvas.height >= height && !tooLarge) return;
  canvas.width = width;
  canvas.height = height;
}
