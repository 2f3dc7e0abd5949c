import { expect, test } from 'vitest';
import { fetchTruth } from '../../src/emulator/fetch-truth.ts';
import { A_TRUTH } from './a-truth.ts';

const BASE = new URL('https://page.example/deep/samples/');

test('a truth is loaded once, from beside the page', async () => {
  const asked: string[] = [];
  const load = fetchTruth(BASE, (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(Response.json(A_TRUTH));
  });
  const truths = await Promise.all([load('small'), load('small')]);
  expect(truths).toEqual([A_TRUTH, A_TRUTH]);
  expect(asked).toEqual(['https://page.example/deep/samples/small.json']);
});

test('a failure is said in words, and not remembered', async () => {
  const answers = [new Response(null, { status: 404 }), Response.json(A_TRUTH)];
  const load = fetchTruth(BASE, () => Promise.resolve(answers.shift() ?? Response.error()));
  await expect(load('small')).rejects.toThrow('The sample "small" could not be loaded (HTTP 404).');
  expect(await load('small')).toEqual(A_TRUTH);
});
