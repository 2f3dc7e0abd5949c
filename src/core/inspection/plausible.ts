import type { Inspection } from './inspection.ts';
import { columnsOf, type PackedTexts } from './packed-texts.ts';
import { hasFlag, orderedRect } from './region-table.ts';

/**
 * How long texts are and how much room boxes have, as logarithms: what is twice too long is as odd for a word as for a page.
 * Says nothing of any language: characters are counted, those of East Asia as two.
 */
export interface Measures {
  /** Per text: log of its characters; NaN without any. */
  readonly length: Float32Array;
  /** Per text: log of its lines. */
  readonly lines: Float32Array;
  /** Per row: log of width by height, and of width in received pixels; NaN for what has no area. */
  readonly aspect: Float32Array;
  readonly width: Float32Array;
  readonly height: Float32Array;
}

/** More of one text tells nothing new. */
const MOST_UNITS = 10_000;
const LINE_END = 10;

export function emptyMeasures({ regions, texts }: Inspection): Measures {
  return {
    length: column(texts.length),
    lines: column(texts.length),
    aspect: column(regions.count),
    width: column(regions.count),
    height: column(regions.count),
  };
}

function column(count: number): Float32Array {
  return new Float32Array(count).fill(NaN);
}

/** Fills in the texts and the rows from `first` to before `end`, where there are so many. */
export function measure(into: Measures, inspection: Inspection, first: number, end: number): void {
  const columns = columnsFor(inspection);
  for (let text = first; text < Math.min(end, columns.count); text += 1) measureText(into, columns, text);
  for (let row = first; row < Math.min(end, inspection.regions.count); row += 1) {
    if (hasFlag(inspection.regions, row, 'refused') || hasFlag(inspection.regions, row, 'noArea')) continue;
    const { x1, y1, x2, y2 } = orderedRect(inspection.regions, row);
    into.width[row] = Math.log(x2 - x1);
    into.height[row] = Math.log(y2 - y1);
    into.aspect[row] = (into.width[row] ?? NaN) - (into.height[row] ?? NaN);
  }
}

const packed = new WeakMap<Inspection['texts'], PackedTexts>();

/** Texts in a plain array are few, and packed once. */
function columnsFor({ texts }: Inspection): PackedTexts {
  const known = packed.get(texts);
  if (known) return known;
  const columns = columnsOf(texts);
  packed.set(texts, columns);
  return columns;
}

function measureText(into: Measures, { units, starts }: PackedTexts, text: number): void {
  const [from, to] = [starts[text] ?? 0, starts[text + 1] ?? 0];
  const until = Math.min(to, from + MOST_UNITS);
  let length = 0;
  let lines = 0;
  let onLine = false;
  for (let at = from; at < until; at += 1) {
    const unit = units[at] ?? 0;
    if (unit === LINE_END) onLine = false;
    else if (unit > 32) {
      if (!onLine) lines += 1;
      onLine = true;
      length += widthOf(unit);
    } else if (onLine) length += unit === 32 ? 1 : 0;
  }
  if (length === 0) return;
  const whole = Math.log((to - from) / (until - from));
  into.length[text] = Math.log(length) + whole;
  into.lines[text] = Math.log(lines) + whole;
}

/** In Latin letters. Of a surrogate pair the first half counts, marks over and under letters count nothing. */
function widthOf(unit: number): number {
  if (unit < 0x300) return 1;
  if (unit < 0x370 || (unit >= 0x200b && unit <= 0x200f)) return 0;
  if (unit < 0x1100) return 1;
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  const wide = unit <= 0x115f || (unit >= 0x2e80 && unit <= 0xdbff) || (unit >= 0xf900 && unit <= 0xfaff);
  return wide || (unit >= 0xff01 && unit <= 0xff60) ? 2 : 1;
}
