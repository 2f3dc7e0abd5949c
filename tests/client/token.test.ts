import fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createTokenHolder } from '../../src/client/token.ts';
import { tokenExpiry } from '../../src/client/token-expiry.ts';
import { readTokenInput } from '../../src/client/token-input.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln-bmF0dXJl_A';

describe('what a person pastes as a token', () => {
  it.each([
    ['the token', TOKEN],
    ['white space round and inside it', `  ${TOKEN.slice(0, 20)}\r\n  ${TOKEN.slice(20)}\n`],
    ['Bearer', `Bearer ${TOKEN}`],
    ['quoted Bearer', `"bearer ${TOKEN}",`],
    ['curly quotes', `“${TOKEN}”`],
    ['a header', `Authorization: Bearer ${TOKEN}`],
    [
      'a curl command',
      `curl -X GET 'https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=1' \\\n --header 'Authorization: Bearer ${TOKEN}' \\\n --header 'Accept: text/plain'`,
    ],
    ['an object of headers', `"Authorization": "Bearer ${TOKEN}"`],
    ['the answer of connect/token', `{ "access_token": "${TOKEN}", "expires_in": 3600, "token_type": "Bearer" }`],
    ['a part of that answer', `{"access_token":"${TOKEN}","expires_in":36`],
    ['an address', `https://x.example/#access_token=${TOKEN}&x=1`],
    ['invisible characters', `\uFEFF\u200B${TOKEN}\u2060`],
  ])('is taken from %s', (_, text) => {
    expect(readTokenInput(text)).toEqual({ token: TOKEN });
  });

  it.each([
    [
      'Bearer eyJhbGciOi…',
      'character 18 is “…”, an ellipsis (one character, not three dots), which no request header may carry',
    ],
    ['eyJhbGc–iOi', 'character 8 is “–”, an en dash, which no request header may carry'],
    ['аbc', 'character 1 is “а” (U+0430), which no request header may carry'],
    ['••••••', 'character 1 is “•”, a bullet, as hidden passwords show, which no request header may carry'],
    ['ab\u0007c', 'character 3 is a control character (U+0007), which no request header may carry'],
    ['ab 😀', 'character 4 is “😀” (U+1F600), which no request header may carry'],
    ['eyJhbGciOi...', 'is cut: “...” stands for a part that was left out'],
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['Bearer ""', 'holds no token'],
    ['{"error":"invalid_client"}', 'is JSON without access_token: it says invalid_client'],
    ['{"token_type":"Bearer"}', 'is JSON without access_token'],
  ])('%j is refused in words', (text, what) => {
    expect(readTokenInput(text)).toMatchObject({ problem: { where: 'Access token', what, severity: 'error' } });
  });

  it('that is accepted can always be sent, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const reading = readTokenInput(text);
        const carried = 'token' in reading ? new Headers({ Authorization: reading.token }).get('authorization') : null;
        expect(carried).toBe('token' in reading ? reading.token : null);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the life of a token', () => {
  it('is read from exp', () => {
    expect(tokenExpiry(TOKEN)).toBe(Date.UTC(2026, 0, 1));
  });

  it('is unknown for anything else, and nothing throws', () => {
    expect(
      [
        '',
        'abc',
        'a.b.c',
        'a.%%%.c',
        payload('{}'),
        payload('null'),
        payload('{"exp":"soon"}'),
        payload('{"exp":1e999}'),
      ].map(tokenExpiry),
    ).toEqual(Array(8).fill(null));
    fc.assert(fc.property(fc.string(), (text) => void tokenExpiry(`a.${text}.b`)));
  });
});

describe('a token holder', () => {
  it('gives nothing away when it is printed or serialised', () => {
    const holder = createTokenHolder();
    holder.set('canary');
    expect(
      inspect(holder, { depth: 9, showHidden: true }) +
        JSON.stringify(holder) +
        Object.values(holder).join() +
        inspect(holder.snapshot()),
    ).not.toContain('canary');
  });

  it('never gives out a token again that was refused, not even when it is given again', () => {
    const holder = createTokenHolder();
    holder.set('a');
    holder.refuse(holder.snapshot().generation);
    expect([holder.get(), holder.snapshot().standing]).toEqual([null, 'refused']);
    holder.set('b');
    expect(holder.get()?.value).toBe('b');
    holder.set('a');
    expect([holder.get(), holder.snapshot().standing]).toEqual([null, 'refused']);
    holder.clear();
    expect(holder.snapshot().standing).toBe('none');
  });

  it('tells of every change once, with the same snapshot in between', () => {
    const holder = createTokenHolder();
    const heard: number[] = [];
    const stop = holder.subscribe(() => heard.push(holder.snapshot().generation));
    holder.set(TOKEN);
    holder.set(TOKEN);
    expect(holder.snapshot()).toBe(holder.snapshot());
    expect(holder.snapshot().expiresAt).toBe(Date.UTC(2026, 0, 1));
    holder.refuse(0);
    holder.refuse(1);
    holder.refuse(1);
    stop();
    holder.clear();
    expect(heard).toEqual([1, 2]);
  });
});

function payload(claims: string): string {
  return `x.${btoa(claims)}.y`;
}
