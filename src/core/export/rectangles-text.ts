import { imageRectOf, type Inspection } from '../inspection/inspection.ts';
import { hasFlag, type RegionTable } from '../inspection/region-table.ts';

/** `[x1, y1, x2, y2]` as received; a refused entry has no numbers, and JSON has no NaN. */
export function rectangleText({ received }: RegionTable, row: number): string {
  const at = row * 4;
  return `[${one(received[at])}, ${one(received[at + 1])}, ${one(received[at + 2])}, ${one(received[at + 3])}]`;
}

/** `[[x1, y1, x2, y2], ...]`, as `results` of the service hold it. */
export function rectanglesText(table: RegionTable, rows: ArrayLike<number>): string {
  let text = '[';
  for (let at = 0; at < rows.length; at += 1) text += `${at === 0 ? '' : ', '}${rectangleText(table, rows[at] ?? -1)}`;
  return `${text}]`;
}

/** As `rectangleText`, in pixels of the image as shown. */
export function shownRectangleText(inspection: Inspection, row: number): string {
  return `[${shownCorners(inspection, row)?.join(', ') ?? 'null, null, null, null'}]`;
}

/** As `rectanglesText`, in pixels of the image as shown. */
export function shownRectanglesText(inspection: Inspection, rows: readonly number[]): string {
  return `[${rows.map((row) => shownRectangleText(inspection, row)).join(', ')}]`;
}

/**
 * x1, y1, x2, y2 in pixels of the image as shown, under the frame in use; null for what is no rectangle.
 * To a hundredth of a pixel: more would be said than anybody knows of a frame.
 */
export function shownCorners(inspection: Inspection, row: number): readonly number[] | null {
  if (row >= inspection.regions.count || hasFlag(inspection.regions, row, 'refused')) return null;
  const { x1, y1, x2, y2 } = imageRectOf(inspection, row);
  return [x1, y1, x2, y2].map((value) => Math.round(value * 100) / 100);
}

function one(value = NaN): string {
  return Number.isFinite(value) ? String(value) : 'null';
}
