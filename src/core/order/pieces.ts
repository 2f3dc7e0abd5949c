import { type Boxes, createBoxes } from './boxes.ts';
import { sortedBy } from './sorted-by.ts';

/** Words that stand this close, of the height of the higher one, belong to one piece of a line. */
const WORD_GAP = 0.6;
/** How far middles of words in a line may lie apart, of the higher one: ascenders and commas shift them. */
const OFF_LINE = 0.35;
/** A box higher than this, in lines, is a block of text and joins nothing. Headlines are lower. */
const MOST_LINES = 4;

/** Pieces of lines: words that stand close to each other as one box each. */
export interface Pieces extends Boxes {
  /** Of each piece its first box, and of each box the next one in its piece, from left to right; -1: the end. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/**
 * Joins words to pieces of lines, so that the gaps of a headline are not taken for gutters. A piece is rather too short
 * than too long: two columns must not grow together.
 */
export function piecesOf(boxes: Boxes, unit: number): Pieces {
  const { count, x1, y1, x2, y2 } = boxes;
  const along = sortedBy(x1, y1);
  const pieceOf = new Int32Array(count).fill(-1);
  const first = new Int32Array(count);
  const next = new Int32Array(count).fill(-1);
  let pieces = 0;
  /** Per strip of the page, one line high, the box that came last in it. */
  const strips = new Map<number, number>();
  // Strips are counted from the first box, so that they do not depend on where the page lies.
  const origin = (y1[0] ?? 0) + (y2[0] ?? 0);

  const fits = (before: number, i: number): number => {
    const [ownHeight, itsHeight] = [(y2[i] ?? 0) - (y1[i] ?? 0), (y2[before] ?? 0) - (y1[before] ?? 0)];
    const high = Math.max(ownHeight, itsHeight);
    const gap = (x1[i] ?? 0) - (x2[before] ?? 0);
    const off = Math.abs((y1[i] ?? 0) + (y2[i] ?? 0) - (y1[before] ?? 0) - (y2[before] ?? 0)) / 2;
    const joins =
      high <= unit * MOST_LINES &&
      Math.min(ownHeight, itsHeight) * 2.5 >= high &&
      gap <= high * WORD_GAP &&
      gap >= -high * OFF_LINE &&
      off <= high * OFF_LINE &&
      next[before] === -1;
    return joins ? off : Infinity;
  };

  for (const i of along) {
    const strip = Math.floor(((y1[i] ?? 0) + (y2[i] ?? 0) - origin) / 2 / unit);
    let best = -1;
    let off = Infinity;
    for (let s = strip - 1; s <= strip + 1; s += 1) {
      const before = strips.get(s);
      if (before === undefined) continue;
      const its = fits(before, i);
      if (its < off) [best, off] = [before, its];
    }
    const piece = best < 0 ? pieces : (pieceOf[best] ?? 0);
    if (best < 0) {
      first[piece] = i;
      pieces += 1;
    } else next[best] = i;
    pieceOf[i] = piece;
    strips.set(strip, i);
  }
  return { ...joined(boxes, pieceOf, pieces), first: first.subarray(0, pieces), next };
}

function joined({ count, x1, y1, x2, y2 }: Boxes, pieceOf: Int32Array, pieces: number): Boxes {
  const all = createBoxes(pieces);
  all.x1.fill(Infinity);
  all.y1.fill(Infinity);
  all.x2.fill(-Infinity);
  all.y2.fill(-Infinity);
  for (let i = 0; i < count; i += 1) {
    const piece = pieceOf[i] ?? 0;
    all.x1[piece] = Math.min(all.x1[piece] ?? 0, x1[i] ?? 0);
    all.y1[piece] = Math.min(all.y1[piece] ?? 0, y1[i] ?? 0);
    all.x2[piece] = Math.max(all.x2[piece] ?? 0, x2[i] ?? 0);
    all.y2[piece] = Math.max(all.y2[piece] ?? 0, y2[i] ?? 0);
  }
  return all;
}
