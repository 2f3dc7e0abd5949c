/** Up to so many, comparing is quicker than filling piles. */
const FEW = 4_096;
const DIGIT = 16;
const PILES = 1 << DIGIT;

/** Places 0 .. n - 1 by their first key, where these are equal by the second, then as they stand. Keys are finite or infinite, never NaN. */
export function sortedBy(first: Float64Array, second: Float64Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(first.length);
  for (let i = 0; i < places.length; i += 1) places[i] = i;
  if (places.length <= FEW) {
    return places.toSorted(
      (one, other) =>
        (first[one] ?? 0) - (first[other] ?? 0) || (second[one] ?? 0) - (second[other] ?? 0) || one - other,
    );
  }
  // What is sorted last counts most: each sort leaves equal ones as they are.
  return byKey(byKey(places, second), first);
}

/** A radix sort by the bits of the keys: of a million boxes it takes a tenth of the time that comparing them does. */
function byKey(places: Uint32Array<ArrayBuffer>, keys: Float64Array): Uint32Array<ArrayBuffer> {
  const bits = orderedBits(keys);
  let from = places;
  let to = new Uint32Array(places.length);
  for (let digit = 0; digit < 4; digit += 1) {
    const [half, shift] = [digit >> 1, (digit & 1) * DIGIT];
    const piles = new Uint32Array(PILES);
    for (let i = 0; i < from.length; i += 1) {
      const pile = ((bits[i * 2 + half] ?? 0) >>> shift) & (PILES - 1);
      piles[pile] = (piles[pile] ?? 0) + 1;
    }
    if (piles.includes(from.length)) continue;
    let start = 0;
    for (let pile = 0; pile < PILES; pile += 1) {
      const size = piles[pile] ?? 0;
      piles[pile] = start;
      start += size;
    }
    for (let i = 0; i < from.length; i += 1) {
      const place = from[i] ?? 0;
      const pile = ((bits[place * 2 + half] ?? 0) >>> shift) & (PILES - 1);
      to[piles[pile] ?? 0] = place;
      piles[pile] = (piles[pile] ?? 0) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Two halves a key, the lower first, that are ordered as whole numbers like the keys are: IEEE 754 with the sign turned. */
function orderedBits(keys: Float64Array): Uint32Array {
  // 0 and -0 are the same place on a page, and differ in their bits.
  const bits = new Uint32Array(keys.map((key) => key + 0).buffer);
  for (let i = 0; i < bits.length; i += 2) {
    const high = bits[i + 1] ?? 0;
    const isNegative = high >= 0x8000_0000;
    if (isNegative) bits[i] = ~(bits[i] ?? 0);
    bits[i + 1] = isNegative ? ~high : high ^ 0x8000_0000;
  }
  return bits;
}
