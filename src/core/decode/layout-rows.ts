import { LEVELS, type Level, levelCode } from '../inspection/levels.ts';
import type { Problem } from '../problem.ts';

/** The boxes of one entry with their texts, parents before their children. */
export interface LayoutRows {
  readonly count: number;
  /** 4 * count: x1, y1, x2, y2; four NaN where the box could not be read. */
  readonly received: Float64Array<ArrayBuffer>;
  readonly level: Uint8Array<ArrayBuffer>;
  /** Row of the parent in this entry, or -1. */
  readonly parent: Int32Array<ArrayBuffer>;
  readonly texts: readonly (string | null)[];
  /** 0 to 1, NaN for none; null: no row has any. */
  readonly confidence: Float32Array<ArrayBuffer> | null;
  readonly refused: ReadonlyMap<number, Problem>;
  /** Rows whose numbers came as texts. */
  readonly fromText: readonly number[];
}

/** Corners as received, or why there are none. */
export type Box =
  | { readonly corners: readonly [number, number, number, number]; readonly fromText: boolean }
  | { readonly corners: null; readonly what: string };

/** Texts of blocks are made of those of their lines; beyond this many characters they are not. */
const MOST_JOINED = 50_000_000;
/** Words for more refused rows than this nobody reads; the rows stay refused. */
const MOST_REFUSALS = 10_000;
const WORD = levelCode('word');

/** Collects rows whose number nobody knows before the end. No object per row. */
export class LayoutBuilder {
  count = 0;
  private received = new Float64Array(256);
  private levels = new Uint8Array(64);
  private parents = new Int32Array(64);
  private confidences = new Float32Array(64);
  private readonly texts: (string | null)[] = [];
  private readonly refused = new Map<number, Problem>();
  private readonly fromText: number[] = [];
  private anyConfidence = false;
  private mostConfidence = 0;

  /** Gives the number of the row. */
  add(level: Level, parent: number, box: Box, where: () => string): number {
    const row = this.count;
    this.count += 1;
    if (row === this.levels.length) this.grow();
    this.received.set(box.corners ?? [NaN, NaN, NaN, NaN], row * 4);
    this.levels[row] = levelCode(level);
    this.parents[row] = parent;
    this.confidences[row] = NaN;
    this.texts.push(null);
    if (!box.corners) this.refuse(row, box.what, where);
    else if (box.fromText) this.fromText.push(row);
    return row;
  }

  private refuse(row: number, what: string, where: () => string): void {
    if (this.refused.size < MOST_REFUSALS)
      this.refused.set(row, { where: where(), what, todo: KEPT, severity: 'error' });
  }

  textOf(row: number): string | null {
    return this.texts[row] ?? null;
  }

  setText(row: number, text: string): void {
    this.texts[row] = text;
  }

  levelOf(row: number): Level {
    return LEVELS[this.levels[row] ?? 0] ?? 'region';
  }

  /** As received; `done` brings all to 0 to 1. */
  setConfidence(row: number, value: number): void {
    this.confidences[row] = value;
    this.anyConfidence = true;
    this.mostConfidence = Math.max(this.mostConfidence, value);
  }

  /** `percent`: confidences are 0 to 100; without it they are when any is above 1. */
  done(percent = this.mostConfidence > 1): LayoutRows {
    this.joinTexts();
    const { count, texts, refused, fromText } = this;
    const confidence = this.anyConfidence ? this.confidences.slice(0, count) : null;
    if (percent) confidence?.forEach((value, row) => (confidence[row] = value / 100));
    return {
      count,
      received: this.received.slice(0, count * 4),
      level: this.levels.slice(0, count),
      parent: this.parents.slice(0, count),
      texts,
      confidence,
      refused,
      fromText,
    };
  }

  /** From the last row to the first: children stand behind their parents. */
  private joinTexts(): void {
    /** Per row the texts of its children with what stands before each, the last child first. */
    const parts = new Map<number, { readonly list: string[]; skip: number }>();
    let joined = 0;
    for (let row = this.count - 1; row >= 0; row -= 1) {
      const children = parts.get(row);
      parts.delete(row);
      if (children && this.texts[row] === null && joined < MOST_JOINED) {
        const text = children.list.toReversed().join('').slice(children.skip);
        joined += text.length;
        this.texts[row] = text;
      }
      const parent = this.parents[row] ?? -1;
      const text = this.texts[row] ?? null;
      if (parent < 0 || text === null || this.texts[parent] !== null) continue;
      const before = this.separator(row, parent);
      const siblings = parts.get(parent) ?? { list: [], skip: 0 };
      siblings.list.push(before + text);
      siblings.skip = before.length;
      parts.set(parent, siblings);
    }
  }

  private separator(row: number, parent: number): string {
    const level = this.levels[row] ?? 0;
    // Symbols are words within a word.
    if (level === WORD) return this.levels[parent] === WORD ? '' : ' ';
    return betweenTexts(LEVELS[level] ?? 'region');
  }

  private grow(): void {
    this.received = grown(this.received, new Float64Array(this.received.length * 2));
    this.levels = grown(this.levels, new Uint8Array(this.levels.length * 2));
    this.parents = grown(this.parents, new Int32Array(this.parents.length * 2));
    this.confidences = grown(this.confidences, new Float32Array(this.confidences.length * 2));
  }
}

const KEPT = 'It is not drawn, but keeps its number and its text.';

/** What stands between two texts of a level in the text of their parent. */
export function betweenTexts(level: Level): string {
  if (level === 'word') return ' ';
  return level === 'page' || level === 'block' ? '\n\n' : '\n';
}

/**
 * What the entry reads like as plain text: the texts of its outermost rows. Words that lines stand beside are those of the lines, and
 * lines that say what the blocks beside them say are those of the blocks.
 */
export function plainTextOf({ count, parent, texts, level }: LayoutRows): string {
  const outermost: number[] = [];
  for (let row = 0; row < count; row += 1) if (parent[row] === -1 && (texts[row] ?? null) !== null) outermost.push(row);
  const inks = new Map<number, string>();
  for (const row of outermost) {
    const code = level[row] ?? 0;
    inks.set(code, (inks.get(code) ?? '') + (texts[row] ?? '').replace(/\s+/g, ''));
  }
  const lines = [...inks.keys()].some((code) => code !== WORD && code !== 0);
  /** What is said, and the outermost level that says it. */
  const said = new Map<string, number>();
  for (const [code, ink] of inks) said.set(ink, Math.min(code, said.get(ink) ?? code));
  let plain = '';
  for (const row of outermost) {
    const code = level[row] ?? 0;
    if ((lines && code === WORD) || said.get(inks.get(code) ?? '') !== code) continue;
    plain += (plain === '' ? '' : betweenTexts(LEVELS[code] ?? 'region')) + (texts[row] ?? '');
  }
  return plain;
}

function grown<T extends { set: (from: T) => void }>(from: T, into: T): T {
  into.set(from);
  return into;
}
