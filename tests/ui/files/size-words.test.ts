import { expect, it } from 'vitest';
import { sizeWords } from '../../../src/ui/files/size-words.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [9_940, '9.9 kB'],
  [9_960, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [64 * 1024 * 1024, '67 MB'],
  [2_500_000_000, '2,500 MB'],
])('says %s bytes as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
