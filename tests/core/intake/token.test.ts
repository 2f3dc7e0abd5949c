import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/intake/token.ts';

const TOKEN = 'eyJhbGciOi.J9-_~+/=.abc';
const value = (text: string) => {
  const reading = readToken(text);
  return reading.ok ? reading.token.value : reading.problem.what;
};

describe('a token as it is pasted', () => {
  it.each([
    TOKEN,
    `  ${TOKEN}\n`,
    `Bearer ${TOKEN}`,
    `"Bearer ${TOKEN}"`,
    `'${TOKEN}',`,
    `Authorization: Bearer ${TOKEN}`,
    `-"Authorization": "Bearer ${TOKEN}"`.slice(1),
    `"access_token": "${TOKEN}",`,
    `access_token=${TOKEN}`,
    `“${TOKEN}”`,
    `${TOKEN.slice(0, 8)}\r\n  ${TOKEN.slice(8)}`,
    `{"access_token": "${TOKEN}", "expires_in": 3600, "token_type": "Bearer"}`,
  ])('loses what is round it: %j', (text) => {
    expect(value(text)).toBe(TOKEN);
  });

  it.each([
    ['', 'is empty'],
    ['Bearer ', 'is empty'],
    ['YOUR_ACCESS_TOKEN', 'is a placeholder'],
    ['$TOKEN', 'is a placeholder'],
    ['<token>', 'is a placeholder'],
    ['eyJ…abc', 'has a character that no header may carry: "…" at 4'],
    ['eyJ\u200babc', 'has a character that no header may carry'],
    ['eyJ\0abc', 'has a character that no header may carry'],
    ['{"token_type": "Bearer"}', 'is JSON without access_token'],
    ['{"error": "invalid_client"}', 'was refused: invalid_client'],
    ['{"access_token": ', 'is not JSON'],
    ['a'.repeat(20_000), 'is longer than a token can be'],
  ])('is refused in words: %j', (text, what) => {
    expect(readToken(text).ok).toBe(false);
    expect(value(text)).toContain(what);
  });

  it('keeps the life that its JSON gives', () => {
    const reading = readToken(`{"AccessToken": "${TOKEN}", "ExpiresIn": "86400"}`);
    expect(reading).toMatchObject({ ok: true, token: { expiresInSeconds: 86_400 } });
  });
});
