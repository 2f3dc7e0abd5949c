import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { packedTexts, packTexts } from '../../../src/core/inspection/packed-texts.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { createRegionTable } from '../../../src/core/inspection/region-table.ts';

export const MILLION = 1_000_000;

/** A million lines, each with its own text: `line 1` ... Made once: nobody changes it. */
export function aMillionRegions(): Inspection {
  made ??= build();
  return made;
}

let made: Inspection | null = null;

function build(): Inspection {
  const regions = createRegionTable(MILLION);
  for (let row = 0; row < MILLION; row += 1) regions.received.set([10, row * 20, 300, row * 20 + 18], row * 4);
  const texts = packedTexts(packTexts(Array.from({ length: MILLION }, (_, row) => `line ${row + 1}`)));
  const nothing = {
    layout: null,
    textEntries: null,
    files: [],
    problems: [],
    regionProblems: new Map(),
    textProblems: new Map(),
  };
  return buildInspection({
    detection: { ...nothing, regions, texts: null },
    recognition: { ...nothing, regions: null, texts },
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
}
