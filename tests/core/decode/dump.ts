import type { Decoded } from '../../../src/core/decode/decoded.ts';
import { LEVELS } from '../../../src/core/inspection/levels.ts';
import { FLAG, receivedRect } from '../../../src/core/inspection/region-table.ts';

/** Everything that a person would see of a decoded answer, as plain text: one line a region, indented under its parent. */
export function dump({ regions, layout, texts, files, problems }: Decoded): string {
  return [
    ...(regions ? ['rectangles:', ...rowsOf({ regions, texts: [], confidence: null })] : []),
    ...(layout ? rowsOf(layout) : regions ? [] : ['no boxes']),
    ...Array.from({ length: texts?.length ?? 0 }, (_, at) => `text ${at + 1}: ${JSON.stringify(texts?.at(at))}`),
    ...(layout?.beside ?? []).map((at) => `text ${at + 1} stands beside`),
    ...files.map(
      ({ entry, noun, extension, mime, size }) => `file ${entry}: ${noun}, .${extension}, ${mime}, ${size} B`,
    ),
    ...problems.map(({ severity, where, what }) => `${severity}: ${where} ${what}`),
    '',
  ].join('\n');
}

function rowsOf({ regions, texts, confidence }: Omit<NonNullable<Decoded['layout']>, 'beside'>): string[] {
  const depths: number[] = [];
  return Array.from({ length: regions.count }, (_, row) => {
    const parent = regions.parent[row] ?? -1;
    const depth = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const { x1, y1, x2, y2 } = receivedRect(regions, row);
    const sure = confidence && !Number.isNaN(confidence[row]) ? ` ${confidence[row]?.toFixed(2)}` : '';
    const flags = Object.entries(FLAG).flatMap(([name, bit]) =>
      ((regions.flags[row] ?? 0) & bit) === 0 ? [] : [name],
    );
    const level = LEVELS[regions.level[row] ?? 0];
    return `${'  '.repeat(depth)}${[level, x1, y1, x2, y2].join(' ')}${sure} ${[...flags, JSON.stringify(texts.at(row))].join(' ')}`;
  });
}
