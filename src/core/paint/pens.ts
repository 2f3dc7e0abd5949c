import { DETAIL_FROM, linesOf } from './boxes.ts';
import { alphaOf, packedColour, withAlpha } from './colour.ts';
import type { LookName, Palette } from './palette.ts';
import type { Pen } from './raster.ts';
import type { RegionStyle } from './region-styles.ts';

/** Of its stroke, how dense a box without room for an outline is: a page of words, not a block of ink. */
const TINT = 0.62;
/** Up to so many boxes of a style that stands out (found, flagged, outside, low confidence) stay solid however small: dots on a grey page. */
const SOLID_UP_TO = 10_000;

const STANDS_OUT: ReadonlySet<LookName> = new Set(['flagged', 'outside', 'low']);

/** Small boxes of a style, as `paintBoxes` draws them. `count`: how many rows have the style. */
export function penOf(style: RegionStyle, palette: Palette, pixelRatio: number, count: number): Pen {
  const look = palette.looks[style.look];
  const stroke = packedColour(style.emphasis === 'dimmed' ? look.dimmed : look.stroke);
  const line = Math.round(linesOf(style, pixelRatio).small * pixelRatio);
  const plain = style.emphasis !== 'matched' && !STANDS_OUT.has(style.look);
  return {
    stroke,
    line,
    fill: style.emphasis === 'normal' ? packedColour(look.fill) : 0,
    tintUpTo: plain || count > SOLID_UP_TO ? 2 * line : 0,
    tint: withAlpha(stroke, Math.round(alphaOf(stroke) * TINT)),
    detailFrom: DETAIL_FROM * pixelRatio,
  };
}

/** Boxes as flat patches of one colour: the marker, the minimap. */
export function patchPen(colour: string, tintUpTo: number): Pen {
  const fill = packedColour(colour);
  return { stroke: 0, line: 0, fill, tintUpTo, tint: fill, detailFrom: Infinity };
}
