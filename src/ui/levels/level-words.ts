import type { Inspection } from '../../core/inspection/inspection.ts';
import { confidenceWords, levelsWithConfidence, type Thresholds } from '../../core/inspection/confidence.ts';
import { type Level, LEVELS } from '../../core/inspection/levels.ts';
import { levelCounts, levelOf, levelsShown } from '../../core/inspection/levels-shown.ts';

const NAMES: Readonly<Record<Level, string>> = {
  region: 'Region',
  page: 'Page',
  block: 'Block',
  paragraph: 'Paragraph',
  line: 'Line',
  word: 'Word',
};

export function levelName(level: Level): string {
  return NAMES[level];
}

/** `words`, `lines`: within a sentence. */
export function levelsName(level: Level): string {
  return `${NAMES[level].toLowerCase()}s`;
}

/** `Line`; null where all regions are of one level, and for a text without a rectangle. */
export function levelWords({ regions }: Inspection, item: number): string | null {
  return item < regions.count && levelCounts(regions).length > 1 ? levelName(levelOf(regions, item)) : null;
}

/** `Word, confidence 62 %`, or what there is of it; null when neither is told. */
export function standingWords(inspection: Inspection, item: number): string | null {
  const confidence = confidenceWords(inspection, item);
  const parts = [levelWords(inspection, item), confidence && `confidence ${confidence}`].filter(
    (part) => part !== null,
  );
  return parts.length > 0 ? parts.join(', ') : null;
}

/** `6 low in words`, where only levels that are not shown tell a confidence; null elsewhere, and when none is low. */
export function lowElsewhereWords(inspection: Inspection, { low }: Pick<Thresholds, 'low'>): string | null {
  const { confidence, regions } = inspection;
  const bits = levelsWithConfidence(inspection);
  if (!confidence || bits === 0 || (bits & levelsShown(inspection)) !== 0) return null;
  const under = Math.fround(low);
  let count = 0;
  for (let row = 0; row < regions.count; row += 1) if ((confidence[row] ?? NaN) < under) count += 1;
  const names = LEVELS.filter((_, code) => ((bits >>> code) & 1) === 1).map(levelsName);
  return count === 0 ? null : `${count.toLocaleString('en')} low in ${names.join(' and ')}`;
}
