import { flagSummary } from '../inspection/flag-words.ts';
import { flagRows } from '../inspection/region-flags.ts';
import { createRegionTable, FLAG, type RegionTable } from '../inspection/region-table.ts';
import { describe, readCoordinate } from '../decode/coordinate.ts';
import { TEXT_NAMES } from '../decode/layout-names.ts';
import { lowerKeys, type LooseObject } from '../ocr/parse-parts.ts';
import type { Problem } from '../problem.ts';

/** The regions that a person sent for recognition: the answer does not echo them, so they are pasted. */
export interface RequestRegions {
  /** One row per region of the request, in its order; refused ones keep their row. */
  readonly table: RegionTable;
  /** Per row; 0 where a region has none, as the service reads it. null: no region has one. */
  readonly order: readonly number[] | null;
  readonly problems: readonly Problem[];
  /** Per row, sparse. */
  readonly regionProblems: ReadonlyMap<number, readonly Problem[]>;
}

/** Names of the corners as the service has them, and the typo of its Node SDK v3 (`bBottomRightY`), all in lower case. */
const CORNERS: readonly { readonly name: string; readonly keys: readonly string[] }[] = [
  { name: 'topLeftX', keys: ['topleftx', 'x1', 'left'] },
  { name: 'topLeftY', keys: ['toplefty', 'y1', 'top'] },
  { name: 'bottomRightX', keys: ['bottomrightx', 'x2', 'right'] },
  { name: 'bottomRightY', keys: ['bottomrighty', 'bbottomrighty', 'y2', 'bottom'] },
];
const TOLD_ONE_BY_ONE = 20;
/** The same limit as for an answer. */
const MOST_REGIONS = 1_000_000;

/** `regions` of a request body: `[{rect: {topLeftX, topLeftY, bottomRightX, bottomRightY}, order}]`, in any case of letters. */
export function readRequestRegions(regions: readonly unknown[], where: string): RequestRegions {
  const table = createRegionTable(Math.min(regions.length, MOST_REGIONS));
  const order: number[] = [];
  const refused = new Map<number, readonly Problem[]>();
  let anyOrder = false;
  for (let row = 0; row < table.count; row += 1) {
    const fields = lowerKeys(regions[row]);
    const given = fields?.['order'];
    if (typeof given === 'number' && Number.isFinite(given)) anyOrder = true;
    order.push(typeof given === 'number' && Number.isFinite(given) ? given : 0);
    const what = writeCorners(table, row, regions[row]);
    if (what !== null) refused.set(row, [{ where: `${where}[${row}]`, what, severity: 'error' }]);
  }
  flagRows(table);
  const told = [...refused.values()].slice(0, TOLD_ONE_BY_ONE).flat();
  return {
    table,
    order: anyOrder ? order : null,
    problems: [...told, ...notTold(refused.size - told.length, regions.length - table.count), ...flagSummary(table)],
    regionProblems: refused,
  };
}

/** A list of which a thousand entries are no regions has none further on. */
const LOOKED_AT = 1_000;

/** A list that can only be the `regions` of a request: those of a result have texts. */
export function isRequestRegions(list: readonly unknown[]): boolean {
  return list.slice(0, LOOKED_AT).some((entry) => {
    const fields = lowerKeys(entry);
    return fields !== null && ('rect' in fields || 'topleftx' in fields) && !hasText(fields);
  });
}

function hasText(fields: LooseObject): boolean {
  return TEXT_NAMES.some((name) => typeof fields[name] === 'string');
}

/** Why the region is refused, or null. */
function writeCorners(table: RegionTable, row: number, region: unknown): string | null {
  const corners = cornersOf(region);
  table.received.fill(NaN, row * 4, row * 4 + 4);
  if (!corners) return `is ${describe(region)}, needs rect with topLeftX, topLeftY, bottomRightX, bottomRightY`;
  const four: number[] = [];
  let anyText = false;
  for (const { name, keys } of CORNERS) {
    const key = keys.find((candidate) => candidate in corners);
    if (key === undefined) return `has no rect.${name}`;
    const coordinate = readCoordinate(corners[key]);
    if (coordinate.value === null) return `rect.${name} ${coordinate.what}`;
    anyText ||= coordinate.fromText;
    four.push(coordinate.value);
  }
  table.received.set(four, row * 4);
  if (anyText) table.flags[row] = FLAG.stringNumbers;
  return null;
}

/** The corners stand in `rect`, or in the region itself. */
function cornersOf(region: unknown): LooseObject | null {
  const fields = lowerKeys(region);
  return lowerKeys(fields?.['rect']) ?? fields;
}

function notTold(refused: number, beyond: number): Problem[] {
  const problems: Problem[] = [];
  if (refused > 0) {
    problems.push({
      where: 'regions',
      what: `${refused} more are not rectangles; their rows say why`,
      severity: 'warning',
    });
  }
  if (beyond > 0) {
    const what = `${beyond.toLocaleString('en')} regions beyond the first ${MOST_REGIONS.toLocaleString('en')} are not read`;
    problems.push({ where: 'regions', what, severity: 'error' });
  }
  return problems;
}
