import { expect, test } from 'vitest';
import { fetchTruth } from '../../src/emulator/fetch-truth.ts';
import { A_TRUTH } from './a-truth.ts';

const BASE = new URL('https://page.example/deep/samples/');

test('a truth is loaded once, from beside the page, and its picture with it', async () => {
  const asked: string[] = [];
  const load = fetchTruth(BASE, (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(asked.length > 1 ? new Response('pixels') : Response.json(A_TRUTH));
  });
  const truths = await Promise.all([load('small'), load('small')]);
  expect(truths).toMatchObject([A_TRUTH, A_TRUTH]);
  expect(asked).toEqual(['https://page.example/deep/samples/small.json']);
  // The picture only when somebody wants it.
  expect(new TextDecoder().decode(await truths[0]?.picture?.())).toBe('pixels');
  expect(asked[1]).toBe('https://page.example/deep/samples/small.png');
});

test('a failure is said in words, and not remembered', async () => {
  const answers = [new Response(null, { status: 404 }), Response.json(A_TRUTH)];
  const load = fetchTruth(BASE, () => Promise.resolve(answers.shift() ?? Response.error()));
  await expect(load('small')).rejects.toThrow('The sample "small" could not be loaded (HTTP 404).');
  expect(await load('small')).toMatchObject(A_TRUTH);
});
