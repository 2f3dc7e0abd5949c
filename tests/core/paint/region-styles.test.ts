import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { lookOf, STYLES, stylesOf } from '../../../src/core/paint/region-styles.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';

const SIZE = { width: 100, height: 100 };

const problem = (severity: 'warning' | 'note') => [{ where: 'here', what: 'odd', severity }];

/** Boxes that are clean, swapped, partly outside; and every now and then a problem of the entry or of its text. */
const inspections = fc
  .array(fc.tuple(fc.constantFrom<Box>([1, 1, 9, 9], [20, 20, 10, 10], [90, 90, 120, 99]), fc.nat(5)), {
    maxLength: 30,
  })
  .map((rows): Inspection => {
    const made = anInspection(
      rows.map(([[x1, y1, x2, y2]], i): Box => [x1, y1 + i / 100, x2, y2 + i / 100]),
      { imageSize: SIZE, texts: rows.map((_, i) => `text ${i}`) },
    );
    const ofRows = rows.flatMap(([, kind], row) => (kind === 1 ? [[row, problem('warning')] as const] : []));
    const ofTexts = rows.flatMap(([, kind], row) =>
      kind === 2 || kind === 3 ? [[row, problem(kind === 2 ? 'warning' : 'note')] as const] : [],
    );
    return { ...made, regionProblems: new Map(ofRows), textProblems: new Map(ofTexts) };
  });

test('the code of each row says the look that the row has when it is asked for alone', () => {
  fc.assert(
    fc.property(inspections, fc.nat(30), (inspection, found) => {
      const { codes } = stylesOf(inspection, null);
      const searched = stylesOf(inspection, Uint32Array.of(found)).codes;
      for (let row = 0; row < codes.length; row += 1) {
        const look = lookOf(inspection, row);
        expect(STYLES[codes[row] ?? 99]).toEqual({ look, emphasis: 'normal' });
        expect(STYLES[searched[row] ?? 99]).toEqual({ look, emphasis: row === found ? 'matched' : 'dimmed' });
      }
    }),
  );
});

test('rows are counted by style, and a style that nobody has is not there', () => {
  const { counts, present } = stylesOf(
    anInspection([
      [0, 0, 9, 9],
      [30, 9, 20, 1],
      [1, 1, 5, 5],
    ]),
    Uint32Array.of(0, 99),
  );
  expect(present.map((code) => [STYLES[code]?.look, STYLES[code]?.emphasis, counts[code]])).toEqual([
    ['plain', 'dimmed', 1],
    ['flagged', 'dimmed', 1],
    ['plain', 'matched', 1],
  ]);
});

test('codes are made once for an inspection and a search', () => {
  const inspection = anInspection([[0, 0, 9, 9]]);
  const matches = Uint32Array.of(0);
  expect(stylesOf(inspection, matches)).toBe(stylesOf(inspection, matches));
});
