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

  const rows = rowsInSequence(regionCount, choice, order);
  const shifts = effective(choice.shifts, regionCount);
  if (!rows && shifts.length === 0) {
    const paired = Math.min(regionCount, textCount);
    for (let at = 0; at < paired; at += 1) textOfRow[at] = at;
    const loose = Array.from({ length: textCount - paired }, (_, at) => paired + at);
    return { choice, textOfRow, loose, whole: false };
  }
  const given = givenOut(Math.max(regionCount, textCount), textCount, shifts, rows);
  const used = new Uint8Array(textCount);
  let usedCount = 0;
  for (let at = 0; at < regionCount; at += 1) {
    const text = given[at] ?? -1;
    textOfRow[rows ? (rows[at] ?? at) : at] = text;
    if (text < 0) continue;
    used[text] = 1;
    usedCount += 1;
  }
  return { choice, textOfRow, loose: usedCount === textCount ? [] : indicesOfZeros(used), whole: false };
}

/** A choice with one more shift, or with several of them at the same region. */
export function shiftedBy(choice: PairingChoice, row: number, by: 1 | -1, times = 1): PairingChoice {
  return { ...choice, shifts: [...choice.shifts, ...Array.from({ length: times }, () => ({ row, by }))] };
}

/** The rows in the sequence in which texts are given out; null: as they are. */
export function rowsInSequence(
  regionCount: number,
  choice: PairingChoice,
  order: readonly number[] | null,
): Uint32Array | null {
  if (choice.by !== 'order' || !order) return null;
  const known = sequences.get(order);
  if (known?.length === regionCount) return known;
  const rows = rowsByOrder(regionCount, order);
  sequences.set(order, rows);
  return rows;
}

/** Sorting a million rows holds up the page: done when texts are paired, it is not done again when the pairing is checked or moved. */
const sequences = new WeakMap<readonly number[], Uint32Array>();

/** Place k of the sequence holds the text that the k-th region gets; -1 is a gap. Each shift moves numbers, and makes none. */
function givenOut(length: number, textCount: number, shifts: readonly Shift[], rows: Uint32Array | null): Int32Array {
  // Every shift down makes the sequence longer by one.
  const given = new Int32Array(length + shifts.length).fill(-1);
  for (let at = 0; at < textCount; at += 1) given[at] = at;
  for (const { row, by } of shifts) {
    const at = rows ? rows.indexOf(row) : row;
    if (by === 1) {
      given.copyWithin(at + 1, at);
      given[at] = -1;
    } else {
      given.copyWithin(at, at + 1);
      given[given.length - 1] = -1;
    }
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
function rowsByOrder(regionCount: number, order: readonly number[]): Uint32Array {
  const rows = new Uint32Array(regionCount);
  for (let row = 0; row < regionCount; row += 1) rows[row] = row;
  return countedByOrder(rows, order) ?? rows.toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
}

/** By counting, where the orders are small whole numbers, as those of nearly all requests are; else null. */
function countedByOrder(rows: Uint32Array, order: readonly number[]): Uint32Array | null {
  const places = new Uint32Array(rows.length * 2 + 2);
  for (const row of rows) {
    const number = order[row] ?? 0;
    if (!(number >= 0 && number < places.length - 1) || !Number.isInteger(number)) return null;
    places[number + 1] = (places[number + 1] ?? 0) + 1;
  }
  for (let at = 1; at < places.length; at += 1) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const number = order[row] ?? 0;
    const place = places[number] ?? 0;
    places[number] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}

function indicesOfZeros(used: Uint8Array): number[] {
  const indices: number[] = [];
  for (let at = 0; at < used.length; at += 1) if (used[at] === 0) indices.push(at);
  return indices;
}
