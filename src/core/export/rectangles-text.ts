import type { RegionTable } from '../inspection/region-table.ts';

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

function one(value = NaN): string {
  return Number.isFinite(value) ? String(value) : 'null';
}
