import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintBoxes } from '../../../src/core/lint/box-lint.ts';
import { inBoth, itemsOfKinds } from '../../../src/core/lint/filter.ts';
import type { InkReport } from '../../../src/core/lint/ink-report.ts';
import { LINT_KINDS, type LintId } from '../../../src/core/lint/kinds.ts';
import { type Finding, lintOf, lintsOfItem, type LintEvidence } from '../../../src/core/lint/lint.ts';
import type { Thresholds } from '../../../src/core/inspection/confidence.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { bitOf, withLevels } from '../../../src/core/inspection/levels-shown.ts';
import { packedTexts, packTexts } from '../../../src/core/inspection/packed-texts.ts';
import { type Also, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aLayout, PAGE } from '../inspection/a-layout.ts';

const NOWHERE: Box = [NaN, NaN, NaN, NaN];
const LINE: Box = [10, 10, 300, 40];

describe('what may be wrong with a result', () => {
  test.each<[LintId, readonly number[], readonly Box[], Also, readonly number[]]>([
    ['refused', [1], [LINE, NOWHERE], {}, []],
    ['inverted', [0], [[300, 10, 10, 40], LINE], {}, []],
    ['noArea', [1], [LINE, [5, 5, 5, 90]], {}, []],
    ['duplicate', [2], [LINE, [0, 50, 90, 80], LINE], {}, []],
    ['nearlyEqual', [0, 2], [LINE, [0, 50, 90, 80], [10, 10, 301, 40]], {}, []],
    ['contained', [1], [LINE, [20, 15, 90, 35]], {}, []],
    ['outside', [1], [LINE, [350, 10, 450, 40]], { imageSize: { width: 400, height: 400 } }, []],
    ['sliver', [1], [LINE, [0, 50, 300, 52]], {}, []],
    ['broken', [0, 2], [LINE, [0, 50, 90, 80]], { texts: ['a\uFFFDb', 'fine', '\uFFFD'] }, []],
    ['noInk', [1], [LINE, LINE, LINE], { texts: ['a', 'b', ' \n'] }, [0.1, 0.001, 0.001]],
    ['noText', [1, 2], [LINE, LINE, LINE, LINE], { texts: ['a', null, ' '] }, [0.1, 0.1, 0.1, 0.01]],
  ])('%s: rows %j', (id, items, boxes, also, density) => {
    const inked = density.length > 0;
    const inspection = anInspection(boxes, inked ? { imageSize: { width: 400, height: 400 }, ...also } : also);
    const lint = lintOf(inspection, { boxes: lintBoxes(inspection.regions), ink: inked ? inkOf(density) : null });
    expect(lint[id]).toEqual({ state: 'known', items: Uint32Array.from(items), count: items.length, all: true });
  });

  test('counts ink with no box round it, which is no item', () => {
    const ink: InkReport = { density: new Float32Array(1), missed: new Float64Array(12) };
    expect(lintOf(withImage(), { boxes: 'coming', ink }).missedInk).toMatchObject({
      count: 3,
      items: new Uint32Array(0),
    });
  });

  test('says that there may be more missed ink than is told', () => {
    const found = [1_999, 2_000].map((places) => {
      const ink: InkReport = { density: new Float32Array(1), missed: new Float64Array(places * 4) };
      return lintOf(withImage(), { boxes: 'coming', ink }).missedInk;
    });
    expect(found).toMatchObject([
      { count: 1_999, all: true },
      { count: 2_000, all: false },
    ]);
  });

  test('looks through the rows anew only for what depends on the frame', () => {
    const imageSize = { width: 400, height: 400 };
    const before = anInspection([LINE, LINE, NOWHERE, [5, 5, 5, 90]], { texts: ['a', '\uFFFD', null, 'd'], imageSize });
    const boxes = lintBoxes(before.regions);
    const ink = inkOf([0, 0.1, NaN, 0]);
    const first = lintOf(before, { boxes, ink });
    const moved = { ...before, frame: { ...before.frame, e: 300 }, outside: Uint8Array.of(1, 1, 0, 0) };
    const second = lintOf(moved, { boxes, ink, inkIsEarlier: true });
    const same = LINT_KINDS.filter(({ id }) => itemsOf(first[id]) === itemsOf(second[id])).map(({ id }) => id);
    expect(LINT_KINDS.map(({ id }) => id).filter((id) => !same.includes(id))).toEqual(['outside']);
    expect(itemsOf(second.outside)).toEqual(Uint32Array.of(0, 1));
    // Of the same rectangles with other texts, other regions have no ink for theirs.
    const texts = [null, '\uFFFD', null, 'd\uFFFD'];
    const third = lintOf({ ...moved, texts }, { boxes, ink });
    expect([itemsOf(third.noInk), itemsOf(third.broken)]).toEqual([Uint32Array.of(3), Uint32Array.of(1, 3)]);
  });

  test('nor with levels and confidences, for which the frame counts as little', () => {
    const before = withLevels(aLayout(PAGE), bitOf('word'));
    const evidence = { boxes: lintBoxes(before.regions), ink: null };
    const first = lintOf(before, evidence);
    const second = lintOf({ ...before, frame: { ...before.frame, e: 300 } }, evidence);
    expect(first.lowConfidence).toMatchObject({ state: 'known' });
    const anew = LINT_KINDS.filter(({ id }) => itemsOf(first[id]) !== itemsOf(second[id])).map(({ id }) => id);
    expect(anew.filter((id) => id !== 'outside')).toEqual([]);
    // Other levels are other findings.
    const lines = lintOf(withLevels(before, bitOf('line')), evidence);
    expect(itemsOf(lines.lowConfidence)).not.toEqual(itemsOf(first.lowConfidence));
  });

  test('says of no region what the ink showed under an earlier frame', () => {
    const ink = inkOf([0]);
    const lint = lintOf(withImage(), { boxes: 'coming', ink, inkIsEarlier: true });
    expect(lint.noInk).toMatchObject({ state: 'known', count: 1, earlier: true });
    expect(lintsOfItem(lint, 0)).toEqual([]);
    expect(lintsOfItem(lintOf(withImage(), { boxes: 'coming', ink }), 0).map(({ id }) => id)).toEqual(['noInk']);
  });

  test('says what is not known yet, failed, or has nothing to look at', () => {
    expect(states({ boxes: 'coming', ink: 'failed' })).toEqual(['coming', 'failed', 'failed', 'known', 'known']);
    expect(states({ boxes: 'failed', ink: 'coming' })).toEqual(['failed', 'coming', 'coming', 'known', 'known']);
    const bare = lintOf(anInspection([LINE]), { boxes: 'coming', ink: null });
    expect([bare.outside, bare.noInk, bare.broken].map(({ state }) => state)).toEqual(['cannot', 'cannot', 'cannot']);
  });

  test('one text for all regions says nothing of any of them', () => {
    const whole = anInspection([LINE, [0, 50, 90, 80]], {
      texts: ['all of it'],
      imageSize: { width: 400, height: 400 },
    });
    expect(whole.pairing.whole).toBe(true);
    expect(lintOf(whole, { boxes: 'coming', ink: inkOf([0.1, 0.1]) }).noText.state).toBe('cannot');
  });

  test('is the same for texts in columns, however many', () => {
    const texts = Array.from({ length: 25_000 }, (_, at) =>
      at % 5_000 === 7 ? '\uFFFD\uFFFD' : at % 10_000 === 3 ? ' ' : 'x',
    );
    const boxes = texts.map((_, at): Box => [0, at * 20, 90, at * 20 + 18]);
    const imageSize = { width: 100, height: 1_000_000 };
    const ink = inkOf(texts.map(() => 0.1));
    const lint = lintOf(
      { ...anInspection(boxes, { texts, imageSize }), texts: packedTexts(packTexts(texts)) },
      { boxes: 'coming', ink },
    );
    expect(lint.broken).toMatchObject({ items: Uint32Array.of(7, 5_007, 10_007, 15_007, 20_007) });
    expect(lint.noText).toMatchObject({ items: Uint32Array.of(3, 10_003, 20_003) });
  });

  test('what is said of one region leaves out what its own problems say', () => {
    const inspection = anInspection([LINE, [20, 15, 90, 35], [90, 15, 20, 15.5]]);
    const lint = lintOf(inspection, { boxes: lintBoxes(inspection.regions), ink: null });
    expect(lintsOfItem(lint, 2).map(({ id }) => id)).toEqual(['sliver', 'contained']);
    expect(lintsOfItem(lint, 0)).toEqual([]);
  });
});

