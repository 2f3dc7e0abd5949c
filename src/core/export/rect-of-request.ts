import { hasFlag, orderedRect, type RegionTable } from '../inspection/region-table.ts';

/**
 * `{"topLeftX": 0, ...}`, the `rect` of a region of a request: whole pixels, corners in order, nothing of the box left out.
 * As received and never through the frame: a new request speaks of the pixels that the service reads. null for a refused entry.
 */
export function rectOfRequest(table: RegionTable, row: number): string | null {
  if (row >= table.count || hasFlag(table, row, 'refused')) return null;
  const { x1, y1, x2, y2 } = orderedRect(table, row);
  // Zero added: -0 is no number of JSON's own.
  const [left, top, right, bottom] = [Math.floor(x1) + 0, Math.floor(y1) + 0, Math.ceil(x2) + 0, Math.ceil(y2) + 0];
  return `{"topLeftX": ${left}, "topLeftY": ${top}, "bottomRightX": ${right}, "bottomRightY": ${bottom}}`;
}

/**
 * `regions` of a request: `[{"rect": {...}, "order": 0}, ...]`. Refused entries are left out: a request has no place for them.
 *
 * @param order of the request that these rows came from, which a new one keeps; null: they are read as they stand here
 */
export function regionsOfRequest(table: RegionTable, rows: ArrayLike<number>, order: readonly number[] | null): string {
  const regions: string[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const rect = rectOfRequest(table, row);
    if (rect !== null) regions.push(`{"rect": ${rect}, "order": ${order ? (order[row] ?? 0) : regions.length}}`);
  }
  return `[${regions.join(', ')}]`;
}
