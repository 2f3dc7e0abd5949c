import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../../../../src/core/export/exporters/plain-text.ts';
import { itemText } from '../../../../src/core/inspection/items.ts';
import { levelCode } from '../../../../src/core/inspection/levels.ts';
import { inspectionOf } from '../../../ui/support/inspections.ts';
import { anyInput, countOf, inputOf, outlookOf, textOf } from './exporting.ts';

const BOXES = [
  [0, 0, 90, 9],
  [0, 10, 90, 19],
  [0, 20, 90, 29],
] as const;

it('holds each text as received, and counts what has none and what UTF-8 cannot carry', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const { inspection, items } = input;
      const { count, losses } = await outlookOf(plainText, input);
      const texts = [...items].map((item) => itemText(inspection, item));
      const told = texts.filter((text) => text !== null);
      const lost = (words: RegExp) => countOf(losses, words);
      expect(count).toBe(told.length);
      expect(lost(/no text/)).toBe(texts.length - told.length);
      expect(lost(/U\+FFFD/)).toBe(told.join(' ').match(/\p{Surrogate}/gu)?.length ?? 0);
      const file = await textOf(plainText, input);
      expect(file).toBe(await textOf(plainText, input));
      const lines = told.map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/\n?$/, '\n'));
      const isMoved = input.order !== null || inspection.pairing.whole;
      expect(isMoved ? file.length : file).toBe(isMoved ? lines.join('').length : lines.join(''));
    }),
  );
});

it('follows the reading order that was chosen; what is not in it comes after', async () => {
  const inspection = inspectionOf({ rectangles: [...BOXES], texts: ['one', 'two', 'three', 'spare'] });
  const input = inputOf(inspection, { order: Uint32Array.of(2, 0) });
  expect(await textOf(plainText, input)).toBe('three\none\ntwo\nspare\n');
  expect((await outlookOf(plainText, input)).holds).toMatch(/^4 texts, in the reading order that was chosen/);
});

it('does not write a line of a block once more, but does when the block is not written', async () => {
  const made = inspectionOf({ rectangles: [...BOXES], texts: ['a b', 'a', 'b'] });
  made.regions.parent.set([-1, 0, 0]);
  made.regions.level.set([levelCode('block'), levelCode('line'), levelCode('line')]);
  expect(await textOf(plainText, inputOf(made))).toBe('a b\n');
  expect((await outlookOf(plainText, inputOf(made))).count).toBe(1);
  expect(await textOf(plainText, inputOf(made, { items: Uint32Array.of(1, 2) }))).toBe('a\nb\n');
});

it('puts one text of all regions first', async () => {
  const inspection = inspectionOf({ rectangles: [...BOXES], texts: ['all of it'] });
  expect(await textOf(plainText, inputOf(inspection, { order: Uint32Array.of(2, 1, 0) }))).toBe('all of it\n');
});
