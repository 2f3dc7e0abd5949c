import { AS_RECEIVED, type FrameSetting } from './frame-setting.ts';
import type { Orientation } from './orientation.ts';

/** The eight ways of putting a page on a table, in the order in which they are offered. Mirrored is left to right unless it says otherwise, and comes first. */
export const TURN_WORDS: readonly (readonly [Orientation, string])[] = [
  [1, 'as received'],
  [6, 'turned 90° clockwise'],
  [3, 'turned 180°'],
  [8, 'turned 90° anticlockwise'],
  [2, 'mirrored left to right'],
  [4, 'mirrored top to bottom'],
  [5, 'mirrored and turned 90° anticlockwise'],
  [7, 'mirrored and turned 90° clockwise'],
];

/** `scaled by 0.5, turned 90° clockwise, moved 12 px right and 3 px up`, in the order in which it is applied. */
export function settingInWords({ scaleX, scaleY, orientation, degrees, x, y }: FrameSetting): string {
  const parts = [scaleInWords(scaleX, scaleY), turnInWords(orientation), angleInWords(degrees), moveInWords(x, y)];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? 'as received' : said.join(', ');
}

/** As few digits as tell two settings apart that a person can see apart. */
export function numberInWords(value: number, decimals: number): string {
  // Adding 0 turns -0 into 0.
  return String(Number(value.toFixed(decimals)) + 0);
}

function scaleInWords(scaleX: number, scaleY: number): string | null {
  const [wide, high] = [factorInWords(scaleX), factorInWords(scaleY)];
  if (wide !== high) return `scaled by ${wide} wide and ${high} high`;
  return scaleX === AS_RECEIVED.scaleX && scaleY === AS_RECEIVED.scaleY ? null : `scaled by ${wide}`;
}

/** Three digits, as many as the ink can tell: 2.0007 is `2`. More where they would say that nothing is scaled. */
function factorInWords(factor: number): string {
  const words = [3, 4, 5, 6].map((digits) => String(Number(factor.toPrecision(digits))));
  return (factor === 1 ? '1' : words.find((one) => one !== '1')) ?? 'almost 1';
}

function turnInWords(orientation: Orientation): string | null {
  if (orientation === AS_RECEIVED.orientation) return null;
  return TURN_WORDS.find(([one]) => one === orientation)?.[1] ?? null;
}

function angleInWords(degrees: number): string | null {
  if (degrees === 0) return null;
  return `turned ${atLeast(degrees, 1)}° ${degrees > 0 ? 'clockwise' : 'anticlockwise'}`;
}

function moveInWords(x: number, y: number): string | null {
  const ways = [
    x !== 0 && `${atLeast(x, 1)} px ${x > 0 ? 'right' : 'left'}`,
    y !== 0 && `${atLeast(y, 1)} px ${y > 0 ? 'down' : 'up'}`,
  ].filter((way) => way !== false);
  return ways.length === 0 ? null : `moved ${ways.join(' and ')}`;
}

/** Something that is there is never said to be nothing. */
function atLeast(value: number, decimals: number): string {
  const words = numberInWords(Math.abs(value), decimals);
  return words === '0' ? `under ${numberInWords(10 ** -decimals, decimals)}` : words;
}
