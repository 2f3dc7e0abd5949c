import { expect, it } from 'vitest';
import { EXPORTERS } from '../../../../src/core/export/exporters/index.ts';

it('brings the work of every row, under names that differ', async () => {
  const work = await Promise.all(EXPORTERS.map(({ load }) => load()));
  expect(new Set(work).size).toBe(EXPORTERS.length);
  expect(new Set(EXPORTERS.map(({ label }) => label)).size).toBe(EXPORTERS.length);
  expect(new Set(EXPORTERS.map(({ ending, extension }) => `${ending}.${extension}`)).size).toBe(EXPORTERS.length);
});
