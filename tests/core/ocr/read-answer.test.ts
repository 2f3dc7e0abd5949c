import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/core/ocr/read-answer.ts';
import { readErrorBody } from '../../../src/core/ocr/error-body.ts';
import { retryAfterMs } from '../../../src/core/ocr/retry-after.ts';

const WHOLE = '{"id":null,"taskStatus":"Completed","results":[{"type":"Other","data":"W10="}],"error":null}';

describe('the bytes of a body', () => {
  it('are an answer also with a byte order mark and white space', () => {
    expect(readAnswer(bytes(`\uFEFF \r\n${WHOLE}\n`), null)).toMatchObject({ ok: true, task: { status: 'Completed' } });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['\n<!doctype html><title>Log in</title>', 'html'],
    ['Completed', 'bad-json'],
    ['[1, 2', 'cut-json'],
    ['[]', 'not-an-answer'],
    ['{"id":"x","taskStatus":"Pending"}', 'other-id'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'too-deep'],
  ])('%j are %s', (text, fault) => {
    expect(readAnswer(bytes(text), 'asked')).toMatchObject({ ok: false, fault });
  });

  it('cut anywhere are known to be cut', () => {
    for (let length = 1; length < WHOLE.length; length += 1) {
      expect(readAnswer(bytes(WHOLE.slice(0, length)), null), `cut after ${length}`).toMatchObject({
        ok: false,
        fault: 'cut-json',
      });
    }
  });

  it('may nest 64 deep and hold any number of brackets in texts', () => {
    const deep = `{"taskStatus":"Pending","x":${'['.repeat(63)}"${'[{'.repeat(500)}\\"["${']'.repeat(63)}}`;
    expect(readAnswer(bytes(deep), null)).toMatchObject({ ok: true });
    expect(readAnswer(bytes(deep.replace('"x":', '"x":[').replace(/}$/, ']}')), null)).toMatchObject({
      fault: 'too-deep',
    });
  });

  it('name the offset of what is not UTF-8, and are still read', () => {
    const broken = bytes('{"taskStatus":"Error","error":"Gr??e"}');
    broken.set([0xfc, 0xdf], '{"taskStatus":"Error","error":"Gr'.length);
    const reading = readAnswer(broken, null);
    expect(reading).toMatchObject({ ok: true, task: { messages: ['Gr\uFFFD\uFFFDe'] } });
    expect(reading.ok && reading.task.problems[0]?.what).toContain('byte 33 is FC');
  });

  it('never throw', () => {
    const known = ['empty', 'html', 'cut-json', 'bad-json', 'not-an-answer', 'other-id', 'too-deep', 'answer'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (raw) => {
        expect(known).toContain(kind(Uint8Array.from(raw)));
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(known).toContain(kind(bytes(json)));
      }),
    );
  });
});

describe('the body of an error', () => {
  it.each([
    ['{"type":"about:blank","title":"Unauthorized","status":401,"detail":"Expired."}', 'Unauthorized: Expired.'],
    [
      '{"requestId":"r","error":{"code":"errorAuthorization","message":"Unauthorized","description":"Operation Failed."}}',
      'Unauthorized: Operation Failed.',
    ],
    ['{"error":"invalid_client"}', 'invalid_client'],
    ['<html><head><title> 502 Bad\n Gateway </title></head></html>', '502 Bad Gateway'],
    ['<html></html>', null],
    ['Slow down.', 'Slow down.'],
    ['', null],
    ['{broken', null],
    [`a\u202Eb\u0000c\u001b[31m`, 'a b c [31m'],
  ])('%j says %j', (body, said) => {
    expect(readErrorBody(bytes(body))).toEqual({ said, fromProxy: false });
  });

  it('of the local server is known as such', () => {
    expect(readErrorBody(bytes('{"source":"regionscope","reason":"getaddrinfo ENOTFOUND"}'))).toEqual({
      said: 'getaddrinfo ENOTFOUND',
      fromProxy: true,
    });
  });
});

describe('Retry-After', () => {
  const NOW = Date.UTC(1994, 10, 6, 8, 49, 7);
  it.each([
    ['6', 6_000],
    [' 600 ', 600_000],
    ['0', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 30_000],
    ['Sun Nov  6 08:49:37 1994', 30_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['Infinity', null],
    ['', null],
    [null, null],
    ['2026', 2_026_000],
    ['Sun, 06 Foo 1994 08:49:37 GMT', null],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfterMs(header, null, NOW)).toBe(ms);
  });

  it('counts from the Date of the answer where the page may read it, since clocks differ', () => {
    expect(retryAfterMs('Sunday, 06-Nov-94 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:27 GMT', NOW - 3_600_000)).toBe(
      10_000,
    );
  });

  it('of ten to the nine seconds is a time that can be written down', () => {
    const wait = retryAfterMs('1000000000', null, NOW) ?? 0;
    expect(wait).toBe(1e12);
    expect(Number.isFinite(new Date(NOW + (retryAfterMs('9'.repeat(400), null, NOW) ?? 0)).getTime())).toBe(true);
  });
});

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}

function kind(raw: Uint8Array<ArrayBuffer>): string {
  const reading = readAnswer(raw, 'x');
  return reading.ok ? 'answer' : reading.fault;
}
