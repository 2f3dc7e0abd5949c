import { expect, test } from 'vitest';
import { tokenLife } from '../../src/app/token-life.ts';

const NOW = Date.UTC(2026, 0, 1);

test.each([
  [null, null],
  [NOW - 1, { words: 'expired', soon: true }],
  [NOW, { words: 'expired', soon: true }],
  [NOW + 52 * 60_000, { words: '52 min left', soon: false }],
  [NOW + 4 * 60_000, { words: '4 min left', soon: true }],
])('a token that ends at %j is shown as %j', (expiresAt, shown) => {
  expect(tokenLife(expiresAt, NOW)).toEqual(shown);
});
