import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToken } from '../../../src/core/intake/token.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln-bmF0dXJl_A~+/=';
const CURL = `curl -X GET 'https://api.aspose.cloud/v5.0/ocr/DetectRegions?id=1' \\
 --header 'Authorization: Bearer ${TOKEN}' \\
 --header 'Accept: text/plain'`;

describe('a token', () => {
  it.each([
    ['by itself', TOKEN],
    ['with white space round and inside it', `  ${TOKEN.slice(0, 20)}\r\n  ${TOKEN.slice(20)}\n`],
    ['behind Bearer', `Bearer ${TOKEN}`],
    ['in quotes', `'${TOKEN}',`],
    ['in quotes with Bearer', `"bearer ${TOKEN}",`],
    ['in curly quotes', `“${TOKEN}”`],
    ['in a header', `Authorization: Bearer ${TOKEN}`],
    ['in the first of two headers', `Authorization: Bearer ${TOKEN}\nAccept: text/plain`],
    ['in a header without Bearer', `authorization=${TOKEN}`],
    ['in an object of headers', `"Authorization": "Bearer ${TOKEN}", "Accept": "text/plain"`],
    ['in a curl command', CURL],
    ['in the answer of connect/token', `{ "access_token": "${TOKEN}", "expires_in": 3600, "token_type": "Bearer" }`],
    ['in that answer as an SDK writes it', `{"AccessToken": "${TOKEN}"}`],
    ['in a line of that answer', `"access_token": "${TOKEN}",`],
    ['in a part of that answer', `{"access_token":"${TOKEN}","expires_in":36`],
    ['with its name', `access_token=${TOKEN}`],
    ['in an address', `https://x.example/#access_token=${TOKEN}&x=1`],
    ['among invisible characters', `\uFEFF\u200B${TOKEN}\u2060`],
  ])('is found %s', (_, text) => {
    expect(readToken(text)).toMatchObject({ ok: true, token: { value: TOKEN }, problems: [] });
  });

  it('keeps the life that its JSON gives', () => {
    const reading = readToken(`{"AccessToken": "${TOKEN}", "ExpiresIn": "86400"}`);
    expect(reading).toMatchObject({ ok: true, token: { expiresInSeconds: 86_400 } });
  });

  it('that was shortened with three dots is found, with a word that the service will refuse it', () => {
    const reading = readToken('eyJhbGciOi...abc');
    expect(reading).toMatchObject({
      ok: true,
      problems: [{ what: 'is cut: “...” stands for a part that was left out', severity: 'error' }],
    });
  });
});

describe('a refusal', () => {
  it.each([
    ['eyJ…', 'character 4 is “…”, an ellipsis (one character, not three dots), which no request header may carry'],
    ['Bearer eyJhbGc–iOi', 'character 15 is “–”, an en dash, which no request header may carry'],
    ['{"access_token": "аbc"}', 'character 19 is “а” (U+0430), which no request header may carry'],
    ['••••••', 'character 1 is “•”, a bullet, as hidden passwords show, which no request header may carry'],
    ['ab\u0007c', 'character 3 is a control character (U+0007), which no request header may carry'],
    ['a\u200Dbc', 'character 2 is a zero-width joiner (U+200D), which no request header may carry'],
    ['ab 😀', 'character 4 is “😀” (U+1F600), which no request header may carry'],
    ['😀ab', 'character 1 is “😀” (U+1F600), which no request header may carry'],
  ])('of %j names the character and its place', (text, what) => {
    expect(readToken(text)).toMatchObject({ ok: false, problem: { where: 'Access token', what, severity: 'error' } });
  });

  it.each([
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['Bearer ', 'holds no token'],
    ['Bearer ""', 'holds no token'],
    ['Authorization: Bearer ""', 'holds no token'],
    ['YOUR_ACCESS_TOKEN', 'is a placeholder (YOUR_ACCESS_TOKEN)'],
    ['Authorization: Bearer $TOKEN', 'is a placeholder ($TOKEN)'],
    ['<token>', 'is a placeholder (<token>)'],
    ['{"error":"invalid_client"}', 'was refused: invalid_client'],
    ['{"error":"invalid_client","error_description":"No such id."}', 'was refused: invalid_client, No such id.'],
    ['{"token_type":"Bearer"}', 'is JSON without access_token'],
  ])('of %j says why', (text, what) => {
    expect(readToken(text)).toMatchObject({
      ok: false,
      problem: { where: 'Access token', what, todo: expect.stringMatching(/\S/) },
    });
  });

  it('of JSON that breaks off before the token says where it breaks', () => {
    expect(readToken('{"access_token": ')).toMatchObject({
      ok: false,
      problem: { what: expect.stringMatching(/^is not JSON: /) },
    });
  });

  it.each([
    ['letters', 'a'.repeat(100_000), 'is longer than a token can be'],
    ['white space', ' '.repeat(100_000), 'is empty'],
    [
      'white space in a token',
      `a${' '.repeat(100_000)}é`,
      'character 100002 is “é” (U+00E9), which no request header may carry',
    ],
    ['quotes', `Bearer ${'"'.repeat(100_000)}`, 'holds no token'],
    ['quotes in a header', `Authorization: ${'"'.repeat(100_000)}`, 'holds no token'],
  ])('comes at once for a hundred thousand %s', (_, text, what) => {
    expect(readToken(text)).toMatchObject({ problem: { what } });
  });
});

describe('a token that is accepted', () => {
  it('can always be sent, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const reading = readToken(text);
        const value = reading.ok ? reading.token.value : '';
        expect(new Headers({ Authorization: value }).get('authorization')).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });
});
