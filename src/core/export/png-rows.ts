/** Bytes of a pixel. */
const PIXEL = 4;
/** PNG specification, 9.2. Average seldom wins, and costs as much as the others. */
const [NONE, SUB, UP, PAETH] = [0, 1, 2, 4];

/** Filters rows of RGBA for a PNG, band by band: each knows the row above it. */
export class PngRows {
  readonly #stride: number;
  #above: Uint8Array;
  readonly #tries: readonly { readonly filter: number; readonly bytes: Uint8Array }[];

  constructor(width: number) {
    this.#stride = width * PIXEL;
    this.#above = new Uint8Array(this.#stride);
    this.#tries = [NONE, SUB, UP, PAETH].map((filter) => ({ filter, bytes: new Uint8Array(this.#stride) }));
  }

  /** Whole rows, each with the byte of its filter before it. */
  filtered(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
    const stride = this.#stride;
    const rows = rgba.length / stride;
    const filtered = new Uint8Array(rows * (stride + 1));
    for (let row = 0; row < rows; row += 1) {
      const line = new Uint8Array(rgba.buffer, rgba.byteOffset + row * stride, stride);
      const best = this.#best(line);
      filtered[row * (stride + 1)] = best.filter;
      filtered.set(best.bytes, row * (stride + 1) + 1);
      this.#above = line;
    }
    // The band is its owner's again.
    this.#above = this.#above.slice();
    return filtered;
  }

  /** The one whose bytes are smallest in sum, as the specification advises (12.7). */
  #best(line: Uint8Array) {
    const above = this.#above;
    let [best] = this.#tries;
    let least = Infinity;
    for (const one of this.#tries) {
      const sum = FILTERS[one.filter]?.(line, above, one.bytes) ?? Infinity;
      if (sum >= least) continue;
      least = sum;
      best = one;
    }
    if (!best) throw new RangeError('No filter of a PNG fits.');
    return best;
  }
}

/** Each writes what is left of a line, and gives the sum of it, taken as numbers from -128 to 127 without their sign. */
const FILTERS: Readonly<Record<number, (line: Uint8Array, above: Uint8Array, into: Uint8Array) => number>> = {
  [NONE]: (line, _above, into) => {
    into.set(line);
    let sum = 0;
    for (let at = 0; at < line.length; at += 1) sum += SIZE[line[at] ?? 0] ?? 0;
    return sum;
  },
  [SUB]: (line, _above, into) => {
    let sum = 0;
    for (let at = 0; at < line.length; at += 1) {
      const rest = ((line[at] ?? 0) - (at < PIXEL ? 0 : (line[at - PIXEL] ?? 0))) & 255;
      into[at] = rest;
      sum += SIZE[rest] ?? 0;
    }
    return sum;
  },
  [UP]: (line, above, into) => {
    let sum = 0;
    for (let at = 0; at < line.length; at += 1) {
      const rest = ((line[at] ?? 0) - (above[at] ?? 0)) & 255;
      into[at] = rest;
      sum += SIZE[rest] ?? 0;
    }
    return sum;
  },
  [PAETH]: (line, above, into) => {
    let sum = 0;
    for (let at = 0; at < line.length; at += 1) {
      const left = at < PIXEL ? 0 : (line[at - PIXEL] ?? 0);
      const up = above[at] ?? 0;
      const corner = at < PIXEL ? 0 : (above[at - PIXEL] ?? 0);
      const toLeft = Math.abs(up - corner);
      const toUp = Math.abs(left - corner);
      const toCorner = Math.abs(left + up - 2 * corner);
      const near = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      const rest = ((line[at] ?? 0) - near) & 255;
      into[at] = rest;
      sum += SIZE[rest] ?? 0;
    }
    return sum;
  },
};

const SIZE = Uint8Array.from({ length: 256 }, (_, byte) => Math.min(byte, 256 - byte));
