import { fold } from '../../core/inspection/fold.ts';
import { visibleLine } from './visible-text.ts';

export interface Excerpt {
  readonly before: string;
  /** What the search found; empty when nothing was searched for or it was found elsewhere (by number). */
  readonly hit: string;
  readonly after: string;
}

/** UTF-16 units: more than a row can show at any width, and little enough for a text of 100,000 characters to cost nothing. */
const LINE = 240;
/** The find is marked when it lies this far in at most. */
const SEARCHED = 4_000;
/** A find further in than this is brought to the front of the line, with some of what stands before it. */
const LEAD = 18;

/** One line of a text, cut so that the first find of the search is in sight. */
export function excerpt(text: string, search: string): Excerpt {
  const found = findIn(text.slice(0, SEARCHED), search);
  if (!found) return { before: line(text, 0, LINE), hit: '', after: '' };
  const { from, to } = found;
  const start = from > LEAD + 6 ? from - LEAD : 0;
  return {
    before: (start > 0 ? '…' : '') + line(text, start, from),
    hit: line(text, from, Math.min(to, from + LINE)),
    after: line(text, to, to + LINE),
  };
}

/** Where the text holds what is searched for, by the search's own idea of sameness; half-open, UTF-16 units. */
export function findIn(text: string, search: string): { readonly from: number; readonly to: number } | null {
  const wanted = fold(search);
  if (wanted === '') return null;
  let folded = '';
  /** Per unit of `folded`: where in `text` the character begins that it came from. */
  const cameFrom: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldedPiece(character, folded);
    for (let unit = 0; unit < piece.length; unit += 1) cameFrom.push(at);
    folded += piece;
    at += character.length;
  }
  const found = folded.indexOf(wanted);
  if (found < 0) return null;
  const from = cameFrom[found] ?? 0;
  // Up to where the next character begins: its own accents belong to a find, and of one that folds to two signs (ﬁ, Ŀ) the whole.
  const last = cameFrom[found + wanted.length - 1] ?? 0;
  let next = found + wanted.length;
  while (cameFrom[next] === last) next += 1;
  return { from, to: cameFrom[next] ?? text.length };
}

/** One character as it stands inside a folded text: between bars, or `fold` would trim its spaces. Runs of spaces are one. */
function foldedPiece(character: string, before: string): string {
  const piece = fold(`|${character}|`).slice(1, -1);
  return piece.startsWith(' ') && (before === '' || before.endsWith(' ')) ? piece.slice(1) : piece;
}

/** The first characters of a text, as many UTF-16 units or one more: a cut never halves a surrogate pair. */
export function start(text: string, units: number): string {
  return text.slice(0, whole(text, units));
}

function line(text: string, from: number, to: number): string {
  return visibleLine(text.slice(whole(text, from), whole(text, to)));
}

function whole(text: string, at: number): number {
  return isLowHalf(text, at) ? at + 1 : at;
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}
