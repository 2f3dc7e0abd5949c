import { rowsWhere } from '../rows-where.ts';
import type { Inspection } from './inspection.ts';
import { type Level, LEVELS, levelCode } from './levels.ts';
import type { RegionTable } from './region-table.ts';
import { type Texts, textAt } from './texts.ts';

/** Several levels: bit n is place n in `LEVELS`. */
export type LevelBits = number;

export interface LevelCount {
  readonly level: Level;
  /** Rows of it, refused ones among them. */
  readonly count: number;
}

const counted = new WeakMap<RegionTable, readonly LevelCount[]>();

/** The levels that a table has, from the outside in. One: there is nothing to switch. */
export function levelCounts(regions: RegionTable): readonly LevelCount[] {
  const known = counted.get(regions);
  if (known) return known;
  const counts = LEVELS.map(() => 0);
  for (let row = 0; row < regions.count; row += 1) {
    const code = regions.level[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const made = LEVELS.map((level, code) => ({ level, count: counts[code] ?? 0 })).filter(({ count }) => count > 0);
  counted.set(regions, made);
  return made;
}

export function bitOf(level: Level): LevelBits {
  return 1 << levelCode(level);
}

export function levelOf({ level }: RegionTable, row: number): Level {
  return LEVELS[level[row] ?? 0] ?? 'region';
}

/** The row is of a level that is shown. Items beyond the table, texts without a rectangle, have no level and always are. */
export function isLevelShown(
  { regions, shownLevels }: Pick<Inspection, 'regions' | 'shownLevels'>,
  item: number,
): boolean {
  return shownLevels === null || item >= regions.count || ((shownLevels >>> (regions.level[item] ?? 0)) & 1) === 1;
}

/**
 * The same inspection with these levels shown; null: those that one reads by. Levels that it does not have are not looked
 * at, and where nothing would be left it is as with null.
 */
export function withLevels(inspection: Inspection, wanted: LevelBits | null): Inspection {
  const counts = levelCounts(inspection.regions);
  if (counts.length < 2) return inspection;
  const all = allOf(counts);
  const chosen = (wanted ?? 0) & all;
  const shown = chosen === 0 ? usualLevels(inspection) : chosen;
  return shown === all ? inspection : { ...inspection, shownLevels: shown };
}

/** What is shown of an inspection, where it has levels at all: all of them are bits. */
export function levelsShown({ regions, shownLevels }: Inspection): LevelBits {
  return shownLevels ?? allOf(levelCounts(regions));
}

const listed = new WeakMap<Inspection, Uint32Array>();
const latest = new WeakMap<
  RegionTable,
  { readonly bits: LevelBits; readonly items: Uint32Array; readonly of: number }
>();

/** Items of the levels shown, ascending; null: all items. The same list while only the frame changes. */
export function shownItems(inspection: Inspection): Uint32Array | null {
  if (inspection.shownLevels === null) return null;
  const known = listed.get(inspection);
  if (known) return known;
  const { regions, itemCount, shownLevels } = inspection;
  const before = latest.get(regions);
  const items =
    before?.bits === shownLevels && before.of === itemCount
      ? before.items
      : rowsWhere(itemCount, (item) => isLevelShown(inspection, item));
  latest.set(regions, { bits: shownLevels, items, of: itemCount });
  listed.set(inspection, items);
  return items;
}

const usual = new WeakMap<Texts, { readonly of: RegionTable; readonly bits: LevelBits }>();

/**
 * Lines, where they have texts: what one reads, and what a phrase is found in. Else the finest level that has texts. With
 * them the coarser levels that tell something no line does: a caption without lines, a region beside them.
 */
export function usualLevels({
  regions,
  texts,
  ownTexts,
}: Pick<Inspection, 'regions' | 'texts' | 'ownTexts'>): LevelBits {
  // Texts that were paired belong to whatever they were paired with.
  if (!ownTexts) return allOf(levelCounts(regions));
  const known = usual.get(texts);
  if (known?.of === regions) return known.bits;
  const bits = findUsual(regions, texts);
  usual.set(texts, { of: regions, bits });
  return bits;
}

function findUsual(regions: RegionTable, texts: Texts): LevelBits {
  const counts = levelCounts(regions);
  const told = counts.map(({ level }) => level).filter((level) => firstWithText(regions, texts, level) >= 0);
  const main = told.find((level) => level === 'line') ?? told.at(-1) ?? counts.at(-1)?.level ?? 'region';
  return bitOf(main) | besides(regions, texts, levelCode(main));
}

function firstWithText({ count, level }: RegionTable, texts: Texts, of: Level): number {
  const code = levelCode(of);
  for (let row = level.indexOf(code); row >= 0 && row < count; row = level.indexOf(code, row + 1)) {
    if (textAt(texts, row)) return row;
  }
  return -1;
}

/** Coarser levels of rows with a text that have no row of `main` in them. Parents stand before their children. */
function besides({ count, level, parent }: RegionTable, texts: Texts, main: number): LevelBits {
  const holds = new Uint8Array(count);
  let bits = 0;
  for (let row = count - 1; row >= 0; row -= 1) {
    const code = level[row] ?? 0;
    const above = parent[row] ?? -1;
    const tells = code === main || holds[row] === 1;
    if (tells && above >= 0) holds[above] = 1;
    if (tells || code > main || ((bits >>> code) & 1) === 1) continue;
    if (isWithin(level, parent, above, main)) continue;
    if (textAt(texts, row)) bits |= 1 << code;
  }
  return bits;
}

/** Some row from `row` outwards is of the level: what is told there is told already. */
function isWithin(level: Uint8Array, parent: Int32Array, row: number, code: number): boolean {
  let at = row;
  for (let steps = 0; at >= 0 && steps < MOST_STEPS; steps += 1) {
    if (level[at] === code) return true;
    at = parent[at] ?? -1;
  }
  return false;
}

/** Deeper than any layout nests; a table of another making may go round. */
const MOST_STEPS = 64;

function allOf(counts: readonly LevelCount[]): LevelBits {
  let bits = 0;
  for (const { level } of counts) bits |= bitOf(level);
  return bits;
}
