/**
 * Pixels. A JPEG has 65,535 a side, a canvas less and the longest scroll that is scanned in one piece about a million. One entry
 * beyond this would make the page so long that at Fit nothing else is seen.
 */
export const LARGEST_COORDINATE = 10_000_000;

const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SHOWN_CHARACTERS = 40;

export type Coordinate =
  | { readonly value: number; readonly fromText: boolean }
  | { readonly value: null; readonly what: string };

/** One coordinate of a received entry: a number, or a number that came as a text ("12"). */
export function readCoordinate(received: unknown): Coordinate {
  if (typeof received === 'number') return checked(received, false, received);
  if (typeof received !== 'string') return { value: null, what: `is ${describe(received)}` };
  const numeral = received.trim();
  if (!NUMERAL.test(numeral)) return { value: null, what: `is ${describe(received)}, which is not a number` };
  return checked(Number(numeral), true, received);
}

export function isNumberLike(received: unknown): boolean {
  if (typeof received !== 'string') return typeof received === 'number';
  // Most texts begin with a letter: a list of four million NaN is looked through by this.
  const first = received.charCodeAt(0);
  return !(first > 57 && first < 128) && NUMERAL.test(received.trim());
}

/** A received value in a few words, never longer than a line. */
export function describe(received: unknown): string {
  if (received === null || received === undefined) return 'null';
  if (Array.isArray(received)) return received.length === 0 ? 'an empty list' : 'a list';
  if (typeof received === 'object') return 'an object';
  const shown = JSON.stringify(received) ?? 'a value that JSON does not have';
  return shown.length > SHOWN_CHARACTERS ? `${shown.slice(0, SHOWN_CHARACTERS)}...` : shown;
}

function checked(value: number, fromText: boolean, received: unknown): Coordinate {
  if (Math.abs(value) <= LARGEST_COORDINATE) return { value, fromText };
  const shown = typeof received === 'string' ? describe(received) : String(received);
  return { value: null, what: `is ${shown}, which is too large to be a pixel` };
}
