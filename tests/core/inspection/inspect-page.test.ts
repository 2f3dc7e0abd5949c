import { expect, it } from 'vitest';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { inspectPage } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { pageText } from '../../../src/core/pdf/page-text.ts';
import { textAsRegions } from '../../../src/core/pdf/text-as-regions.ts';

const run = { dir: 'ltr', transform: [1, 0, 0, 1, 5, 5], hasEOL: true, ascent: 1, descent: 0, vertical: false };

it('the text of a page has its own texts, its own levels, and belongs to no task', () => {
  const runs = [{ ...run, str: 'two words', width: 90, height: 10 }];
  const rows = pageText(runs, { a: 1, b: 0, c: 0, d: -1, e: 0, f: 100 }, { width: 100, height: 100 });
  if (!rows) throw new Error('nothing was read');
  const parts = { choice: PAIR_BY_POSITION, frame: IDENTITY_FRAME, imageSize: { width: 100, height: 100 } };
  const inspection = inspectPage(textAsRegions(rows), parts);
  expect(inspection).toMatchObject({ regionSource: 'page', ownTexts: true, itemCount: 4, problems: [] });
  expect(inspection.pairing.loose).toEqual([]);
  expect([0, 1, 2, 3].map((row) => inspection.texts.at(row))).toEqual(['two words', 'two words', 'two', 'words']);
});
