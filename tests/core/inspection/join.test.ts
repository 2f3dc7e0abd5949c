import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../../../src/core/decode/decoded.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { imageRectOf } from '../../../src/core/inspection/inspection.ts';
import { isFlagged, itemLabel, itemName, itemProblems, itemText } from '../../../src/core/inspection/items.ts';
import { buildInspection, type InspectionParts } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { readRequestRegions } from '../../../src/core/intake/request-regions.ts';

const NOTHING: InspectionParts = {
  detection: null,
  recognition: null,
  request: null,
  choice: PAIR_BY_POSITION,
  frame: IDENTITY_FRAME,
  imageSize: null,
};
const rectangles = (list: unknown): Decoded =>
  decodeAnswer([{ type: 'Other', data: encodePayload(JSON.stringify(list)) }], 'detection');
const texts = (...list: string[]): Decoded =>
  decodeAnswer(
    list.map((text) => ({ type: 'Text', data: encodePayload(text) })),
    'recognition',
  );
const boxes = (count: number) => Array.from({ length: count }, (_, row) => [row, 0, row + 1, 10]);
const join = (parts: Partial<InspectionParts>) => buildInspection({ ...NOTHING, ...parts });
const said = ({ problems }: { readonly problems: readonly { where: string; what: string }[] }) =>
  problems.map(({ what }) => what);
const request = readRequestRegions(
  [
    { rect: { topLeftX: 0, topLeftY: 0, bottomRightX: 300, bottomRightY: 100 }, order: 1 },
    { rect: { topLeftX: 5, topLeftY: 5, bottomRightX: 9, bottomRightY: 9 }, order: 0 },
  ],
  'regions',
);

describe('joining the answers of the two tasks', () => {
  it('pairs by number when the counts agree, and has nothing to say', () => {
    const inspection = join({ detection: rectangles(boxes(2)), recognition: texts('one', 'two') });
    expect([0, 1].map((item) => itemLabel(inspection, item))).toEqual(['Region 1 one', 'Region 2 two']);
    expect(inspection).toMatchObject({ itemCount: 2, problems: [], regionSource: 'detection' });
  });

  it('says that pairing may be wrong when the counts differ, with both counts', () => {
    const inspection = join({
      detection: rectangles(boxes(37)),
      recognition: texts(...Array.from({ length: 35 }, (_, n) => `t${n}`)),
    });
    expect(said(inspection)).toEqual(['37 rectangles, 35 texts: pairing by position may be wrong']);
    expect(inspection.problems[0]?.todo).toContain('shift the texts by one');
    expect(itemLabel(inspection, 36)).toBe('Region 37 no text');
  });

  it('lists texts that no region took behind the regions, under their own numbers', () => {
    const inspection = join({ detection: rectangles(boxes(2)), recognition: texts('a', 'b', 'c', 'd') });
    expect(inspection.itemCount).toBe(4);
    expect(itemName(inspection, 2)).toBe('Text 3');
    expect(itemText(inspection, 3)).toBe('d');
  });

  it('shows one text for many regions as the text of the whole', () => {
    const inspection = join({ detection: rectangles(boxes(3)), recognition: texts('all of it') });
    expect([0, 3].map((item) => itemLabel(inspection, item))).toEqual(['Region 1 no text', 'Whole text all of it']);
    expect(said(inspection)).toEqual(['3 rectangles, 1 text: the text is shown as the text of the whole']);
  });

  it('works with any part alone', () => {
    expect(join({})).toMatchObject({ itemCount: 0, problems: [] });
    expect(join({ imageSize: { width: 10, height: 10 } }).itemCount).toBe(0);
    expect(said(join({ detection: rectangles(boxes(2)) }))).toEqual([]);
    const onlyTexts = join({ recognition: texts('a', 'b') });
    expect([0, 1].map((item) => itemLabel(onlyTexts, item))).toEqual(['Text 1 a', 'Text 2 b']);
    expect(itemLabel(join({ recognition: texts('a') }), 0)).toBe('Text 1 a');
  });

  it("takes the rectangles of the person's request when no detection has any", () => {
    const parts = { request, recognition: texts('second', 'first') };
    expect(join(parts)).toMatchObject({ regionSource: 'request', order: [1, 0], problems: [] });
    const byOrder = join({ ...parts, choice: { by: 'order', shifts: [] } });
    expect([0, 1].map((item) => itemText(byOrder, item))).toEqual(['first', 'second']);
    expect(join({ ...parts, detection: rectangles(boxes(2)) })).toMatchObject({
      regionSource: 'detection',
      order: null,
    });
  });

  it('refused entries keep their number and consume their text', () => {
    const inspection = join({
      detection: rectangles([
        [0, 0, 1, 1],
        [1, 2, 3],
        [2, 0, 3, 1],
      ]),
      recognition: texts('a', 'b', 'c'),
    });
    expect([0, 1, 2].map((item) => itemLabel(inspection, item))).toEqual(['Region 1 a', 'Region 2 b', 'Region 3 c']);
    expect([0, 1, 2].map((item) => isFlagged(inspection, item))).toEqual([false, true, false]);
    expect(said({ problems: itemProblems(inspection, 1) })).toEqual([
      'has 3 numbers, needs x1, y1, x2, y2',
      'not a rectangle, so not drawn; the number is kept',
    ]);
  });

  it('flags what leaves the image, in part or whole, and never clamps it', () => {
    const detection = rectangles([
      [0, 0, 100, 50],
      [90, 0, 101, 50],
      [200, 200, 300, 300],
      [-1, 0, 5, 5],
      [1, 2, 3],
    ]);
    const inspection = join({ detection, imageSize: { width: 100, height: 50 } });
    expect([...inspection.outside]).toEqual([0, 1, 1, 1, 0]);
    expect(said({ problems: itemProblems(inspection, 1) })).toEqual(['reaches beyond the image (100 x 50 px)']);
    expect(said({ problems: itemProblems(inspection, 2) })).toEqual(['lies wholly outside the image (100 x 50 px)']);
    expect(inspection.problems[0]).toMatchObject({
      where: 'Regions 2, 3, 4',
      what: 'outside the image in part or whole (100 x 50 px)',
    });
    expect(imageRectOf(inspection, 2)).toEqual({ x1: 200, y1: 200, x2: 300, y2: 300 });
  });

  it('tells of a text what the decoder found', () => {
    const recognition = decodeAnswer(
      [
        { type: 'Text', data: '*' },
        { type: 'Text', data: encodePayload('b') },
      ],
      'recognition',
    );
    const inspection = join({ detection: rectangles(boxes(2)), recognition });
    expect(itemText(inspection, 0)).toBeNull();
    expect([0, 1].map((item) => isFlagged(inspection, item))).toEqual([true, false]);
    expect(said({ problems: itemProblems(inspection, 0) })[0]).toContain('is not Base64');
  });
});

