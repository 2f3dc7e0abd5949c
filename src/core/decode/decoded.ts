import type { RegionTable } from '../inspection/region-table.ts';
import type { TextProblems } from '../inspection/text-problems.ts';
import type { Texts } from '../inspection/texts.ts';
import type { Problem } from '../problem.ts';

/**
 * What the decoder made of one answer. It never throws at the page: what was not understood is in `problems`,
 * and the raw answer stays where it was.
 */
export interface Decoded {
  /** null: the answer holds no rectangles of its own. `count` 0: it said that there are none. */
  readonly regions: RegionTable | null;
  /** null: the answer holds no texts. One per entry, in the order received; null for an entry that could not be read. */
  readonly texts: Texts | null;
  readonly problems: readonly Problem[];
  /** Per region row, sparse: what is wrong with the entry, in words. */
  readonly regionProblems: ReadonlyMap<number, readonly Problem[]>;
  /** Per text index, sparse. */
  readonly textProblems: TextProblems;
}

/** As the decoder gives it, before it is sent anywhere. */
export interface DecodedHere extends Decoded {
  readonly textProblems: ReadonlyMap<number, readonly Problem[]>;
}
