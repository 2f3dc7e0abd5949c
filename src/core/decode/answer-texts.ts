import type { Problem } from '../problem.ts';
import type { DecodedHere } from './decoded.ts';
import type { Reading } from './format.ts';
import { toldTogether } from './told.ts';

/** One text per entry; an entry that could not be read is null and keeps its number. */
export function textsOfAnswer(readings: readonly Reading[]): DecodedHere {
  const textProblems = new Map<number, readonly Problem[]>();
  for (const [at, { problems }] of readings.entries()) if (problems.length > 0) textProblems.set(at, problems);
  return {
    regions: null,
    texts: readings.map((reading) => (reading.as === 'text' ? reading.text : null)),
    problems: entryProblems([...textProblems.values()]),
    regionProblems: new Map(),
    textProblems,
  };
}

/** Those of the first entries that have any, and how many more there are. */
export function entryProblems(entries: readonly (readonly Problem[])[]): Problem[] {
  return toldTogether(entries, 'texts have problems; each says so itself');
}
