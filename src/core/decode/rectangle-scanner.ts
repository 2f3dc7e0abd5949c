import { LARGEST_COORDINATE } from './coordinate.ts';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const OPEN = 91;
const CLOSE = 93;
/** No byte of any list. */
const END = 255;

/** Up to this many digits an integer is exact in a double, and so is a quotient by a power of ten up to 10^22. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * `[[n, n, n, n], ...]` straight from bytes to columns: 4 numbers a rectangle, in the order received.
 *
 * null for anything else, however close: then JSON.parse has the word, and both give the same numbers to the last bit.
 * Reads no text and makes no object per rectangle, which is what makes a million of them quick.
 */
export function scanRectangles(bytes: Uint8Array): Float64Array<ArrayBuffer> | null {
  const count = countOf(bytes, OPEN) - 1;
  if (count < 0) return null;
  const numbers = new Float64Array(count * 4);
  let at = afterSpace(bytes, 0);
  if (bytes[at] !== OPEN) return null;
  at = afterSpace(bytes, at + 1);
  for (let row = 0; row < count; row += 1) {
    if (bytes[at] !== OPEN) return null;
    for (let column = 0; column < 4; column += 1) {
      at = readNumber(bytes, afterSpace(bytes, at + 1), numbers, row * 4 + column);
      if (at < 0) return null;
      at = afterSpace(bytes, at);
      if (bytes[at] !== (column < 3 ? COMMA : CLOSE)) return null;
    }
    at = afterSpace(bytes, at + 1);
    if (row < count - 1) {
      if (bytes[at] !== COMMA) return null;
      at = afterSpace(bytes, at + 1);
    }
  }
  return bytes[at] === CLOSE && afterSpace(bytes, at + 1) === bytes.length ? numbers : null;
}

function countOf(bytes: Uint8Array, wanted: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === wanted) count += 1;
  return count;
}

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  // One comparison is enough for nearly every byte: white space is the lowest there is.
  for (let byte = bytes[at] ?? END; byte <= SPACE; byte = bytes[at] ?? END) {
    if (byte !== SPACE && byte !== LINE_FEED && byte !== CARRIAGE_RETURN && byte !== TAB) return at;
    at += 1;
  }
  return at;
}

/**
 * Index behind the number, or -1. JSON's grammar: no plus sign, no leading zero, digits on both sides of a point.
 * Whole numbers, which nearly all are, are done in one loop.
 */
function readNumber(bytes: Uint8Array, from: number, into: Float64Array, slot: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at += 1;
  const first = at;
  let value = 0;
  let byte = bytes[at] ?? 0;
  while (byte >= ZERO && byte <= NINE) {
    value = value * 10 + (byte - ZERO);
    at += 1;
    byte = bytes[at] ?? 0;
  }
  const digits = at - first;
  const plain = byte === COMMA || byte === CLOSE || byte === SPACE;
  if (!plain || digits === 0 || digits > EXACT_DIGITS || (digits > 1 && bytes[first] === ZERO)) {
    return readAnyNumber(bytes, first, negative, into, slot);
  }
  into[slot] = negative ? -value : value;
  return at;
}

/** The same for decimals, exponents and long numbers; `from` stands behind the sign. */
function readAnyNumber(bytes: Uint8Array, from: number, negative: boolean, into: Float64Array, slot: number): number {
  let at = from;
  const whole = at;
  let mantissa = 0;
  let digit = (bytes[at] ?? 0) - ZERO;
  if (digit < 0 || digit > 9) return -1;
  while (digit >= 0 && digit <= 9) {
    mantissa = mantissa * 10 + digit;
    at += 1;
    digit = (bytes[at] ?? 0) - ZERO;
  }
  let digits = at - whole;
  if (digits > 1 && bytes[whole] === ZERO) return -1;

  let decimals = 0;
  if (bytes[at] === POINT) {
    const point = at;
    at += 1;
    digit = (bytes[at] ?? 0) - ZERO;
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      at += 1;
      digit = (bytes[at] ?? 0) - ZERO;
    }
    decimals = at - point - 1;
    if (decimals === 0) return -1;
    digits += decimals;
  }

  const end = exponentEnd(bytes, at);
  if (end < 0) return -1;
  const exact = end === at && digits <= EXACT_DIGITS;
  const size = exact ? mantissa / (POWERS_OF_TEN[decimals] ?? 1) : Number(asciiOf(bytes, whole, end));
  if (!(size <= LARGEST_COORDINATE)) return -1;
  into[slot] = negative ? -size : size;
  return end;
}

/** Index behind an exponent at `at`; `at` when there is none; -1 when it is not well formed. */
function exponentEnd(bytes: Uint8Array, from: number): number {
  if ((bytes[from] ?? 0) !== 101 && bytes[from] !== 69) return from;
  let at = from + 1;
  if (bytes[at] === PLUS || bytes[at] === MINUS) at += 1;
  const first = at;
  for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] ?? 0) - ZERO) at += 1;
  return at > first ? at : -1;
}

function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}
