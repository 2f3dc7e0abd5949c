import { beforeEach, expect, test } from 'vitest';
import { createTokenBox } from '../../src/app/token-box.ts';
import { createTokenHolder } from '../../src/client/token.ts';
import { freshPage, toldAt } from './page-state.ts';

beforeEach(freshPage);

function opened() {
  const holder = createTokenHolder();
  const box = createTokenBox(holder);
  const field = { value: '' };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of an input only its value is used
  void box.field(field as HTMLInputElement);
  return { box, field, held: () => holder.get()?.value ?? null };
}

test('typing alone gives nothing to the service', () => {
  const { box, held } = opened();
  box.type('abc.def');
  expect(held()).toBeNull();
});

test('what was typed is given without what stood round it, and the field shows that', () => {
  const { box, field, held } = opened();
  box.type('"Bearer abc.def",');
  expect(box.give()).toBe(true);
  expect([held(), field.value]).toEqual(['abc.def', 'abc.def']);
});

test('a token that was found elsewhere is shown and given', () => {
  const { box, field, held } = opened();
  box.put('abc.def');
  expect([held(), field.value]).toEqual(['abc.def', 'abc.def']);
});

test.each(['eyJ…abc', 'eyJ...abc', 'YOUR_ACCESS_TOKEN'])(
  '%s is refused at the field, and the token before it stays',
  (text) => {
    const { box, held } = opened();
    box.put('abc.def');
    box.type(text);
    expect(box.give()).toBe(false);
    expect(toldAt('token')).toHaveLength(1);
    expect(held()).toBe('abc.def');
  },
);

test('typing on takes the complaint away', () => {
  const { box } = opened();
  box.type('eyJ…abc');
  box.give();
  box.type('eyJ');
  expect(toldAt('token')).toEqual([]);
});

test('an emptied field takes the token away', () => {
  const { box, held } = opened();
  box.put('abc.def');
  box.type(' ');
  expect(box.give()).toBe(true);
  expect(held()).toBeNull();
});
