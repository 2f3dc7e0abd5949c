import type { Problem } from '../problem.ts';

/** Problems of this many entries are told one by one; of the others, how many there are. */
const TOLD_ONE_BY_ONE = 20;

/** What is wrong with each entry, up to a number that a person may read. */
export function toldTogether(entries: readonly (readonly Problem[])[], rest: string): Problem[] {
  const concerned = entries.filter((problems) => problems.length > 0);
  const told = concerned.slice(0, TOLD_ONE_BY_ONE).flat();
  return [...told, ...andMore(concerned.length - TOLD_ONE_BY_ONE, rest)];
}

/** `12 more entries ...`, or nothing. */
export function andMore(count: number, rest: string): Problem[] {
  if (count <= 0) return [];
  return [{ where: 'results', what: `${count.toLocaleString('en')} more ${rest}`, severity: 'warning' }];
}
