import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, isRtl, LINE_HEIGHT } from '../../../src/core/paint/text-fit.ts';
import { LETTER } from './recording-brush.ts';

const measure = (text: string) => text.length * LETTER;
const size = fc.integer({ min: 1, max: 2000 });

test('any text lies inside its box, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), size, size, (text, width, height) => {
      const fitted = fitText(text, width, height, measure);
      if (!fitted) return;
      for (const line of fitted.lines) expect(measure(line) * fitted.size).toBeLessThanOrEqual(width);
      expect(fitted.lines.length * fitted.size * LINE_HEIGHT).toBeLessThanOrEqual(height + 1e-6);
      expect(fitted.size).toBeGreaterThan(0);
    }),
  );
});

test('no word is lost and none changes its place', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, size, size, (given, width, height) => {
      const fitted = fitText(given.join(' '), width, height, measure);
      expect(fitted?.lines.join(' ')).toBe(given.join(' '));
    }),
  );
});

test('one line in a wide box is as high as the box allows', () => {
  const fitted = fitText('word', 1000, 24, measure);
  expect(fitted).toEqual({ size: 20, lines: ['word'], rtl: false });
});

test('a long text in a tall box is set in several lines, larger than in one', () => {
  const fitted = fitText('the quick brown fox jumps over the lazy dog', 100, 100, measure);
  expect(fitted?.lines.length).toBeGreaterThan(2);
  expect(fitted?.size ?? 0).toBeGreaterThan(100 / (43 * LETTER));
});

test('lines of the text stay lines', () => {
  expect(fitText('one\r\ntwo\nthree', 500, 500, measure)?.lines).toEqual(['one', 'two', 'three']);
});

test('scripts without spaces are broken between signs, and so are endless words', () => {
  expect(fitText('漢字仮名交じり文の長い一行', 40, 40, measure)?.lines.length).toBeGreaterThan(2);
  expect(fitText('x'.repeat(400), 100, 100, measure)?.lines.length).toBeGreaterThan(5);
});

test('100,000 characters are cut to what a box can show', () => {
  const fitted = fitText('word '.repeat(20_000), 300, 300, measure);
  expect(fitted?.lines.join(' ').length).toBeLessThan(4_100);
  expect(fitted?.lines.at(-1)?.endsWith('…')).toBe(true);
});

test('nothing to see is nothing to draw', () => {
  for (const text of ['', '   ', '\n\n', '\u0000\u0007', '\u202E']) expect(fitText(text, 10, 10, measure)).toBeNull();
  expect(fitText('word', 0, 10, measure)).toBeNull();
  expect(fitText('word', 10, Number.NaN, measure)).toBeNull();
});

test('marks that turn the direction of what follows are taken out', () => {
  expect(fitText('gpj\u202Eexe\u0000', 100, 10, measure)?.lines).toEqual(['gpj exe']);
});

test('the first letter with a direction decides', () => {
  expect(isRtl('12. שלום world')).toBe(true);
  expect(isRtl('world שלום')).toBe(false);
  expect(isRtl('مرحبا')).toBe(true);
  expect(isRtl('12 + 3')).toBe(false);
});