describe('a filter', () => {
  const someItems = fc.uniqueArray(fc.nat(200), { maxLength: 60 }).map((items) => Uint32Array.from(items).toSorted());

  test('leaves exactly what any of the chosen kinds found, ascending', () => {
    const found = fc.record({ sliver: someItems, contained: someItems, broken: someItems });
    fc.assert(
      fc.property(found, fc.subarray(['sliver', 'contained', 'broken'] as const), (items, chosen) => {
        const base = lintOf(anInspection([LINE]), { boxes: 'coming', ink: null });
        const lint = {
          ...base,
          sliver: known(items.sliver),
          contained: known(items.contained),
          broken: known(items.broken),
        };
        const wanted = new Set(chosen.flatMap((id) => [...items[id]]));
        const left = itemsOfKinds(lint, chosen, 201);
        expect(left && [...left]).toEqual(chosen.length === 0 ? null : [...wanted].toSorted((a, b) => a - b));
      }),
    );
  });

  test('leaves of a search what both hold', () => {
    fc.assert(
      fc.property(someItems, someItems, (one, other) => {
        expect([...inBoth(one, other)]).toEqual([...one].filter((item) => other.includes(item)));
      }),
    );
  });

  test('asks for nothing as long as nothing of what was chosen is known', () => {
    const lint = lintOf(withImage(), { boxes: 'coming', ink: 'coming' });
    expect(itemsOfKinds(lint, ['sliver', 'noText'], 1)).toBeNull();
    expect(itemsOfKinds(lint, ['sliver', 'inverted'], 1)).toEqual(new Uint32Array(0));
  });
});

