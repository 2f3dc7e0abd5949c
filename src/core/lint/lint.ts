import { levelsWithConfidence, lowRows, type Thresholds, USUAL_THRESHOLDS } from '../inspection/confidence.ts';
import type { Inspection } from '../inspection/inspection.ts';
import { levelsShown, shownItems } from '../inspection/levels-shown.ts';
import { positionOf } from '../inspection/listed.ts';
import { FLAG } from '../inspection/region-table.ts';
import type { BoxLint } from './box-lint.ts';
import { type InkReport, missedIn } from './ink-report.ts';
import { inBoth } from './filter.ts';
import { kept } from './kept.ts';
import { LINT_KINDS, type LintId, type LintKind, type LintNeed } from './kinds.ts';
import { rowsWhere } from '../rows-where.ts';
import { textLint } from './text-lint.ts';

/** What was found of one kind; `coming`: its evidence is being looked for; `cannot`: there is nothing to look at. */
export type Finding = FoundOfKind | { readonly state: 'coming' | 'failed' | 'cannot' };

export interface FoundOfKind {
  readonly state: 'known';
  /** Ascending. Empty for what is no item: missed ink. */
  readonly items: Uint32Array;
  readonly count: number;
  /** False: there may be more. */
  readonly all: boolean;
  /** It was found under an earlier frame, and what holds under this one is being looked for. */
  readonly earlier?: true;
}

export type Lint = Readonly<Record<LintId, Finding>>;

/** What lint is made of beside the inspection. */
export interface LintEvidence {
  readonly boxes: BoxLint | 'coming' | 'failed';
  /** null: there is no image to look at. */
  readonly ink: InkReport | 'coming' | 'failed' | null;
  /** The ink was looked at under an earlier frame. */
  readonly inkIsEarlier?: boolean;
  /** What low confidence is; absent: as usual. */
  readonly thresholds?: Thresholds;
}

/** Share of a box that is ink: under this there is no writing in it (a dot in the box of a line is more). */
const EMPTY = 0.002;
/** Over this there is something in it. */
const INKED = 0.02;

/**
 * What may be wrong with a result, by kind, at the levels that are shown. A pass over the rows for each kind, and none for those
 * that the same was asked of before: most stay while the frame changes. A kind nobody has evidence for costs nothing.
 */
export function lintOf(inspection: Inspection, evidence: LintEvidence): Lint {
  const { boxes, ink, inkIsEarlier, thresholds = USUAL_THRESHOLDS } = evidence;
  const { regions, outside, itemCount, pairing } = inspection;
  const texts = textLint(inspection);
  const flagged = (id: LintId, bit: number) =>
    kept(id, regions, [], () => known(rowsWhere(regions.count, (row) => ((regions.flags[row] ?? 0) & bit) !== 0)));
  const near = (of: (found: BoxLint) => Finding): Finding => (typeof boxes === 'string' ? { state: boxes } : of(boxes));
  const inked = (of: (found: InkReport) => Finding): Finding => {
    if (ink === null) return CANNOT;
    if (typeof ink === 'string') return { state: ink };
    const found = of(ink);
    return inkIsEarlier && found.state === 'known' ? { ...found, earlier: true } : found;
  };
  const rowsByInk = (id: LintId, report: InkReport, passes: (share: number, row: number) => boolean) =>
    kept(id, report, [regions, inspection.texts, pairing], () =>
      known(rowsWhere(regions.count, (row) => passes(report.density[row] ?? NaN, row))),
    );

  const shown = shownItems(inspection);
  const look: Record<LintId, () => Finding> = {
    refused: () => flagged('refused', FLAG.refused),
    outside: () => known(rowsWhere(regions.count, (row) => outside[row] === 1)),
    noInk: () => inked((report) => rowsByInk('noInk', report, (share, row) => share < EMPTY && texts.hasWriting(row))),
    noText: () =>
      inked((report) => rowsByInk('noText', report, (share, row) => share > INKED && !texts.hasWriting(row))),
    missedInk: () => inked((report) => ({ ...NONE, ...missedIn(report) })),
    lowConfidence: () => lowOf(inspection, thresholds, shown),
    broken: () =>
      kept('broken', inspection.texts, [regions, pairing], () => known(rowsWhere(itemCount, texts.isBroken))),
    inverted: () => flagged('inverted', FLAG.swapped),
    noArea: () => flagged('noArea', FLAG.noArea),
    sliver: () => near(({ slivers }) => known(slivers)),
    duplicate: () => flagged('duplicate', FLAG.duplicate),
    nearlyEqual: () => near(({ nearlyEqual, all }) => known(nearlyEqual, all)),
    contained: () => near(({ contained, all }) => known(contained, all)),
  };
  const finding = ({ id, needs }: LintKind) => (isThere(inspection, needs) ? atLevels(id, look[id](), shown) : CANNOT);
  const lint = { ...NOTHING_KNOWN };
  for (const kind of LINT_KINDS) lint[kind.id] = finding(kind);
  return lint;
}

/** What is to be said of one item under this frame that its own problems do not say; in the order of the table. */
export function lintsOfItem(lint: Lint, item: number): readonly LintKind[] {
  return LINT_KINDS.filter(({ id, toldOfRegion }) => {
    const finding = lint[id];
    return (
      toldOfRegion !== true && finding.state === 'known' && !finding.earlier && positionOf(finding.items, item) >= 0
    );
  });
}

/** Of the levels that are shown, which `shown` stands for: the same object as long as they are the same. */
function lowOf(inspection: Inspection, thresholds: Thresholds, shown: Uint32Array | null): Finding {
  const { confidence, regions } = inspection;
  const look = () => known(lowRows(inspection, thresholds));
  if (!confidence) return look();
  return kept('lowConfidence', confidence, [regions, thresholds, shown ?? regions], look);
}

/** What of a finding is shown; null: all levels are. */
function atLevels(id: LintId, finding: Finding, shown: Uint32Array | null): Finding {
  if (shown === null || finding.state !== 'known' || finding.items.length === 0) return finding;
  const { items } = finding;
  const left = kept(id, items, [shown], () => known(inBoth(items, shown)));
  return left.state === 'known' ? { ...finding, items: left.items, count: left.count } : left;
}

function known(items: Uint32Array, all = true): Finding {
  return { state: 'known', items, count: items.length, all };
}

const NONE: FoundOfKind = { state: 'known', items: new Uint32Array(0), count: 0, all: true };
const CANNOT: Finding = { state: 'cannot' };
const NOTHING_KNOWN: Lint = {
  refused: CANNOT,
  outside: CANNOT,
  noInk: CANNOT,
  noText: CANNOT,
  missedInk: CANNOT,
  lowConfidence: CANNOT,
  broken: CANNOT,
  inverted: CANNOT,
  noArea: CANNOT,
  sliver: CANNOT,
  duplicate: CANNOT,
  nearlyEqual: CANNOT,
  contained: CANNOT,
};

function isThere(inspection: Inspection, needs: LintNeed): boolean {
  const { regions, imageSize, texts, pairing } = inspection;
  switch (needs) {
    case 'confidence':
      return (levelsWithConfidence(inspection) & levelsShown(inspection)) !== 0;
    case 'rectangles':
    case 'neighbours':
      return regions.count > 0;
    case 'image':
    case 'ink':
      return regions.count > 0 && imageSize !== null;
    case 'texts':
      return texts.length > 0;
    case 'ink and texts':
      // One text for all of them says nothing of any.
      return regions.count > 0 && imageSize !== null && texts.length > 0 && !pairing.whole;
  }
}
