import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointsOfKind } from '../../../src/core/ocr/contract.ts';
import { EMPTY_LINK, readLink, writeLink } from '../../../src/core/intake/link.ts';

const OTHERS = endpointsOfKind('recognition')
  .map(({ name }) => name)
  .slice(1);

describe("the page's address", () => {
  it('says what is open', () => {
    expect(writeLink({ ...EMPTY_LINK, detect: 'a b', region: 12 })).toBe('#detect=a%20b&region=12');
    expect(writeLink(EMPTY_LINK)).toBe('');
    expect(readLink('#detect=A&recognize=B&region=3').link).toEqual({
      detect: 'A',
      recognize: 'B',
      as: null,
      region: 3,
    });
  });

  it('names the endpoint where it is not the usual one, and takes its name in any case', () => {
    const link = { ...EMPTY_LINK, recognize: 'B' };
    expect(writeLink({ ...link, as: 'RecognizeImage' })).toBe('#recognize=B&as=RecognizeImage');
    expect(writeLink({ ...link, as: 'RecognizeRegions' })).toBe('#recognize=B');
    expect(readLink('#recognize=B&AS=recognizetable').link).toEqual({ ...link, as: 'RecognizeTable' });
  });

  it('comes back as it was written', () => {
    const id = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() === text);
    const link = fc.record({
      detect: fc.option(id),
      recognize: fc.option(id),
      as: fc.option(fc.constantFrom(...OTHERS)),
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
    '#as=https://evil.example',
    '#as=DetectRegions',
    '#as=constructor',
    '#server=https://evil.example&url=javascript:alert(1)&inspect=1',
    '#__proto__=x&constructor=y',
    '#%',
    '#detect',
  ])('takes nothing from a hostile link: %s', (hash) => {
    expect(readLink(hash)).toEqual({ link: EMPTY_LINK, token: null });
  });

  it('never throws, and never says more than ids, an endpoint of the table and a region', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (hash, query) => {
        const { link } = readLink(`#as=${hash}&detect=${hash}`, query);
        expect(Object.keys(link)).toEqual(['detect', 'recognize', 'as', 'region']);
        expect([null, ...OTHERS]).toContain(link.as);
        expect(link.detect?.length ?? 0).toBeLessThanOrEqual(200);
        expect(() => writeLink({ ...link, recognize: hash })).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
