import { FLAG, type RegionTable } from './region-table.ts';

/** Probes a row may cost on average before the hash is given up: numbers made to collide must not hang the page. */
const PROBES_PER_ROW = 32;

/** Flags every row whose four numbers came in an earlier row. Refused rows are no one's duplicate. */
export function markDuplicates(table: RegionTable): void {
  if (!markByHash(table)) markBySorting(table);
}

/** Open addressing with linear probing, half full at most. False when the probes ran out. */
function markByHash({ count, received, flags }: RegionTable): boolean {
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const scratch = new Float64Array(4);
  const words = new Int32Array(scratch.buffer);
  let budget = 1_000 + count * PROBES_PER_ROW;
  for (let row = 0; row < count; row += 1) {
    if (((flags[row] ?? 0) & FLAG.refused) !== 0) continue;
    const hash = hashOf(received, row * 4, scratch, words);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    for (let other = slots[slot] ?? -1; other !== -1; other = slots[slot] ?? -1) {
      if (compareRows(received, other, row) === 0) {
        flags[row] = (flags[row] ?? 0) | FLAG.duplicate;
        break;
      }
      if (--budget < 0) return false;
      slot = (slot + 1) & (size - 1);
    }
    if (slots[slot] === -1) slots[slot] = row;
  }
  return true;
}

/** Whole numbers, which nearly all are, go in as they are; others by their bits. The same numbers always go the same way. */
function hashOf(received: Float64Array, at: number, scratch: Float64Array, words: Int32Array): number {
  const x1 = received[at] ?? 0;
  const y1 = received[at + 1] ?? 0;
  const x2 = received[at + 2] ?? 0;
  const y2 = received[at + 3] ?? 0;
  if (x1 === (x1 | 0) && y1 === (y1 | 0) && x2 === (x2 | 0) && y2 === (y2 | 0)) {
    return mixed(mixed(mixed(mixed(0, x1), y1), x2), y2);
  }
  // Adding 0 makes -0 into 0: they are the same place.
  for (let column = 0; column < 4; column += 1) scratch[column] = (received[at + column] ?? 0) + 0;
  let hash = 1;
  for (let word = 0; word < 8; word += 1) hash = mixed(hash, words[word] ?? 0);
  return hash;
}

function markBySorting({ count, received, flags }: RegionTable): void {
  const rows = Int32Array.from({ length: count }, (_, row) => row).filter(
    (row) => ((flags[row] ?? 0) & FLAG.refused) === 0,
  );
  rows.sort((a, b) => compareRows(received, a, b) || a - b);
  for (let at = 1; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (compareRows(received, rows[at - 1] ?? 0, row) === 0) flags[row] = (flags[row] ?? 0) | FLAG.duplicate;
  }
}

function compareRows(received: Float64Array, a: number, b: number): number {
  for (let at = 0; at < 4; at += 1) {
    const difference = (received[a * 4 + at] ?? 0) - (received[b * 4 + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One round of MurmurHash3. */
function mixed(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51);
  const turned = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}
