import { fold } from './fold.ts';
import { BETWEEN, type TextRows } from './text-rows.ts';

/** What one slice of a search found. */
export interface FoundInSlice {
  /** Text indices, ascending. */
  readonly texts: Uint32Array<ArrayBuffer>;
  /** Texts searched so far, of all slices. */
  readonly searched: number;
}

export interface FoldedTexts {
  /** Searches slice after slice for words that are folded and not empty. Several searches may take turns. */
  readonly search: (words: string) => Generator<FoundInSlice, void, void>;
}

interface Slice {
  /** Index of its first text. */
  readonly first: number;
  readonly end: number;
  readonly joined: string;
  /** Per text where it starts in `joined`, and one more behind the last. */
  readonly starts: Uint32Array;
  /** The folded texts one by one, where some text holds `BETWEEN` itself; null otherwise. */
  readonly each: readonly string[] | null;
}

/** Folds texts once, as far as a search gets, and lets go of the originals when all are folded. */
export function foldedTexts(rows: TextRows): FoldedTexts {
  const slices: Slice[] = [];
  let originals: TextRows | null = rows;
  let folded = 0;

  const nextSlice = (from: TextRows): Slice => {
    const slice = foldSlice(from, folded);
    slices.push(slice);
    folded = slice.end;
    if (folded >= from.count) originals = null;
    return slice;
  };

  return {
    *search(words) {
      for (let at = 0; ; at += 1) {
        const slice = slices[at] ?? (originals && folded < originals.count ? nextSlice(originals) : null);
        if (!slice) return;
        yield { texts: searchSlice(slice, words), searched: slice.end };
      }
    },
  };
}

function foldSlice(rows: TextRows, first: number): Slice {
  const { end, joined: taken } = rows.take(first);
  // Folding looks at no more than a letter and its marks, so many texts are folded in one go.
  const joined = fold(taken).replaceAll(` ${BETWEEN}`, BETWEEN).replaceAll(`${BETWEEN} `, BETWEEN);
  const starts = startsIn(joined, end - first);
  if (starts) return { first, end, joined, starts, each: null };
  const each = Array.from({ length: end - first }, (_, index) => fold(rows.at(first + index)));
  return { first, end, joined: '', starts: new Uint32Array(0), each };
}

/** null: the number of texts is another, so that some hold the separator. */
function startsIn(joined: string, count: number): Uint32Array | null {
  const starts = new Uint32Array(count + 1);
  let found = 0;
  for (let at = joined.indexOf(BETWEEN); at >= 0; at = joined.indexOf(BETWEEN, at + 1)) {
    found += 1;
    if (found >= count) return null;
    starts[found] = at + 1;
  }
  starts[count] = joined.length + 1;
  return found === count - 1 ? starts : null;
}

function searchSlice({ first, joined, starts, each }: Slice, words: string): Uint32Array<ArrayBuffer> {
  if (each) return Uint32Array.from(indicesWith(each, words), (index) => first + index);
  // They would be found from one text into the next.
  if (words.includes(BETWEEN)) return new Uint32Array(0);
  const found = new Uint32Array(starts.length - 1);
  let count = 0;
  let text = 0;
  for (let at = joined.indexOf(words); at >= 0; at = joined.indexOf(words, starts[text] ?? 0)) {
    while ((starts[text + 1] ?? Infinity) <= at) text += 1;
    found[count] = first + text;
    count += 1;
    text += 1;
  }
  return found.slice(0, count);
}

function indicesWith(texts: readonly string[], words: string): number[] {
  return texts.flatMap((text, index) => (text.includes(words) ? [index] : []));
}
