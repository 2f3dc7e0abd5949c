import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caretAfter } from '../../../src/core/wire/caret.ts';
import { utf8Text } from '../../../src/core/wire/lines.ts';

const textOf = (text: string, perLine: number) => {
  const bytes = new TextEncoder().encode(text);
  return utf8Text({ length: bytes.length, read: ({ from, to }) => bytes.slice(Math.max(from, 0), to) }, perLine);
};
const characters = fc.array(fc.constantFrom('a', ' ', 'é', '€', '😀'), { minLength: 1, maxLength: 60 });

it('goes through every character, there and back', () => {
  fc.assert(
    fc.property(characters, fc.integer({ min: 4, max: 20 }), (list, perLine) => {
      const text = textOf(list.join(''), perLine);
      const seen = [text.show(text.unitSpan(0))];
      let at = 0;
      for (let step = 1; step < list.length; step += 1) {
        at = caretAfter(text, at, { key: 'ArrowRight', ctrl: false }, 3) ?? NaN;
        seen.push(text.show(text.unitSpan(at)));
      }
      expect(seen).toEqual(list);
      for (let step = 1; step < list.length; step += 1)
        at = caretAfter(text, at, { key: 'ArrowLeft', ctrl: false }, 3) ?? NaN;
      expect(at).toBe(0);
    }),
  );
});

it('stands at the beginning of a character within the text, whatever is pressed', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
  fc.assert(
    fc.property(
      characters,
      fc.array(fc.record({ key: fc.constantFrom(...keys), ctrl: fc.boolean() })),
      (list, pressed) => {
        const text = textOf(list.join(''), 8);
        let at = 0;
        for (const key of pressed) at = caretAfter(text, at, key, 3) ?? NaN;
        expect(at).toBeLessThan(text.length);
        expect(text.unitSpan(at).from).toBe(at);
      },
    ),
  );
});

it('leaves other keys to the page, and an empty text alone', () => {
  expect(caretAfter(textOf('abc', 8), 1, { key: 'Tab', ctrl: false }, 3)).toBeNull();
  expect(caretAfter(textOf('', 8), 0, { key: 'End', ctrl: false }, 3)).toBeNull();
});
