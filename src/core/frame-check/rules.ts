import { type InkMap, inkMapOf, isInk } from './ink-map.ts';

/** Of the shorter side of the page: strokes at least so long are lines of a table or a form, not of a letter. */
const LONG = 1 / 22;
/** Pixels of the map; what is thicker is a picture. */
const THICK = 5;

/** The ink without the lines of tables, forms and columns: they stand round text and not in it, just where paper is looked for. */
export function withoutRules(map: InkMap): InkMap {
  const { width, height } = map;
  const marks = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) marks[at] = isInk(map, x, y) ? 1 : 0;
  }
  const kept = marks.slice();
  const long = Math.max(24, Math.round(Math.min(width, height) * LONG));
  for (let y = 0; y < height; y += 1) erase(marks, kept, y * width, 1, width, width, long, y, height);
  for (let x = 0; x < width; x += 1) erase(marks, kept, x, width, height, 1, long, x, width);
  return inkMapOf(kept, width, height);
}

/** Long runs along one line of pixels, where few pixels across are ink. `line` of `lines`, which are `across` apart. */
function erase(
  marks: Uint8Array,
  kept: Uint8Array,
  start: number,
  along: number,
  length: number,
  across: number,
  long: number,
  line: number,
  lines: number,
): void {
  for (let from = 0; from < length; from += 1) {
    if (marks[start + from * along] !== 1) continue;
    let to = from;
    while (to < length && marks[start + to * along] === 1) to += 1;
    if (to - from >= long) {
      for (let at = from; at < to; at += 1) {
        const pixel = start + at * along;
        if (thickness(marks, pixel, across, line, lines) <= THICK) kept[pixel] = 0;
      }
    }
    from = to;
  }
}

function thickness(marks: Uint8Array, pixel: number, across: number, line: number, lines: number): number {
  let thick = 1;
  for (let by = 1; by <= THICK && line - by >= 0 && marks[pixel - by * across] === 1; by += 1) thick += 1;
  for (let by = 1; by <= THICK && line + by < lines && marks[pixel + by * across] === 1; by += 1) thick += 1;
  return thick;
}
