import { NOTHING_DECODED } from '../../../src/core/decode/decoded.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION, type PairingChoice } from '../../../src/core/inspection/pairing.ts';
import { createRegionTable, FLAG } from '../../../src/core/inspection/region-table.ts';
import type { Size } from '../../../src/core/geometry/space.ts';

export type Four = readonly [number, number, number, number];

export interface Made {
  /** null: a refused entry. */
  readonly rectangles: readonly (Four | null)[];
  readonly texts?: readonly (string | null)[];
  readonly imageSize?: Size | null;
  readonly pairing?: PairingChoice;
}

/** An inspection of what is given, joined by the product's own code. */
export function inspectionOf({ rectangles, texts, imageSize = null, pairing = PAIR_BY_POSITION }: Made): Inspection {
  const regions = createRegionTable(rectangles.length);
  rectangles.forEach((rectangle, row) => {
    regions.received.set(rectangle ?? [NaN, NaN, NaN, NaN], row * 4);
    regions.flags[row] = flagsOf(rectangle);
  });
  return buildInspection({
    detection: { ...NOTHING_DECODED, regions },
    recognition: texts ? { ...NOTHING_DECODED, texts } : null,
    request: null,
    choice: pairing,
    frame: IDENTITY_FRAME,
    imageSize,
  });
}

/** `count` lines of a page, each with its own text. */
export function manyRegions(count: number): Inspection {
  const numbers = Array.from({ length: count }, (_, at) => at);
  return inspectionOf({
    rectangles: numbers.map((at) => [10, at * 20, 300, at * 20 + 18]),
    texts: numbers.map((at) => `line ${at + 1}`),
  });
}

/** Nothing came yet. */
export function emptyInspection(): Inspection {
  return buildInspection({
    detection: null,
    recognition: null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
}

function flagsOf(rectangle: Four | null): number {
  if (!rectangle) return FLAG.refused;
  const [x1, y1, x2, y2] = rectangle;
  return (x1 > x2 || y1 > y2 ? FLAG.swapped : 0) | (x1 === x2 || y1 === y2 ? FLAG.noArea : 0);
}
