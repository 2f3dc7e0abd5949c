/*
 * Sets of items as bits, 32 to a word: a million items are 125 KB, and a range of them is a few words filled at once.
 * Items beyond the words are simply not in the set.
 */

export function bitsFor(count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array((count + 31) >>> 5);
}

export function hasBit(bits: Uint32Array, item: number): boolean {
  return (((bits[item >>> 5] ?? 0) >>> (item & 31)) & 1) === 1;
}

export function setBit(bits: Uint32Array, item: number): void {
  bits[item >>> 5] = (bits[item >>> 5] ?? 0) | (1 << (item & 31));
}

/** Sets `from` .. `to`, both included. */
export function setRange(bits: Uint32Array, from: number, to: number): void {
  if (to < from) return;
  const first = from >>> 5;
  const last = to >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - (to & 31));
  if (first === last) {
    bits[first] = (bits[first] ?? 0) | (head & tail);
    return;
  }
  bits[first] = (bits[first] ?? 0) | head;
  bits.fill(0xffffffff, first + 1, last);
  bits[last] = (bits[last] ?? 0) | tail;
}

/** How many items below `end` are in the set. */
export function countBits(bits: Uint32Array, end = Infinity): number {
  let count = 0;
  const words = Math.min(bits.length, Math.ceil(end / 32));
  for (let at = 0; at < words; at += 1) {
    const word = bits[at] ?? 0;
    const beyond = (at + 1) * 32 - end;
    count += onesIn(beyond > 0 ? word & (-1 >>> beyond) : word);
  }
  return count;
}

/** The items of the set, ascending. */
export function itemsIn(bits: Uint32Array): Uint32Array<ArrayBuffer> {
  const items = new Uint32Array(countBits(bits));
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      items[count] = at * 32 + (31 - Math.clz32(rest & -rest));
      count += 1;
    }
  }
  return items;
}

function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
