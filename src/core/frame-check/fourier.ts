/** Complex numbers, row after row; both sides are powers of two. */
export interface Plane {
  readonly columns: number;
  readonly rows: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function planeOf(columns: number, rows: number): Plane {
  return { columns, rows, re: new Float64Array(columns * rows), im: new Float64Array(columns * rows) };
}

/** In place, and back with `inverse` (without dividing): rows, then columns. Cooley and Tukey 1965, radix 2. */
export function transform({ columns, rows, re, im }: Plane, inverse = false): void {
  const along = turnsOf(columns, inverse);
  for (let row = 0; row < rows; row += 1) line(re, im, row * columns, columns, along);
  const down = turnsOf(rows, inverse);
  // Columns are copied out and back: strides through a large plane miss the cache at every step.
  const columnRe = new Float64Array(rows);
  const columnIm = new Float64Array(rows);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      columnRe[row] = re[row * columns + column] ?? 0;
      columnIm[row] = im[row * columns + column] ?? 0;
    }
    line(columnRe, columnIm, 0, rows, down);
    for (let row = 0; row < rows; row += 1) {
      re[row * columns + column] = columnRe[row] ?? 0;
      im[row * columns + column] = columnIm[row] ?? 0;
    }
  }
}

/** One plane times the other's conjugate, into the first: the spectrum of their cross-correlation. */
export function correlate(one: Plane, other: Plane): void {
  for (let at = 0; at < one.re.length; at += 1) {
    const [a, b] = [one.re[at] ?? 0, one.im[at] ?? 0];
    const [c, d] = [other.re[at] ?? 0, other.im[at] ?? 0];
    one.re[at] = a * c + b * d;
    one.im[at] = b * c - a * d;
  }
}

interface Turns {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function turnsOf(size: number, inverse: boolean): Turns {
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let at = 0; at < size / 2; at += 1) {
    const angle = ((inverse ? 2 : -2) * Math.PI * at) / size;
    cos[at] = Math.cos(angle);
    sin[at] = Math.sin(angle);
  }
  return { cos, sin };
}

function line(re: Float64Array, im: Float64Array, start: number, size: number, { cos, sin }: Turns): void {
  for (let at = 1, to = 0; at < size; at += 1) {
    let bit = size >> 1;
    for (; to & bit; bit >>= 1) to ^= bit;
    to |= bit;
    if (at < to) {
      swap(re, start + at, start + to);
      swap(im, start + at, start + to);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    const stride = size / length;
    for (let from = 0; from < size; from += length) {
      for (let at = 0; at < half; at += 1) {
        const low = start + from + at;
        const high = low + half;
        const c = cos[at * stride] ?? 1;
        const s = sin[at * stride] ?? 0;
        const hr = re[high] ?? 0;
        const hi = im[high] ?? 0;
        const tr = hr * c - hi * s;
        const ti = hr * s + hi * c;
        const lr = re[low] ?? 0;
        const li = im[low] ?? 0;
        re[high] = lr - tr;
        im[high] = li - ti;
        re[low] = lr + tr;
        im[low] = li + ti;
      }
    }
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = kept;
}
