import type { Size } from '../../geometry/space.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import type { BadgeList } from '../../paint/badge-list.ts';
import type { StyleCodes } from '../../paint/region-styles.ts';
import type { PaintView } from '../../paint/view.ts';

/** What is drawn of an inspection. */
export interface Drawing {
  readonly inspection: Inspection;
  readonly styles: StyleCodes;
  readonly matches: Uint32Array | null;
  /** Per row, 1 where it is drawn; null: all are. */
  readonly wanted: Uint8Array | null;
  readonly view: (y: number, stage: Size, badges: BadgeList) => PaintView;
}
