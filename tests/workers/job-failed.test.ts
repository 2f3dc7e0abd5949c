import { expect, it } from 'vitest';
import { broughtIn } from '../../src/workers/job-failed.ts';

it('code that a worker cannot bring is told in a sentence, without the address', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1:4173/assets/crops-x.js');
  const failure: unknown = await broughtIn(() => Promise.reject(cause)).catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error('It did not fail.');
  expect(failure.message).toMatch(/^A part of the page could not be loaded from its server\. .*try again\.$/);
  expect(failure.message).not.toMatch(/http|assets/);
  expect(failure.cause).toBe(cause);
});
