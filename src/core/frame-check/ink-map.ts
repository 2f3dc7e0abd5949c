/**
 * Where there is ink on a page, in pixels of a reduced copy of it, with sums that answer "how much ink is in this box"
 * in a few additions (summed-area table, Crow 1984).
 */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  /** (width + 1) x (height + 1): ink pixels above and left of a corner. */
  readonly sums: Uint32Array;
  readonly ink: number;
}

/** Of the shorter side: how far round a pixel its paper is looked for. */
const WINDOW = 1 / 28;
/** Ink is darker than the paper round it by this share. */
const DARKER = 0.16;
/** And by this many grey levels, so that the grain of dark paper is none. */
const LEAST = 14;

/**
 * `gray`: one byte a pixel, 0 black. Ink is what differs from the mean round it (Bradley and Roth 2007, which needs no
 * even light); on a page that is mostly dark, what is lighter.
 */
export function inkMap(gray: Uint8Array, width: number, height: number): InkMap {
  const dark = isDark(gray);
  const tones = tableOf(gray, width, height, (value) => (dark ? 255 - value : value));
  const reach = Math.max(4, Math.round(Math.min(width, height) * WINDOW));
  const marks = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const at = y * width + x;
      const value = dark ? 255 - (gray[at] ?? 0) : (gray[at] ?? 0);
      const paper = sumIn(tones, width, left, top, right, bottom) / ((right - left) * (bottom - top));
      if (value < paper * (1 - DARKER) && paper - value > LEAST) marks[at] = 1;
    }
  }
  return inkMapOf(withoutSpecks(marks, width, height), width, height);
}

/** `marks`: one byte a pixel, 1 where there is ink. */
export function inkMapOf(marks: Uint8Array, width: number, height: number): InkMap {
  const sums = tableOf(marks, width, height, (value) => value);
  return { width, height, sums, ink: sums[sums.length - 1] ?? 0 };
}

/** Ink pixels in whole-pixel bounds that lie inside the map. */
export function inkIn({ sums, width }: InkMap, left: number, top: number, right: number, bottom: number): number {
  return sumIn(sums, width, left, top, right, bottom);
}

/** Whether there is ink at a pixel. */
export function isInk(map: InkMap, x: number, y: number): boolean {
  return inkIn(map, x, y, x + 1, y + 1) > 0;
}

function sumIn(sums: Uint32Array, width: number, left: number, top: number, right: number, bottom: number): number {
  const row = width + 1;
  return (
    (sums[bottom * row + right] ?? 0) -
    (sums[top * row + right] ?? 0) -
    (sums[bottom * row + left] ?? 0) +
    (sums[top * row + left] ?? 0)
  );
}

function tableOf(values: Uint8Array, width: number, height: number, of: (value: number) => number): Uint32Array {
  const row = width + 1;
  const sums = new Uint32Array(row * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let line = 0;
    for (let x = 0; x < width; x += 1) {
      line += of(values[y * width + x] ?? 0);
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] ?? 0) + line;
    }
  }
  return sums;
}

/** Half of the page is darker than middle grey. */
function isDark(gray: Uint8Array): boolean {
  let dark = 0;
  for (const value of gray) if (value < 110) dark += 1;
  return dark > gray.length / 2;
}

/** Ink that touches no other ink is dust or grain. */
function withoutSpecks(marks: Uint8Array, width: number, height: number): Uint8Array {
  const kept = new Uint8Array(marks.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (marks[at] !== 1) continue;
      const beside =
        (x > 0 && marks[at - 1] === 1 ? 1 : 0) +
        (x + 1 < width && marks[at + 1] === 1 ? 1 : 0) +
        (y > 0 && marks[at - width] === 1 ? 1 : 0) +
        (y + 1 < height && marks[at + width] === 1 ? 1 : 0);
      if (beside > 0) kept[at] = 1;
    }
  }
  return kept;
}
