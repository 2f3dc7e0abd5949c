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
  /** Per text the index of its entry in `results`, ascending; null: text k is that of entry k. */
  readonly textEntries: Int32Array<ArrayBuffer> | null;
  /** Rectangles that came with their own texts, as in hOCR and JSON results; null for bare rectangles and bare texts. */
  readonly layout: ResultLayout | null;
  /** What is no text and no rectangles, to be shown or saved as it came, in the order received. */
  readonly files: readonly ResultFile[];
  readonly problems: readonly Problem[];
  /** Per row of `regions`, or of `layout` where there are none, sparse: what is wrong with the entry, in words. */
  readonly regionProblems: ReadonlyMap<number, readonly Problem[]>;
  /** Per text index, sparse. */
  readonly textProblems: TextProblems;
}

/** One row per box of the result, parents before their children, in the order of the document. */
export interface ResultLayout {
  /** `level` and `parent` are filled. */
  readonly regions: RegionTable;
  /** One per row; null where the result has none of its own. A block has the text of its lines. */
  readonly texts: Texts;
  /** Per row, 0 to 1; NaN where the result tells none. null: it tells none at all. */
  readonly confidence: Float32Array<ArrayBuffer> | null;
  /** Indices of the `texts` of the answer that came beside the layout and say something else than it does. */
  readonly beside: readonly number[];
}

/** A file within an answer. Its bytes are decoded again from the entry when it is opened or saved: nothing is held twice. */
export interface ResultFile {
  /** Index in `results`. */
  readonly entry: number;
  /** With its article: `a PDF document`. */
  readonly noun: string;
  /** `pdf`, without a dot; `bin` for what is not known. */
  readonly extension: string;
  /** MIME type by content. */
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
}

/** As the decoder gives it, before it is sent anywhere. */
export interface DecodedHere extends Decoded {
  readonly textProblems: ReadonlyMap<number, readonly Problem[]>;
}

/** Nothing was received, or nothing of it was understood. */
export const NOTHING_DECODED: DecodedHere = {
  regions: null,
  texts: null,
  textEntries: null,
  layout: null,
  files: [],
  problems: [],
  regionProblems: new Map(),
  textProblems: new Map(),
};
