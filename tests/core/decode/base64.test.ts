import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64, readBase64 } from '../../../src/core/decode/base64.ts';

const WHERE = 'results[0].data';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : null);
const said = (text: string) => readBase64(text, WHERE).problems.map(({ what }) => what);
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array));

describe('reading Base64', () => {
  it('reads the example of the documentation without a remark', () => {
    const { bytes: read, problems } = readBase64('W1swLCA4LCA2OTcsIDQ0MV1d', WHERE);
    expect(textOf(read)).toBe('[[0, 8, 697, 441]]');
    expect(problems).toEqual([]);
  });

  it('gives back every byte that was encoded, as Node decodes it', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const encoded = encodeBase64(given);
        expect(encoded).toBe(Buffer.from(given).toString('base64'));
        expect(readBase64(encoded, WHERE)).toEqual({ bytes: given, problems: [] });
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('reads every spelling of the same bytes alike: URL-safe, unpadded, wrapped, behind a prefix', () => {
    const spelling = fc.record({
      urlSafe: fc.boolean(),
      unpadded: fc.boolean(),
      wrapped: fc.boolean(),
      prefixed: fc.boolean(),
    });
    fc.assert(
      fc.property(bytes, spelling, (given, { urlSafe, unpadded, wrapped, prefixed }) => {
        let text = encodeBase64(given);
        if (urlSafe) text = text.replaceAll('+', '-').replaceAll('/', '_');
        if (unpadded) text = text.replaceAll('=', '');
        if (wrapped) text = text.replace(/.{7}/g, '$&\r\n ');
        if (prefixed) text = `data:text/plain;base64,${text}`;
        const read = readBase64(text, WHERE);
        expect(read.bytes).toEqual(given);
        expect(read.problems.every(({ severity }) => severity === 'note')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('says which liberty it took', () => {
    expect(said('_-8=')).toEqual(['uses the URL-safe Base64 alphabet (- and _ for + and /)']);
    expect(said('QQ')).toEqual(['has no Base64 padding (=) at its end']);
    expect(said('QU JD')).toEqual(['has white space in its Base64, which was skipped']);
    expect(said('data:text/plain;base64,QUJD')).toEqual(['begins with "data:text/plain;base64,", which was left out']);
  });

  it('names the character that is none of Base64, and refuses the whole', () => {
    const { bytes: read, problems } = readBase64('QUJD*UJD', WHERE);
    expect(read).toBeNull();
    expect(problems[0]).toMatchObject({ where: WHERE, severity: 'error' });
    expect(problems[0]?.what).toBe('is not Base64: character 5 is "*", which Base64 does not have');
    expect(said('QQ==QQ==')).toEqual(['is not Base64: character 5 is "Q", behind the padding (=) that ends it']);
    expect(said('QUJD😀')).toEqual(['is not Base64: character 5 is "😀", which Base64 does not have']);
  });

  it('keeps what came before a cut, and says that it was cut', () => {
    const { bytes: read, problems } = readBase64('QUJDR', WHERE);
    expect(textOf(read)).toBe('ABC');
    expect(problems[0]).toMatchObject({
      what: 'was cut: its 5 Base64 characters are not a whole number of bytes',
      severity: 'error',
    });
  });

  it('takes an engine decoder where there is one, and tells the same', () => {
    const host: { readonly name: string; fromBase64?: unknown } = Uint8Array;
    const before = host.fromBase64;
    const asked: string[] = [];
    host.fromBase64 = (text: string) => {
      asked.push(text);
      return Uint8Array.from(Buffer.from(text, 'base64'));
    };
    try {
      expect(readBase64('QUJD', WHERE)).toEqual({ bytes: Uint8Array.from(bytesOf('ABC')), problems: [] });
      expect(said('QU JD')).toEqual(['has white space in its Base64, which was skipped']);
      expect(asked).toEqual(['QUJD', 'QU JD']);
    } finally {
      if (before === undefined) delete host.fromBase64;
      else host.fromBase64 = before;
    }
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { bytes: read, problems } = readBase64(text, WHERE);
        expect(read !== null || problems.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
