import form from '../../../public/samples/form.json' with { type: 'json' };
import { type InkMap, inkMap } from '../../../src/core/frame-check/ink-map.ts';
import { type Affine, applyAffine, invertAffine } from '../../../src/core/geometry/affine.ts';
import type { Size } from '../../../src/core/geometry/space.ts';

export type Box = readonly [number, number, number, number];

/** Words drawn as bars, which is all that a detection sees of them. One byte a pixel, 0 black. */
export interface DrawnPage {
  readonly size: Size;
  readonly gray: Uint8Array;
  readonly boxes: readonly Box[];
}

const PAPER = 240;
const INK = 30;

/** Paragraphs of uneven lines and uneven words, with a heading; the same for the same seed. */
export function drawnPage(seed: number, size: Size = { width: 540, height: 700 }): DrawnPage {
  const random = randomOf(seed);
  const gray = new Uint8Array(size.width * size.height).fill(PAPER);
  const boxes: Box[] = [];
  const [left, right] = [40 + random() * 40, size.width - 40 - random() * 60];
  const high = 11 + Math.floor(random() * 6);
  for (let y = 40 + random() * 50; y + 2 * high < size.height - 40; y += high * (random() < 0.2 ? 3 : 1.7)) {
    const end = random() < 0.25 ? left + (right - left) * (0.2 + random() * 0.6) : right;
    for (let x = left + (random() < 0.2 ? 24 : 0); ;) {
      const wide = 14 + random() * 60;
      if (x + wide > end) break;
      boxes.push(word(gray, size.width, random, Math.round(x), Math.round(y), Math.round(wide), high));
      x += wide + 7 + random() * 4;
    }
  }
  return { size, gray, boxes };
}

/** The fields of the built-in form at half its size: written in bars as long as their texts, a label above each, one empty. */
export function drawnForm(seed: number): DrawnPage {
  const random = randomOf(seed);
  const size = { width: form.image.width / 2, height: form.image.height / 2 };
  const gray = new Uint8Array(size.width * size.height).fill(PAPER);
  const boxes = form.regions.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]): Box => [x1 / 2, y1 / 2, x2 / 2, y2 / 2]);
  boxes.forEach(([x1, y1, x2], at) => {
    const left = Math.round(x1) + 4;
    word(gray, size.width, random, left, Math.round(y1) - 9, 50 + Math.round(random() * 30), 6);
    const wide = Math.min((form.texts[at]?.length ?? 0) * 9, x2 - x1 - 8);
    if (wide > 0) word(gray, size.width, random, left, Math.round(y1) + 6, Math.round(wide), 12);
  });
  return { size, gray, boxes };
}

/** The page as a picture of `size` shows it, where `by` leads from the page to the picture. */
export function shownBy({ gray, size: { width, height } }: DrawnPage, by: Affine, size: Size): Uint8Array {
  const back = invertAffine(by);
  const shown = new Uint8Array(size.width * size.height).fill(PAPER);
  if (!back) return shown;
  for (let at = 0; at < shown.length; at += 1) {
    const { x, y } = applyAffine<'received'>(back, (at % size.width) + 0.5, Math.floor(at / size.width) + 0.5);
    if (x >= 0 && y >= 0 && x < width && y < height) shown[at] = gray[Math.floor(y) * width + Math.floor(x)] ?? PAPER;
  }
  return shown;
}

export function mapOf(gray: Uint8Array, { width, height }: Size): InkMap {
  return inkMap(gray, width, height);
}

export function numbersOf(boxes: readonly Box[]): Float64Array {
  return Float64Array.from(boxes.flat());
}

export function randomOf(seed: number): () => number {
  let state = seed * 7919 + 17;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function word(
  gray: Uint8Array,
  width: number,
  random: () => number,
  x: number,
  y: number,
  wide: number,
  high: number,
): Box {
  for (let pen = x; pen + 3 <= x + wide; pen += 5) {
    const top = y + (random() < 0.6 ? Math.round(high * 0.3) : 0);
    for (let row = top; row < y + high; row += 1) gray.fill(INK, row * width + pen, row * width + pen + 3);
  }
  return [x, y, x + wide, y + high];
}
