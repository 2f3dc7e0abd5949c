import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { type Level, levelCode } from '../../../src/core/inspection/levels.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { flagRows } from '../../../src/core/inspection/region-flags.ts';
import { createRegionTable } from '../../../src/core/inspection/region-table.ts';

export interface LayoutRow {
  readonly level: Level;
  /** Row of the parent. */
  readonly parent?: number;
  readonly box: readonly [number, number, number, number];
  readonly text?: string | null;
  /** 0 to 1. */
  readonly confidence?: number;
}

/** An inspection of a result whose boxes have levels and texts of their own, joined as the page does it. */
export function aLayout(rows: readonly LayoutRow[], beside: readonly string[] = []): Inspection {
  const regions = createRegionTable(rows.length);
  rows.forEach(({ level, parent, box }, row) => {
    regions.received.set(box, row * 4);
    regions.level[row] = levelCode(level);
    regions.parent[row] = parent ?? -1;
  });
  flagRows(regions);
  const told = rows.some(({ confidence }) => confidence !== undefined);
  return buildInspection({
    detection: null,
    recognition: {
      regions: null,
      texts: beside,
      layout: {
        regions,
        texts: rows.map(({ text }) => text ?? null),
        confidence: told ? Float32Array.from(rows, ({ confidence }) => confidence ?? NaN) : null,
        beside: beside.map((_, at) => at),
      },
      textEntries: null,
      files: [],
      problems: [],
      regionProblems: new Map(),
      textProblems: new Map(),
    },
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
}

/** A page with a block of two lines, three words in all; the second line has one word, whose box is its own. */
export const PAGE: readonly LayoutRow[] = [
  { level: 'page', box: [0, 0, 100, 100] },
  { level: 'block', parent: 0, box: [10, 10, 90, 60], text: 'Call me\nIshmael.' },
  { level: 'line', parent: 1, box: [10, 10, 90, 30], text: 'Call me' },
  { level: 'word', parent: 2, box: [10, 10, 40, 30], text: 'Call', confidence: 0.97 },
  { level: 'word', parent: 2, box: [50, 10, 90, 30], text: 'me', confidence: 0.41 },
  { level: 'line', parent: 1, box: [10, 40, 60, 60], text: 'Ishmael.' },
  { level: 'word', parent: 5, box: [10, 40, 60, 60], text: 'Ishmael.' },
];
