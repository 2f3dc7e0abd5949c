import { describe, expect, it } from 'vitest';
import type { FrameCheck } from '../../../src/core/frame-check/check.ts';
import { AS_RECEIVED, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { settingInShort, verdictInShort } from '../../../src/ui/frame/short-words.ts';
import {
  inUseWords,
  suggestedInWords,
  suggestionInWords,
  verdictInWords,
} from '../../../src/ui/frame/verdict-words.ts';

const NO_EXIF = { exif: 1, shown: 1 } as const;
const TWICE: FrameSetting = { ...AS_RECEIVED, scaleX: 2, scaleY: 2 };
const QUARTER: FrameSetting = { ...AS_RECEIVED, orientation: 6 };
const suggested = (...settings: FrameSetting[]) => settings.map((setting) => ({ setting, score: 0.9 }));

function checkOf(patch: Partial<FrameCheck>): FrameCheck {
  return { verdict: 'fits', doubt: null, score: 0.9, outside: null, suggestions: [], ...patch };
}

describe('the verdict', () => {
  it.each<[string, Partial<FrameCheck>]>([
    ['Fits: the regions lie on the ink.', {}],
    [
      'Fits: the regions lie on the ink, but 1 of 37 regions lies outside by up to 1 px.',
      { outside: { count: 1, by: 0.2 } },
    ],
    [
      'Does not fit: 12 of 37 regions lie outside by up to 340 px.',
      { verdict: 'does not fit', outside: { count: 12, by: 339.6 } },
    ],
    ['Does not fit: the regions lie beside the ink.', { verdict: 'does not fit' }],
    ['Fits only if scaled by 2.', { verdict: 'fits only if', suggestions: suggested(TWICE, QUARTER) }],
    ['Cannot tell: too few regions.', { verdict: 'cannot tell', doubt: 'few regions' }],
    [
      'Cannot tell: the page is almost blank, and 2 of 37 regions lie outside by up to 5 px.',
      { verdict: 'cannot tell', doubt: 'blank page', outside: { count: 2, by: 5 } },
    ],
  ])('%s', (said, patch) => expect(verdictInWords(checkOf(patch), 37, NO_EXIF)).toBe(said));

  it('names the EXIF orientation where it is all that is wrong', () => {
    const check = checkOf({ verdict: 'fits only if', suggestions: suggested(QUARTER) });
    expect(verdictInWords(check, 37, { exif: 6, shown: 6 })).toBe('Fits only if EXIF orientation 6 is ignored.');
    expect(verdictInWords(check, 37, { exif: 8, shown: 1 })).toBe('Fits only if EXIF orientation 8 is applied.');
    expect(verdictInWords(check, 37, { exif: 8, shown: 8 })).toBe('Fits only if turned 90° clockwise.');
  });
});

describe('a suggestion', () => {
  it('is told as a setting, or as the other way of reading the file', () => {
    expect(suggestionInWords(QUARTER, NO_EXIF)).toBe('turned 90° clockwise');
    expect(suggestionInWords(QUARTER, { exif: 6, shown: 6 })).toBe(
      'fits the pixels as stored (EXIF orientation 6 ignored)',
    );
    expect(suggestionInWords(QUARTER, { exif: 8, shown: 1 })).toBe(
      'fits the pixels turned upright (EXIF orientation 8 applied)',
    );
  });
});

describe('what is in use', () => {
  const check = checkOf({ verdict: 'fits only if', suggestions: suggested(TWICE, QUARTER) });

  it('fits when it was suggested', () => {
    expect(suggestedInWords(check, AS_RECEIVED)).toBeNull();
    expect(suggestedInWords(check, TWICE)).toBe('Fits, scaled by 2.');
    expect(suggestedInWords(check, QUARTER)).toBe('Fits, turned 90° clockwise; the first suggestion fits better.');
    expect(suggestedInWords({ ...check, verdict: 'cannot tell' }, TWICE)).toBe('Fits, scaled by 2; so do other ways.');
  });

  it('is told beside the verdict when it is the person’s own', () => {
    expect(inUseWords(check, AS_RECEIVED)).toBeNull();
    expect(inUseWords(check, TWICE)).toBeNull();
    expect(inUseWords(check, { ...TWICE, x: 3 })).toContain('The verdict is of the regions as received.');
    expect(inUseWords(checkOf({}), TWICE)).toBe('In use: scaled by 2. As received they fit.');
  });
});

describe('in short, for what stands over the picture', () => {
  it.each<[string | null, Partial<FrameCheck>]>([
    [null, {}],
    [
      'Fits only if scaled by 2',
      { verdict: 'fits only if', suggestions: suggested(TWICE), outside: { count: 1, by: 2 } },
    ],
    ['Does not fit this image', { verdict: 'does not fit' }],
    ['Does not fit; would if scaled by 2', { verdict: 'does not fit', suggestions: suggested(TWICE, QUARTER) }],
    ['Cannot tell whether it fits', { verdict: 'cannot tell', doubt: 'few regions' }],
  ])('the verdict: %s', (said, patch) => expect(verdictInShort(checkOf(patch), NO_EXIF)).toBe(said));

  it.each<[string, Partial<FrameSetting>]>([
    ['scaled by 2', TWICE],
    ['moved 3 px left', { x: -3 }],
    ['×2 · 5° · +186, +88 px', { ...TWICE, degrees: 5, x: 186, y: 88 }],
    ['×2 by ×1.5 · mirrored 90° · 0, −0.5 px', { scaleX: 2, scaleY: 1.5, orientation: 7, y: -0.5 }],
  ])('a setting: %s', (said, patch) => expect(settingInShort({ ...AS_RECEIVED, ...patch })).toBe(said));
});