test('every kind has a name and a sentence of its own', () => {
  expect(new Set(LINT_KINDS.map(({ name }) => name)).size).toBe(LINT_KINDS.length);
  for (const { means } of LINT_KINDS) expect(means).toMatch(/^[A-Z].*\.$/);
});

function itemsOf(finding: Finding): Uint32Array | null {
  return finding.state === 'known' ? finding.items : null;
}

function found(inspection: Inspection, thresholds?: Thresholds) {
  return lintOf(inspection, { boxes: 'coming', ink: null, ...(thresholds && { thresholds }) }).lowConfidence;
}

function states(evidence: LintEvidence): readonly string[] {
  const lint = lintOf(withImage(), evidence);
  return [lint.sliver.state, lint.noText.state, lint.missedInk.state, lint.broken.state, lint.inverted.state];
}

function withImage() {
  return anInspection([LINE], { texts: ['a'], imageSize: { width: 400, height: 400 } });
}

function inkOf(density: readonly number[]): InkReport {
  return { density: Float32Array.from(density), missed: new Float64Array(0) };
}

function known(items: Uint32Array) {
  return { state: 'known', items, count: items.length, all: true } as const;
}

describe('low confidence', () => {
  const words = withLevels(aLayout(PAGE), bitOf('word'));

  test('is under the threshold that was set; what has none is not low', () => {
    expect(found(words)).toMatchObject({ state: 'known', count: 1, items: Uint32Array.of(4) });
    expect(found(words, { low: 0.98, middle: 1 })).toMatchObject({ count: 2 });
  });

  test('is not looked for where the result tells none at the levels that are shown', () => {
    expect(found(withLevels(aLayout(PAGE), bitOf('line'))).state).toBe('cannot');
    expect(found(anInspection([LINE])).state).toBe('cannot');
  });

  test('findings count what is listed: nothing of a level that is hidden', () => {
    const one = { level: 'line', box: [0, 0, 9, 9], text: '\uFFFD' } as const;
    const both = aLayout([one, { ...one, level: 'word', parent: 0 }]);
    const broken = (levels: number) => lintOf(withLevels(both, levels), { boxes: 'coming', ink: null }).broken;
    expect([63, bitOf('line'), bitOf('word')].map(broken)).toMatchObject([
      { count: 2 },
      { items: Uint32Array.of(0) },
      { items: Uint32Array.of(1) },
    ]);
  });
});
