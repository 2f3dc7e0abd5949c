import { joinLayouts } from '../decode/answer-layout.ts';
import { type Decoded, type DecodedHere, NOTHING_DECODED } from '../decode/decoded.ts';
import type { LayoutRows } from '../decode/layout-rows.ts';
import type { Size } from '../geometry/space.ts';

/** The text of a PDF page that the person made the regions. */
export interface TextOfPage {
  /** Of the file. */
  readonly name: string;
  /** From 1. */
  readonly page: number;
  /** Of the page as drawn: what its boxes are counted in. */
  readonly size: Size;
  readonly decoded: Decoded;
}

/** Rows of a page as what an answer with a layout decodes to: all that is made of regions is made of these. */
export function textAsRegions(rows: LayoutRows): DecodedHere {
  const { layout, regionProblems } = joinLayouts([{ entry: 0, rows }]);
  return { ...NOTHING_DECODED, layout: { ...layout, beside: [] }, regionProblems };
}