const hocr = `<div class='ocr_page' title='bbox 0 0 100 50'><span class='ocr_line' title='bbox 1 2 60 20'>
  <span class='ocrx_word' title='bbox 1 2 30 20; x_wconf 90'>All</span> <span class='ocrx_word' title='bbox 31 2 60 20'>men</span></span></div>`;
const answer = (...entries: (readonly [string, string])[]) =>
  decodeAnswer(
    entries.map(([type, content]) => ({ type, data: encodePayload(content) })),
    'recognition',
  );

describe('a result that has its own rectangles', () => {
  it('draws its boxes with its texts alone, nothing to pair and nothing to say', () => {
    const inspection = join({ recognition: answer(['Hocr', hocr]), imageSize: { width: 100, height: 50 } });
    expect([0, 1, 2, 3].map((item) => itemLabel(inspection, item))).toEqual([
      'Region 1 All men',
      'Region 2 All men',
      'Region 3 All',
      'Region 4 men',
    ]);
    expect(inspection).toMatchObject({ regionSource: 'recognition', ownTexts: true, itemCount: 4, problems: [] });
    expect([...(inspection.confidence ?? [])].map((value) => value.toFixed(1))).toEqual(['NaN', 'NaN', '0.9', 'NaN']);
    expect([0, 1, 2, 3].some((item) => isFlagged(inspection, item))).toBe(false);
  });

  it('lists a text that came beside it and says something else, behind the regions', () => {
    const same = join({ recognition: answer(['Text', ' All  men\n'], ['Hocr', hocr]) });
    expect(same.itemCount).toBe(4);
    const other = join({ recognition: answer(['Text', 'Another'], ['Hocr', hocr]) });
    expect([other.itemCount, itemText(other, 4), itemText(other, 3)]).toEqual([5, 'Another', 'men']);
  });

  it('is paired as texts with the rectangles of a detection', () => {
    const recognition = answer(['Hocr', hocr], ['Hocr', hocr.replace('men', 'whales')]);
    const inspection = join({ detection: rectangles(boxes(2)), recognition });
    expect([0, 1].map((item) => itemLabel(inspection, item))).toEqual(['Region 1 All men', 'Region 2 All whales']);
    expect(inspection).toMatchObject({ regionSource: 'detection', ownTexts: false, confidence: null, problems: [] });
  });

  it('says when its page has another size than the picture', () => {
    const inspection = join({ recognition: answer(['Hocr', hocr]), imageSize: { width: 200, height: 100 } });
    expect(said(inspection)).toEqual(['says that the page is 100 x 50 px; this picture is 200 x 100 px']);
  });
});

describe('where regions lie in the image', () => {
  const whole = fc.integer({ min: -20, max: 120 });
  const frames = fc.constantFrom(
    IDENTITY_FRAME,
    { a: 0, b: 2, c: -1.5, d: 0, e: 60, f: 7 },
    { a: 0.5, b: 0.5, c: -0.5, d: 0.5, e: 30, f: -10 },
    { a: -1, b: 0, c: 0, d: 1, e: 100, f: 0 },
  );

  it('is outside exactly when its upright box leaves the image', () => {
    fc.assert(
      fc.property(fc.array(fc.array(whole, { minLength: 3, maxLength: 4 })), frames, (list, frame) => {
        const inspection = join({ detection: rectangles(list), frame, imageSize: { width: 100, height: 80 } });
        const expected = list.map((_, row) => {
          const { x1, y1, x2, y2 } = imageRectOf(inspection, row);
          return x1 < 0 || y1 < 0 || x2 > 100 || y2 > 80 ? 1 : 0;
        });
        expect([...inspection.outside]).toEqual(expected);
      }),
    );
  });

  it('is looked for once per frame and image', () => {
    const detection = rectangles(boxes(3));
    const imageSize = { width: 10, height: 10 };
    const once = join({ detection, imageSize });
    expect(join({ detection, imageSize: { ...imageSize }, choice: { by: 'order', shifts: [] } }).outside).toBe(
      once.outside,
    );
    expect([...join({ detection, imageSize: { width: 2, height: 10 } }).outside]).toEqual([0, 0, 1]);
    expect([...join({ detection, imageSize, frame: { ...IDENTITY_FRAME, e: 8 } }).outside]).toEqual([0, 0, 1]);
  });
});
