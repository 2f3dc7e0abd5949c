import { type Inspection } from '../../inspection/inspection.ts';
import { itemNumber } from '../../inspection/items.ts';
import { type Level, LEVELS } from '../../inspection/levels.ts';

export type ItemKind = 'region' | 'text' | 'whole text';

/** The entry's number in what was received, from 1; texts without a rectangle count for themselves. */
export function itemIndex(inspection: Inspection, item: number): number {
  return itemNumber(inspection, item);
}

export function itemKind({ regions, pairing }: Inspection, item: number): ItemKind {
  if (item < regions.count) return 'region';
  return pairing.whole ? 'whole text' : 'text';
}

/** null: it has no rectangle. */
export function itemLevel({ regions }: Inspection, item: number): Level | null {
  return item < regions.count ? (LEVELS[regions.level[item] ?? 0] ?? null) : null;
}

/** `index` of the region that holds it; null for the outermost. */
export function itemParent({ regions }: Inspection, item: number): number | null {
  const parent = regions.parent[item] ?? -1;
  return parent < 0 ? null : parent + 1;
}

/** 0 to 1, as received and not with the tail that its 32 bits have as 64; null: the result tells none. */
export function itemConfidence({ confidence }: Inspection, item: number): number | null {
  const told = confidence?.[item] ?? NaN;
  return Number.isFinite(told) ? Number(told.toPrecision(7)) : null;
}
