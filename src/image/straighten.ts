import type { Straightening } from '../core/export/straight-cut.ts';
import type { Pixels } from './image-source.ts';
import { breath } from './pieces.ts';

/** Some milliseconds of work. */
const PIXELS_A_TURN = 65_536;

/**
 * The crop that lies slanted in `from`. Cubic convolution over four by four pixels (Keys 1981, a = -0.5: Catmull-Rom, what Pillow calls
 * bicubic) of the numbers as they are stored, not of light: strokes keep their weight. Colours count by their alpha. At the edge of
 * `from` its last pixels go on; a pixel whose middle lies beyond is see-through.
 */
export function straighten(from: Pixels, by: Straightening): Pixels {
  const to = new Uint8ClampedArray(by.width * by.height * 4);
  fillRows(to, from, by, 0, by.height);
  return { width: by.width, height: by.height, rgba: to };
}

/** The same where a person waits: the page answers in between. @throws the signal's reason when aborted */
export async function straightenInTurns(from: Pixels, by: Straightening, signal?: AbortSignal): Promise<Pixels> {
  const to = new Uint8ClampedArray(by.width * by.height * 4);
  const rows = Math.max(1, Math.floor(PIXELS_A_TURN / by.width));
  for (let row = 0; row < by.height; row += rows) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, for the page's sake
    if (row > 0) await breath();
    signal?.throwIfAborted();
    fillRows(to, from, by, row, Math.min(row + rows, by.height));
  }
  return { width: by.width, height: by.height, rgba: to };
}

function fillRows(to: Uint8ClampedArray, from: Pixels, by: Straightening, first: number, end: number): void {
  const { width, height, rgba } = from;
  const { a, b, c, d, e, f } = by.toPixels;
  const right = width - 1;
  const bottom = height - 1;
  for (let row = first; row < end; row += 1) {
    let at = row * by.width * 4;
    for (let column = 0; column < by.width; column += 1, at += 4) {
      const x = a * (column + 0.5) + c * (row + 0.5) + e;
      const y = b * (column + 0.5) + d * (row + 0.5) + f;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const left = Math.floor(x - 0.5);
      const top = Math.floor(y - 0.5);
      const nearX = x - 0.5 - left;
      const nearY = y - 0.5 - top;
      const column0 = Math.max(left - 1, 0) * 4;
      const column1 = Math.max(left, 0) * 4;
      const column2 = Math.min(left + 1, right) * 4;
      const column3 = Math.min(left + 2, right) * 4;
      const weight0 = outer(nearX);
      const weight1 = inner(nearX);
      const weight2 = inner(1 - nearX);
      const weight3 = outer(1 - nearX);
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let line = 0; line < 4; line += 1) {
        const start = Math.min(Math.max(top - 1 + line, 0), bottom) * width * 4;
        const down =
          line === 0 ? outer(nearY) : line === 1 ? inner(nearY) : line === 2 ? inner(1 - nearY) : outer(1 - nearY);
        const at0 = start + column0;
        const at1 = start + column1;
        const at2 = start + column2;
        const at3 = start + column3;
        const alpha0 = weight0 * (rgba[at0 + 3] ?? 0);
        const alpha1 = weight1 * (rgba[at1 + 3] ?? 0);
        const alpha2 = weight2 * (rgba[at2 + 3] ?? 0);
        const alpha3 = weight3 * (rgba[at3 + 3] ?? 0);
        red +=
          down *
          (alpha0 * (rgba[at0] ?? 0) +
            alpha1 * (rgba[at1] ?? 0) +
            alpha2 * (rgba[at2] ?? 0) +
            alpha3 * (rgba[at3] ?? 0));
        green +=
          down *
          (alpha0 * (rgba[at0 + 1] ?? 0) +
            alpha1 * (rgba[at1 + 1] ?? 0) +
            alpha2 * (rgba[at2 + 1] ?? 0) +
            alpha3 * (rgba[at3 + 1] ?? 0));
        blue +=
          down *
          (alpha0 * (rgba[at0 + 2] ?? 0) +
            alpha1 * (rgba[at1 + 2] ?? 0) +
            alpha2 * (rgba[at2 + 2] ?? 0) +
            alpha3 * (rgba[at3 + 2] ?? 0));
        alpha += down * (alpha0 + alpha1 + alpha2 + alpha3);
      }
      if (alpha < 0.5) continue;
      // The array rounds, and cuts off what overshoots.
      to[at] = red / alpha;
      to[at + 1] = green / alpha;
      to[at + 2] = blue / alpha;
      to[at + 3] = alpha;
    }
  }
}

/** Weight of one of the two nearest pixels of four in a row, `t` of a pixel away. */
function inner(t: number): number {
  return (1.5 * t - 2.5) * t * t + 1;
}

/** Weight of the pixel beyond the one that is `t` away. */
function outer(t: number): number {
  return ((-0.5 * t + 1) * t - 0.5) * t;
}
