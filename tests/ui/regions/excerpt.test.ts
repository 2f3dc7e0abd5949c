import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/inspection/fold.ts';
import { excerpt, findIn } from '../../../src/ui/regions/excerpt.ts';

const slice = (text: string, search: string) => {
  const found = findIn(text, search);
  return found && text.slice(found.from, found.to);
};

describe('the part of a row that is marked', () => {
  it('is what the search finds: case and accents do not matter', () => {
    expect(slice('Call me ISHMAEL.', 'ishmael')).toBe('ISHMAEL');
    expect(slice('Größe 42', 'grosse')).toBe('Größe');
    expect(slice('Übergröße', 'gröss')).toBe('größ');
    expect(slice('naı̈ve café', 'cafe')).toBe('café');
  });

  it('spans a line break that the search reads as a space', () => {
    expect(slice('driving off\r\n  the spleen', 'off the')).toBe('off\r\n  the');
  });

  it('is the whole of a character that reads as two', () => {
    expect(slice('Ŀ', 'l')).toBe('Ŀ');
    expect(slice('eﬁne', 'ef')).toBe('eﬁ');
  });

  it('keeps surrogate pairs whole', () => {
    expect(slice('a 🐋 whale', '🐋')).toBe('🐋');
  });

  it('is nothing when the search is empty or found the number only', () => {
    expect(excerpt('Call me Ishmael', '')).toEqual({ before: 'Call me Ishmael', hit: '', after: '' });
    expect(excerpt('Call me Ishmael', '#12').hit).toBe('');
  });

  it('is brought into sight when it lies far in', () => {
    const { before, hit, after } = excerpt(`${'word '.repeat(300)}needle and the rest`, 'needle');
    expect(before.length).toBeLessThan(25);
    expect(before.startsWith('…')).toBe(true);
    expect(hit).toBe('needle');
    expect(after).toBe(' and the rest');
  });
});

it('marks what was searched for, wherever it stands; of a ligature the whole', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(words, words, words, (before, wanted, after) => {
      fc.pre(fold(wanted) !== '');
      const text = `${before} ${wanted} ${after}`;
      expect(fold(slice(text, wanted) ?? '')).toContain(fold(wanted));
    }),
    { numRuns: 2_000 },
  );
});

it('never puts more than a line into the page, even of a text of 100,000 characters', () => {
  const { before, hit, after } = excerpt('x'.repeat(100_000), 'xxx');
  expect(before.length + hit.length + after.length).toBeLessThan(600);
});
