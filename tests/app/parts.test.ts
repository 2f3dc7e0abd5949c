import { expect, test } from 'vitest';
import { loadAtLeisure, WAVES } from '../../src/app/parts.ts';

test('every wave waits for an idle moment and for the wave before, and goes on over what did not come', async () => {
  const seen: string[] = [];
  const part = (name: string, comes = true) => ({
    load: async (how?: 'quietly') => {
      seen.push(`${name} ${how}`);
      await Promise.resolve();
      if (!comes) throw new Error('the server is gone');
      seen.push(`${name} came`);
    },
  });
  await loadAtLeisure([[part('a', false), part('b')], [part('c')]], async () => void seen.push('idle'));
  expect(seen).toEqual(['idle', 'a quietly', 'b quietly', 'b came', 'idle', 'c quietly', 'c came']);
});

test('what the first answer needs comes before the dialogs', () => {
  const [first = [], second = []] = WAVES;
  expect(first.map(({ name }) => name)).toContain('The part that shows regions');
  expect(second.map(({ name }) => name)).toContain('The dialog Export crops');
});
