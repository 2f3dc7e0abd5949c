import { type Frame, IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { flagRows } from '../../../src/core/inspection/region-flags.ts';
import { createRegionTable } from '../../../src/core/inspection/region-table.ts';
import type { Size } from '../../../src/core/geometry/space.ts';

export type Box = readonly [x1: number, y1: number, x2: number, y2: number];

export interface Also {
  readonly texts?: readonly (string | null)[];
  readonly imageSize?: Size;
  readonly frame?: Frame;
}

/** An inspection of these rectangles, flagged and joined as the page does it. A box of NaN is a refused entry. */
export function anInspection(boxes: readonly Box[], { texts, imageSize, frame }: Also = {}): Inspection {
  const regions = createRegionTable(boxes.length);
  boxes.forEach((box, row) => regions.received.set(box, row * 4));
  flagRows(regions);
  const nothing = {
    layout: null,
    textEntries: null,
    files: [],
    problems: [],
    regionProblems: new Map(),
    textProblems: new Map(),
  };
  return buildInspection({
    detection: { regions, texts: null, ...nothing },
    recognition: texts ? { regions: null, texts, ...nothing } : null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: frame ?? IDENTITY_FRAME,
    imageSize: imageSize ?? null,
  });
}

/** `columns` x `rows` boxes of one size with gaps between them, numbered line by line. */
export function aGrid(columns: number, rows: number, width = 20, height = 10, gap = 5): Box[] {
  return Array.from({ length: columns * rows }, (_, i): Box => {
    const x = (i % columns) * (width + gap);
    const y = Math.floor(i / columns) * (height + gap);
    return [x, y, x + width, y + height];
  });
}
