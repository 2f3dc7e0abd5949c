import type { Pairing, PairingChoice } from './pairing.ts';

type Shift = PairingChoice['shifts'][number];

/**
 * Gives the regions their texts. `order` is the request's, per region row; without it `by: 'order'` is by position.
 *
 * Shifts are done in the order they were made, along the sequence in which the texts are given out:
 * - `+1` at a region: it gets no text, its text and all later ones move down by one;
 * - `-1` at a region: its text is taken out and stays loose, all later ones move up by one.
 * A shift and its opposite at the same region, one right after the other, undo each other.
 */
export function pairTexts(
  regionCount: number,
  textCount: number,
  choice: PairingChoice,
  order: readonly number[] | null,
): Pairing {
  const textOfRow = new Int32Array(regionCount).fill(-1);
  if (textCount === 1 && regionCount > 1) return { choice, textOfRow, loose: [0], whole: true };

  const rows = choice.by === 'order' && order ? rowsByOrder(regionCount, order) : null;
  const given = givenOut(Math.max(regionCount, textCount), textCount, effective(choice.shifts, regionCount), rows);
  const used = new Uint8Array(textCount);
  for (let at = 0; at < regionCount; at += 1) {
    const text = given[at] ?? -1;
    textOfRow[rows?.[at] ?? at] = text;
    if (text >= 0) used[text] = 1;
  }
  return { choice, textOfRow, loose: indicesOfZeros(used), whole: false };
}

/** A choice with one more shift. */
export function shiftedBy(choice: PairingChoice, row: number, by: 1 | -1): PairingChoice {
  return { ...choice, shifts: [...choice.shifts, { row, by }] };
}

/** Place k of the sequence holds the text that the k-th region gets; -1 is a gap. */
function givenOut(
  length: number,
  textCount: number,
  shifts: readonly Shift[],
  rows: Int32Array | null,
): readonly number[] {
  const given = Array.from({ length }, (_, at) => (at < textCount ? at : -1));
  for (const { row, by } of shifts) {
    const at = rows ? rows.indexOf(row) : row;
    if (by === 1) given.splice(at, 0, -1);
    else given.splice(at, 1);
  }
  return given;
}

/** Without pairs that undo each other, and without rows that are not there. */
function effective(shifts: readonly Shift[], regionCount: number): readonly Shift[] {
  const kept: Shift[] = [];
  for (const shift of shifts) {
    const last = kept.at(-1);
    if (!Number.isInteger(shift.row) || shift.row < 0 || shift.row >= regionCount) continue;
    if (last && last.row === shift.row && last.by === -shift.by) kept.pop();
    else kept.push(shift);
  }
  return kept;
}

/** Rows with `order` ascending, ties and rows beyond the list by position. A missing order counts as 0, as the service has it. */
function rowsByOrder(regionCount: number, order: readonly number[]): Int32Array {
  return Int32Array.from({ length: regionCount }, (_, row) => row).toSorted(
    (a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b,
  );
}

function indicesOfZeros(used: Uint8Array): number[] {
  const indices: number[] = [];
  for (let at = 0; at < used.length; at += 1) if (used[at] === 0) indices.push(at);
  return indices;
}
