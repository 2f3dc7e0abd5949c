import type { Problem } from '../problem.ts';
import { describe, isNumberLike, LARGEST_COORDINATE, readCoordinate } from './coordinate.ts';

/** The rectangles of one entry of an answer, one row per received rectangle. */
export interface RectangleRows {
  /** 4 * rows: x1, y1, x2, y2 as received; four NaN where the row was refused. */
  readonly received: Float64Array<ArrayBuffer>;
  /** Row -> why it was refused. Sparse, and only of the first refused ones: see `MOST_REFUSALS`. */
  readonly refused: ReadonlyMap<number, Problem>;
  /** Rows whose numbers came as texts. */
  readonly fromText: readonly number[];
}

/** Words for more refused rows than this would fill the memory and nobody reads them; the rows stay refused. */
const MOST_REFUSALS = 10_000;
const NEEDS = 'needs x1, y1, x2, y2';
const KEPT = 'It is not drawn, but keeps its number, so that the texts stay with their regions.';
const NAMES = ['x1', 'y1', 'x2', 'y2'] as const;

/**
 * Rows of a parsed list: `[[x1, y1, x2, y2], ...]`, one rectangle without the outer brackets, or one nesting level more
 * (pages). Stops in words when it holds more than `limit` rows.
 */
export function rowsOfList(list: readonly unknown[], where: string, limit: number): RectangleRows | 'too many' {
  const rows = new RowCollector();
  if (isOneRectangle(list)) rows.add(list, () => where);
  else {
    const paged = list.some(isPage);
    if (!paged && list.length > limit) return 'too many';
    for (const [at, element] of list.entries()) {
      if (isPage(element)) {
        for (const [inner, entry] of element.entries()) {
          rows.add(entry, () => `${where}[${at}][${inner}]`);
          if (rows.count > limit) return 'too many';
        }
      } else if (!(paged && isEmptyList(element))) rows.add(element, () => `${where}[${at}]`);
      if (rows.count > limit) return 'too many';
    }
  }
  return rows.rows();
}

/** The numbers of `[[x1, y1, x2, y2], ...]` and nothing else, as `scanRectangles` gives them; null for anything else. */
export function cleanRows(bytes: Uint8Array): Float64Array<ArrayBuffer> | null {
  const list = parsed(bytes);
  if (!Array.isArray(list)) return null;
  const numbers = new Float64Array(list.length * 4);
  let slot = 0;
  for (const row of list) {
    if (!Array.isArray(row) || row.length !== 4) return null;
    for (let column = 0; column < 4; column += 1) {
      const value: unknown = row[column];
      if (typeof value !== 'number' || value > LARGEST_COORDINATE || value < -LARGEST_COORDINATE) return null;
      numbers[slot] = value;
      slot += 1;
    }
  }
  return numbers;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

class RowCollector {
  count = 0;
  private received = new Float64Array(256);
  private readonly refused = new Map<number, Problem>();
  private readonly fromText: number[] = [];

  /** `where` is asked for refused rows only: a million paths would be made for nothing. */
  add(entry: unknown, where: () => string): void {
    const row = this.count;
    this.count += 1;
    if (row * 4 === this.received.length) this.grow();
    const fault = shapeFault(entry) ?? (Array.isArray(entry) ? this.write(entry, row) : null);
    if (fault === null) return;
    this.received.fill(NaN, row * 4, row * 4 + 4);
    if (this.refused.size < MOST_REFUSALS) {
      this.refused.set(row, { where: where(), what: fault(), todo: KEPT, severity: 'error' });
    }
  }

  rows(): RectangleRows {
    const received = this.received.slice(0, this.count * 4);
    return { received, refused: this.refused, fromText: this.fromText };
  }

  private write(entry: readonly unknown[], row: number): Fault | null {
    let anyText = false;
    for (let column = 0; column < 4; column += 1) {
      const coordinate = readCoordinate(entry[column]);
      if (coordinate.value === null) return () => `${NAMES[column] ?? 'a value'} ${coordinate.what}`;
      anyText ||= coordinate.fromText;
      this.received[row * 4 + column] = coordinate.value;
    }
    if (anyText) this.fromText.push(row);
    return null;
  }

  private grow(): void {
    const longer = new Float64Array(this.received.length * 2);
    longer.set(this.received);
    this.received = longer;
  }
}

/** Why a row is refused, put into words only when they are told. */
type Fault = () => string;

/** Why an entry cannot be four coordinates, whatever they are; null when it can. */
function shapeFault(entry: unknown): Fault | null {
  if (!Array.isArray(entry)) return () => `is ${describe(entry)}, ${NEEDS}`;
  if (isPolygon(entry)) return () => `is a list of ${entry.length} points, ${NEEDS}`;
  if (entry.some((value) => Array.isArray(value))) return () => `holds lists within lists, ${NEEDS}`;
  if (entry.length === 4) return null;
  return () => {
    const noun = entry.every(isNumberLike) ? 'number' : 'value';
    return `has ${entry.length} ${noun}${entry.length === 1 ? '' : 's'}, ${NEEDS}`;
  };
}

/** Why a value that stands where a box is expected is none, in words. */
export function whyNoCorners(value: unknown): string {
  const fault = shapeFault(value);
  if (fault) return fault();
  for (const [column, name] of NAMES.entries()) {
    const coordinate = readCoordinate(Array.isArray(value) ? value[column] : null);
    if (coordinate.value === null) return `${name} ${coordinate.what}`;
  }
  return NEEDS;
}

/** `[0, 8, 697, 441]` where `[[0, 8, 697, 441]]` should be. */
function isOneRectangle(list: readonly unknown[]): boolean {
  return list.some(isNumberLike) && !list.some((value) => typeof value === 'object' && value !== null);
}

/** A list of lists that is not one polygon: a page of rectangles, or a nesting too many. */
function isPage(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((inner) => Array.isArray(inner)) && !isPolygon(value);
}

/** Points instead of corners: `[[x, y], [x, y], [x, y]]`. */
function isPolygon(value: readonly unknown[]): boolean {
  return (
    value.length > 1 && value.every((point) => Array.isArray(point) && point.length === 2 && point.every(isNumberLike))
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
