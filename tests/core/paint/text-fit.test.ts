import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, isRtl, type Ruler } from '../../../src/core/paint/text-fit.ts';
import { ASCENT, LETTER } from './recording-brush.ts';

const width = (text: string) => text.length * LETTER;
/** The recorder's font: each letter's ink is as large as the letter. */
const RULER: Ruler = {
  width,
  ink: (text) => ({ left: 0, right: width(text), ascent: ASCENT, descent: 1 - ASCENT }),
};
const size = fc.integer({ min: 1, max: 2000 });

test('the ink of any text lies inside its box, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), size, size, (text, boxWidth, boxHeight) => {
      const fitted = fitText(text, boxWidth, boxHeight, RULER);
      if (!fitted) return;
      const { lines, size, baseline, pitch, exact } = fitted;
      for (const line of lines) {
        expect(width(line) * size * (exact?.stretch ?? 1)).toBeLessThanOrEqual(boxWidth + 1e-6);
      }
      expect(baseline - ASCENT * size).toBeGreaterThanOrEqual(-1e-6);
      expect(baseline + pitch * (lines.length - 1) + (1 - ASCENT) * size).toBeLessThanOrEqual(boxHeight + 1e-6);
      expect(size).toBeGreaterThan(0);
    }),
  );
});

test('no word is lost and none changes its place', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, size, size, (given, width, height) => {
      const fitted = fitText(given.join(' '), width, height, RULER);
      expect(fitted?.lines.join(' ')).toBe(given.join(' '));
    }),
  );
});

test('a word fills the box that its print filled: ink from edge to edge, letters squeezed or stretched a little', () => {
  const natural = 4 * LETTER * 20;
  for (const by of [0.8, 1, 1.2]) {
    const fitted = fitText('word', natural * by, 20, RULER);
    expect(fitted?.size).toBeCloseTo(20, 6);
    expect(fitted?.baseline).toBeCloseTo(20 * ASCENT, 6);
    expect(width('word') * 20 * (fitted?.exact?.stretch ?? 0)).toBeCloseTo(natural * by * 0.98, 6);
  }
});

test('in a box far too narrow for its height letters are squeezed to three quarters and no more', () => {
  const fitted = fitText('word', 30, 200, RULER);
  expect(fitted?.exact?.stretch).toBeCloseTo(0.75, 6);
  expect(fitted?.baseline).toBeLessThan(200 * ASCENT);
});

test('a short text in a long field is as high as a line allows and is not stretched', () => {
  const fitted = fitText('word', 1000, 24, RULER);
  expect(fitted).toMatchObject({ size: 20, lines: ['word'], rtl: false, pitch: 24, exact: null });
  expect(fitted?.baseline).toBeCloseTo(18.8, 6);
});

test('a text that nearly fills the field of a form is not stretched to its end', () => {
  const entry = 'Johann Günther';
  expect(fitText(entry, width(entry) * 20 * 1.3, 20, RULER)?.exact).toBeNull();
});

test('a dash is as wide as its box, not as high', () => {
  const dash: Ruler = { width, ink: () => ({ left: 0, right: 1, ascent: 0.35, descent: -0.25 }) };
  const fitted = fitText('—', 30, 24, dash);
  expect(fitted?.size).toBeCloseTo(30 * 0.98, 6);
  expect(fitted?.exact?.stretch).toBe(1);
});

test('lines as received keep the places of the print: first at the top, last at the bottom, the others between', () => {
  const fitted = fitText('a line of print\nanother line\nand the last', 200, 100, RULER);
  const { size = 0, baseline = 0, pitch = 0 } = fitted ?? {};
  expect(fitted?.lines).toHaveLength(3);
  expect(baseline - ASCENT * size).toBeCloseTo(0.1 * size, 6);
  expect(baseline + 2 * pitch + (1.1 - ASCENT) * size).toBeCloseTo(100, 6);
});

test('lines that would have to be much smaller than the box allows flow as one paragraph, without orphans', () => {
  const text = `${'a very long line of this text, as long as they come '.repeat(2)}\nshort\n${'and a second one '.repeat(6)}`;
  const fitted = fitText(text, 100, 400, RULER);
  expect(fitted?.lines.length).toBeGreaterThan(2);
  expect(fitted?.lines).not.toContain('short');
});

test('a long text in a tall box is set in several lines, larger than in one', () => {
  const fitted = fitText('the quick brown fox jumps over the lazy dog', 100, 100, RULER);
  expect(fitted?.lines.length).toBeGreaterThan(2);
  expect(fitted?.size ?? 0).toBeGreaterThan(100 / (43 * LETTER));
});

test('lines of the text stay lines', () => {
  expect(fitText('one\r\ntwo\nthree', 500, 500, RULER)?.lines).toEqual(['one', 'two', 'three']);
});

test('scripts without spaces are broken between signs, and so are endless words', () => {
  expect(fitText('漢字仮名交じり文の長い一行', 40, 40, RULER)?.lines.length).toBeGreaterThan(2);
  expect(fitText('x'.repeat(400), 100, 100, RULER)?.lines.length).toBeGreaterThan(5);
});

test('100,000 characters are cut to what a box can show', () => {
  const fitted = fitText('word '.repeat(20_000), 300, 300, RULER);
  expect(fitted?.lines.join(' ').length).toBeLessThan(4_100);
  expect(fitted?.lines.at(-1)?.endsWith('…')).toBe(true);
});

test('nothing to see is nothing to draw', () => {
  for (const text of ['', '   ', '\n\n', '\u0000\u0007', '\u202E']) expect(fitText(text, 10, 10, RULER)).toBeNull();
  expect(fitText('word', 0, 10, RULER)).toBeNull();
  expect(fitText('word', 10, Number.NaN, RULER)).toBeNull();
});

test('marks that turn the direction of what follows are taken out', () => {
  expect(fitText('gpj\u202Eexe\u0000', 100, 10, RULER)?.lines).toEqual(['gpj exe']);
});

test('the first letter with a direction decides', () => {
  expect(isRtl('12. שלום world')).toBe(true);
  expect(isRtl('world שלום')).toBe(false);
  expect(isRtl('مرحبا')).toBe(true);
  expect(isRtl('12 + 3')).toBe(false);
});
