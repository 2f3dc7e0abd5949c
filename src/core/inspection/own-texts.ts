import type { ResultLayout } from '../decode/decoded.ts';
import type { Size } from '../geometry/space.ts';
import type { Problem } from '../problem.ts';
import { levelCode } from './levels.ts';
import type { Pairing, PairingChoice } from './pairing.ts';
import { orderedRect, type RegionTable } from './region-table.ts';
import { textAt, type Texts } from './texts.ts';

const joined = new WeakMap<ResultLayout, Texts>();

/**
 * The texts of the rows, and behind them those of the answer that stand beside the layout. The same answer every time: what
 * is derived from texts is kept by them.
 */
export function textsBeside(layout: ResultLayout, answered: Texts): Texts {
  if (layout.beside.length === 0) return layout.texts;
  const known = joined.get(layout);
  if (known) return known;
  const { texts: own, beside } = layout;
  const length = own.length + beside.length;
  const texts: Texts = {
    length,
    at: (index) => {
      const place = index < 0 ? index + length : index;
      return place < own.length ? own.at(place) : textAt(answered, beside[place - own.length] ?? -1);
    },
  };
  joined.set(layout, texts);
  return texts;
}

const pairings = new WeakMap<RegionTable, Pairing>();

/** Row r has text r; what stands behind the rows is loose. */
export function ownPairing(table: RegionTable, textCount: number, choice: PairingChoice): Pairing {
  const known = pairings.get(table);
  if (known?.choice === choice && known.loose.length === textCount - table.count) return known;
  const loose = Array.from({ length: textCount - table.count }, (_, at) => table.count + at);
  const pairing = { choice, textOfRow: Int32Array.from({ length: table.count }, (_, row) => row), loose, whole: false };
  if (table.count > 0) pairings.set(table, pairing);
  return pairing;
}

const PAGE = levelCode('page');

/** The result's own word for the size of the picture that was read. */
export function pageProblems({ regions }: ResultLayout, image: Size | null): Problem[] {
  if (!image || regions.count === 0 || regions.level[0] !== PAGE) return [];
  const { x1, y1, x2, y2 } = orderedRect(regions, 0);
  if (x1 !== 0 || y1 !== 0 || (x2 === image.width && y2 === image.height)) return [];
  const what = `says that the page is ${x2} x ${y2} px; this picture is ${image.width} x ${image.height} px`;
  const todo = 'If the boxes do not fit, check that this is the picture that was sent, or scale the boxes.';
  return [{ where: 'The result', what, todo, severity: 'note' }];
}
