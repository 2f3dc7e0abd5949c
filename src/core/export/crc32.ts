const TABLES = slicedTables();

/** CRC-32 as ZIP has it (APPNOTE 4.4.7). `before` is the checksum of the bytes that came ahead of these, 0 when there are none. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  const fours = bytes.length & ~3;
  let crc = ~before;
  let at = 0;
  // Four bytes a step, three times as fast as one: a ZIP of ten thousand crops is 150 MB.
  for (; at < fours; at += 4) {
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc = (t3[crc & 255] ?? 0) ^ (t2[(crc >>> 8) & 255] ?? 0) ^ (t1[(crc >>> 16) & 255] ?? 0) ^ (t0[crc >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}

/** Table n holds what a byte does to the checksum n bytes later. */
function slicedTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    return crc;
  });
  const later = (table: Int32Array) => table.map((crc) => (crc >>> 8) ^ (first[crc & 255] ?? 0));
  const second = later(first);
  const third = later(second);
  return [first, second, third, later(third)];
}
