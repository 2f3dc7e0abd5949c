import type { Affine } from '../geometry/affine.ts';
import { coveredBy } from './covered.ts';
import { cutRuns, type InkGroup, groupOf, groupsOf } from './ink-groups.ts';
import { MOST_MISSED } from './ink-report.ts';
import type { TextInk } from './text-ink.ts';

/** All of letters. A gap between two words of a line, ... */
const WORD_GAP = 1.6;
/** ... and one between a letter and its accent or dot; less than between lines. */
const ACCENT_GAP = 0.3;
const MOST_GROW = 0.5;
/** A dot of this side is dust. */
const DUST = 0.5;
/** Thinner is no letter. */
const THIN = 0.3;
/** Longer than high by this, and solid or lower than small print: a line. */
const LINE = 10;
const LOW = 0.45;
const SOLID = 0.75;
/** Share of the page: a group at its edge that is no deeper, and longer along it than deep, is the edge of a scan. */
const EDGE = 0.06;
/** What is wider and higher is no line of text, and with this share of ink a picture. */
const PICTURE = 8;
const DENSE = 0.25;
/** Share of a picture that regions may lie over: a stamp on a photograph does not cut it. */
const OVERLAID = 0.25;

/**
 * Ink that lies in no box, as boxes about the size of words and lines, four numbers each in pixels of the map, the most ink first.
 * Gaps of a line are closed where no region lies in them (run-length smoothing, Wong, Casey and Wahl 1982), and what is
 * connected then is one box. A picture is one box; dust, strokes and the dark edges of a scan are none.
 */
export function missedInk(ink: TextInk, at: Affine, received: Float64Array): Float64Array<ArrayBuffer> {
  const { width, height, letter } = ink;
  const covered = coveredBy(ink, at, received, letter * MOST_GROW);
  const free = ink.marks.map((mark, pixel) => (covered[pixel] ? 0 : mark));
  const closed = free.slice();
  closeGaps(closed, covered, wordGap(ink), { lines: height, length: width, next: width, step: 1 });
  closeGaps(closed, covered, accentGap(ink), { lines: width, length: height, next: 1, step: width });

  const groups = groupsOf(closed, width, height, free)
    .flatMap((group) => besideRegions(group, { covered, free, width, letter }))
    .filter((group) => mayBeText(group, ink))
    .toSorted((one, other) => other.ink - one.ink);
  return boxesOf(withoutInner(groups, ink).slice(0, MOST_MISSED));
}

/** Pixels of the map: nothing farther apart is one box because of a gap that was closed. */
export function wordGap({ letter }: Pick<TextInk, 'letter'>): number {
  return Math.max(2, Math.round(letter * WORD_GAP));
}

function accentGap({ letter }: TextInk): number {
  return Math.max(1, Math.round(letter * ACCENT_GAP));
}

interface Walk {
  readonly lines: number;
  readonly length: number;
  /** From one line to the next. */
  readonly next: number;
  /** From one pixel of a line to the next. */
  readonly step: number;
}

/** Fills gaps of at most `most` pixels between two marks of a line, unless a region lies in them. */
function closeGaps(marks: Uint8Array, covered: Uint8Array, most: number, { lines, length, next, step }: Walk): void {
  for (let line = 0; line < lines; line += 1) {
    let last = -1;
    for (let along = 0, at = line * next; along < length; along += 1, at += step) {
      if (covered[at]) last = -1;
      if (!marks[at]) continue;
      if (last >= 0 && along - last <= most + 1)
        for (let gap = at - step; gap > line * next + last * step; gap -= step) marks[gap] = 1;
      last = along;
    }
  }
}

interface Beside {
  readonly covered: Uint8Array;
  readonly free: Uint8Array;
  readonly width: number;
  readonly letter: number;
}

/** What reaches round a region is cut until its boxes lie beside it: half of a box round the region would be wrong. */
function besideRegions(group: InkGroup, beside: Beside): InkGroup[] {
  const { covered, free, width, letter } = beside;
  const { wide, high, area } = measured(group);
  const over = Math.max(wide, high) > wordGap(beside) ? coveredIn(covered, width, group) : 0;
  if (over === 0) return [group];
  if (isPicture(group, letter) && group.ink > DENSE * area && over < OVERLAID * area) return [group];
  const [axis, where] =
    wide >= high ? (['x', group.left + (wide >> 1)] as const) : (['y', group.top + (high >> 1)] as const);
  return cutRuns(group.runs, axis, where)
    .flatMap((runs) => groupOf(runs, free, width) ?? [])
    .flatMap((half) => besideRegions(half, beside));
}

function coveredIn(covered: Uint8Array, width: number, { left, top, right, bottom }: InkGroup): number {
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left; at < y * width + right; at += 1) count += covered[at] ?? 0;
  return count;
}

function mayBeText(group: InkGroup, { letter, width, height }: TextInk): boolean {
  const { wide, high, area } = measured(group);
  const [short, long] = [Math.min(wide, high), Math.max(wide, high)];
  const solid = group.ink > SOLID * area;
  if (long < Math.max(2, letter * DUST) || short < letter * THIN || group.ink < 3) return false;
  if (long > short * LINE && (solid || short < letter * LOW)) return false;
  const atSide = group.left <= 1 || group.right >= width - 1;
  const atEnd = group.top <= 1 || group.bottom >= height - 1;
  if (atSide && wide < width * EDGE && (high > wide || atEnd)) return false;
  // Text that is cut off lies along these edges, too, but is not solid.
  return !(atEnd && high < height * EDGE && wide > high && solid);
}

function measured({ left, top, right, bottom }: InkGroup) {
  const wide = right - left;
  const high = bottom - top;
  return { wide, high, area: wide * high };
}

function isPicture(group: InkGroup, letter: number): boolean {
  const { wide, high } = measured(group);
  return Math.min(wide, high) > letter * PICTURE;
}

/** Without those whose middle lies in a picture: what stands in it is part of it. */
function withoutInner(groups: readonly InkGroup[], { letter }: TextInk): InkGroup[] {
  const pictures = groups.filter((group) => isPicture(group, letter));
  return groups.filter((group) => {
    const x = (group.left + group.right) / 2;
    const y = (group.top + group.bottom) / 2;
    return !pictures.some(
      (picture) =>
        picture !== group &&
        picture.ink >= group.ink &&
        x > picture.left &&
        x < picture.right &&
        y > picture.top &&
        y < picture.bottom,
    );
  });
}

function boxesOf(groups: readonly InkGroup[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(groups.flatMap(({ left, top, right, bottom }) => [left, top, right, bottom]));
}
