import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_LINK, readLink, writeLink } from '../../../src/core/intake/link.ts';

describe("the page's address", () => {
  it('says what is open', () => {
    expect(writeLink({ detect: 'a b', recognize: null, region: 12 })).toBe('#detect=a%20b&region=12');
    expect(writeLink(EMPTY_LINK)).toBe('');
    expect(readLink('#detect=A&recognize=B&region=3').link).toEqual({ detect: 'A', recognize: 'B', region: 3 });
  });

  it('comes back as it was written', () => {
    const id = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() === text);
    const link = fc.record({
      detect: fc.option(id),
      recognize: fc.option(id),
      region: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    });
    fc.assert(
      fc.property(link, (given) => {
        expect(readLink(writeLink(given)).link).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('gives a token apart, from hash or query, so that it can be wiped', () => {
    expect(readLink('#detect=A&access_token=ey.J+1', '').token).toBe('ey.J+1');
    expect(readLink('', '?Token=abc')).toEqual({ link: EMPTY_LINK, token: 'abc' });
    expect(readLink('#detect=A', '?detect=B')).toEqual({ link: { ...EMPTY_LINK, detect: 'A' }, token: null });
  });

  it.each([
    `#detect=${'a'.repeat(201)}`,
    '#detect=a%00b',
    '#detect=%E2%80%AEabc',
    '#detect=%0d%0aSet-Cookie:x',
    '#region=-1',
    '#region=0',
    '#region=1e3',
    '#region=99999999',
    '#server=https://evil.example&url=javascript:alert(1)&inspect=1',
    '#__proto__=x&constructor=y',
    '#%',
    '#detect',
  ])('takes nothing from a hostile link: %s', (hash) => {
    expect(readLink(hash)).toEqual({ link: EMPTY_LINK, token: null });
  });

  it('never throws, and never says more than ids and a region', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (hash, query) => {
        const { link } = readLink(`#detect=${hash}`, query);
        expect(Object.keys(link)).toEqual(['detect', 'recognize', 'region']);
        expect(link.detect?.length ?? 0).toBeLessThanOrEqual(200);
        expect(() => writeLink({ ...link, recognize: hash })).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
