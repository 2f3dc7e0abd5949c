import { expect, test, vi } from 'vitest';
import { createPart, PartNotLoaded } from '../../../src/ui/kit/part.ts';

const lost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

test('a part is asked for once, however many want it', async () => {
  const bring = vi.fn<() => Promise<{ words: string }>>(() => Promise.resolve({ words: 'here' }));
  const part = createPart('The part', bring);
  const [first, second] = await Promise.all([part.load(), part.load('quietly')]);
  expect(first).toBe(second);
  await part.load();
  expect(bring).toHaveBeenCalledOnce();
  expect(part.state()).toEqual({ status: 'ready', module: { words: 'here' } });
});

test('a part that did not come says so in words, and is asked for again', async () => {
  const bring = vi.fn<() => Promise<string>>(() => Promise.resolve('here')).mockImplementationOnce(lost);
  const part = createPart('The part', bring);
  const states: string[] = [];
  part.subscribe(() => states.push(part.state().status));
  await expect(part.load()).rejects.toThrow(PartNotLoaded);
  expect(part.state().status).toBe('failed');
  await expect(part.load()).resolves.toBe('here');
  expect(states).toEqual(['loading', 'failed', 'loading', 'ready']);
});

test('a part that nobody wanted yet fails without a word to the page', async () => {
  const part = createPart('The part', lost);
  await expect(part.load('quietly')).rejects.toThrow('The part could not be loaded from the server of this page');
  expect(part.state().status).toBe('waiting');
});

test('who no longer listens hears nothing', async () => {
  const part = createPart('The part', () => Promise.resolve(1));
  const heard = vi.fn<() => void>();
  part.subscribe(heard)();
  await part.load();
  expect(heard).not.toHaveBeenCalled();
});
