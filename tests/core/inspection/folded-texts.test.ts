import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/inspection/fold.ts';
import { foldedTexts } from '../../../src/core/inspection/folded-texts.ts';
import { packTexts } from '../../../src/core/inspection/packed-texts.ts';
import { rowsOfColumns, rowsOfTexts, type TextRows } from '../../../src/core/inspection/text-rows.ts';

/** Letters that fold to others, to several or to nothing, spaces of all kinds, the separator itself, lone surrogates. */
const letters = fc.constantFrom(
  ...'aAbßẞée\u0301İiıΣσςﬁが12# \n\t\u00a0\u00ad\u200b\u0001\u0000\ud83d\ude00\ud800\udc00中'.split(''),
);
const text = fc.string({ unit: letters, maxLength: 8 });
const texts = fc.array(fc.option(text, { freq: 6 }), { maxLength: 30 });

function foundBy(rows: TextRows, words: string): number[] {
  return [...foldedTexts(rows).search(words)].flatMap(({ texts: found }) => [...found]);
}

/** Where the slices end. */
function ends(rows: TextRows): number[] {
  return [...foldedTexts(rows).search('B')].map(({ searched }) => searched);
}

/** One text after the other, as plainly as can be said. */
function foundPlainly(list: readonly (string | null)[], words: string): number[] {
  return list.flatMap((one, index) => (fold(one ?? '').includes(words) ? [index] : []));
}

describe('folded together', () => {
  it('texts are found as they are one by one', () => {
    fc.assert(
      fc.property(texts, text, (list, query) => {
        const words = fold(query);
        fc.pre(words !== '');
        const expected = foundPlainly(list, words);
        expect(foundBy(rowsOfTexts(list), words)).toEqual(expected);
        expect(foundBy(rowsOfColumns(packTexts(list)), words)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a part of a text finds that text', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(8), (list, which, from) => {
        const index = list.length === 0 ? -1 : which % list.length;
        const words = fold((list[index] ?? '').slice(from, from + 2));
        fc.pre(words !== '' && fold(list[index] ?? '').includes(words));
        expect(foundBy(rowsOfColumns(packTexts(list)), words)).toContain(index);
      }),
    );
  });

  it('nothing is found across the end of a text', () => {
    const list = ['one', 'two', '', ' three '];
    for (const words of ['ET', 'E T', 'E\u0001T', 'O\u0001\u0001T', '\u0001'])
      expect(foundBy(rowsOfTexts(list), words)).toEqual([]);
  });
});

describe('slice by slice', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `word ${index}`);

  it('finds in order, says how far it is, and folds no further than it has to', () => {
    let taken = 0;
    const rows = rowsOfTexts(many);
    const folded = foldedTexts({ ...rows, take: (first) => ((taken += 1), rows.take(first)) });
    const first = folded.search('WORD 9').next().value;
    expect(first?.searched).toBeLessThan(10_000);
    expect(first?.texts[0]).toBe(9);
    expect(taken).toBe(1);
    const all = [...folded.search('WORD 9')];
    expect(all.at(-1)?.searched).toBe(10_000);
    expect(all.flatMap(({ texts: found }) => [...found])).toEqual(foundPlainly(many, 'WORD 9'));
    const before = taken;
    expect([...folded.search('WORD 77')]).toHaveLength(before);
    expect(taken).toBe(before);
  });

  it('a long text is a slice of its own, and slices end where both kinds of rows say', () => {
    const list = ['a', 'x'.repeat(300_000), 'b', null, 'y'.repeat(300_000)];
    expect(ends(rowsOfTexts(list)).length).toBeGreaterThan(1);
    expect(ends(rowsOfColumns(packTexts(list)))).toEqual(ends(rowsOfTexts(list)));
    expect(foundBy(rowsOfColumns(packTexts(list)), 'Y')).toEqual([4]);
  });

  it('has nothing to look at where there are no texts', () => {
    expect(foundBy(rowsOfTexts([]), 'A')).toEqual([]);
    expect(foundBy(rowsOfColumns(packTexts([])), 'A')).toEqual([]);
  });
});
