const scratch = new Float64Array(4);
const words = new Int32Array(scratch.buffer);

/** A hash of four numbers, of 32 bits. Whole numbers, which nearly all are, go in as they are; others by their bits. The same numbers always go the same way. */
export function hashOf(received: Float64Array, at: number): number {
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

/** One round of MurmurHash3. */
function mixed(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51);
  const turned = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}
