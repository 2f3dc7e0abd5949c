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

/** Up to this many digits a whole number cannot be beyond `LARGEST_COORDINATE`, and need not be compared with it. */
const SHORT_DIGITS = 7;
/** How many rectangles there will be is guessed from so many bytes: counting brackets costs more than reading numbers. */
const GUESSED_FROM = 4096;

/**
 * `[[n, n, n, n], ...]` straight from bytes to columns: 4 numbers a rectangle, in the order received. Stops behind the first
 * rectangle beyond `most`.
 *
 * null for anything else, however close: then JSON.parse has the word, and both give the same numbers to the last bit.
 * Reads no text and makes no object per rectangle, which is what makes a million of them quick.
 */
export function scanRectangles(bytes: Uint8Array, most: number): Float64Array<ArrayBuffer> | null {
  let at = afterSpace(bytes, 0);
  if (bytes[at] !== OPEN) return null;
  at = afterSpace(bytes, at + 1);
  if (bytes[at] === CLOSE) return afterSpace(bytes, at + 1) === bytes.length ? new Float64Array(0) : null;

  let numbers = new Float64Array(4 * Math.min(guessedCount(bytes), most + 1));
  for (let slot = 0; ; slot += 4) {
    if (slot === numbers.length) numbers = grown(numbers);
    const end = readShort(bytes, at, numbers, slot);
    at = end < 0 ? readRectangle(bytes, at, numbers, slot) : end;
    if (at < 0) return null;
    // Nearly always at once; else behind white space.
    if (bytes[at] !== COMMA) at = afterSpace(bytes, at);
    if (slot === most * 4) return used(numbers, slot + 4);
    if (bytes[at] === CLOSE) return afterSpace(bytes, at + 1) === bytes.length ? used(numbers, slot + 4) : null;
    if (bytes[at] !== COMMA) return null;
    at += 1;
    if (bytes[at] !== OPEN) at = afterSpace(bytes, at);
  }
}

/** Some more than there will be. What of a column is never touched costs no memory. */
function guessedCount(bytes: Uint8Array): number {
  const looked = Math.min(bytes.length, GUESSED_FROM);
  let count = 0;
  for (let at = 0; at < looked; at += 1) if (bytes[at] === CLOSE) count += 1;
  return Math.ceil(((count + 1) / looked) * bytes.length * 1.05) + 1;
}

/** A view while the guess was good: copying a million rectangles takes as long as reading a third of them. */
function used(numbers: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  return length * 1.2 < numbers.length ? numbers.slice(0, length) : numbers.subarray(0, length);
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

/**
 * `[12,345,67,890]` as nearly all rectangles are written: short whole numbers and no white space. Index behind it, or -1 for
 * anything else. One loop for all of it: a call per number costs more than reading it.
 */
function readShort(bytes: Uint8Array, from: number, into: Float64Array, slot: number): number {
  if (bytes[from] !== OPEN) return -1;
  let at = from + 1;
  for (let column = 0; column < 4; column += 1) {
    const first = at;
    let value = (bytes[at] ?? 0) - ZERO;
    if (value < 0 || value > 9) return -1;
    at += 1;
    let digit = (bytes[at] ?? 0) - ZERO;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      at += 1;
      digit = (bytes[at] ?? 0) - ZERO;
    }
    const digits = at - first;
    if (digits > 1 && (digits > SHORT_DIGITS || bytes[first] === ZERO)) return -1;
    if (bytes[at] !== (column < 3 ? COMMA : CLOSE)) return -1;
    into[slot + column] = value;
    at += 1;
  }
  return at;
}

/** Any rectangle of JSON numbers, white space included; -1 when it is none. */
function readRectangle(bytes: Uint8Array, from: number, into: Float64Array, slot: number): number {
  let at = from;
  if (bytes[at] !== OPEN) return -1;
  for (let column = 0; column < 4; column += 1) {
    at = readNumber(bytes, afterSpace(bytes, at + 1), into, slot + column);
    if (at < 0) return -1;
    at = afterSpace(bytes, at);
    if (bytes[at] !== (column < 3 ? COMMA : CLOSE)) return -1;
  }
  return at + 1;
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
  if (value > LARGEST_COORDINATE) return readAnyNumber(bytes, first, negative, into, slot);
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
