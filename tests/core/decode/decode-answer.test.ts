import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../../../src/core/decode/decoded.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { cpuSeconds } from '../../support/cpu-time.ts';
import { FLAG, type FlagName, hasFlag, receivedRect } from '../../../src/core/inspection/region-table.ts';

const other = (content: string) => ({ type: 'Other', data: encodePayload(content) });
const text = (content: string) => ({ type: 'Text', data: encodePayload(content) });
const detect = (...contents: string[]) => decodeAnswer(contents.map(other), 'detection');
const rectsOf = ({ regions }: Decoded) =>
  regions && Array.from({ length: regions.count }, (_, row) => Object.values(receivedRect(regions, row)));
const FLAGS: readonly FlagName[] = ['refused', 'swapped', 'negative', 'noArea', 'duplicate', 'stringNumbers'];
const flagsOf = ({ regions }: Decoded, row: number) => regions && FLAGS.filter((flag) => hasFlag(regions, row, flag));
const said = ({ problems }: Decoded) => problems.map(({ where, what }) => `${where} ${what}`);
const ONE = [[0, 8, 697, 441]];

describe('the answer of a detection task', () => {
  it('reads the example of the tutorial', () => {
    const decoded = decodeAnswer([{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }], 'detection');
    expect(rectsOf(decoded)).toEqual(ONE);
    expect(flagsOf(decoded, 0)).toEqual([]);
    expect(decoded).toMatchObject({ texts: null, problems: [] });
  });

  it.each([
    ['one rectangle without the outer brackets', '[0, 8, 697, 441]', ONE],
    [
      'one nesting level more',
      '[[[0, 8, 697, 441]], [[1, 2, 3, 4], [5, 6, 7, 8]]]',
      [...ONE, [1, 2, 3, 4], [5, 6, 7, 8]],
    ],
    ['an empty page among pages', '[[], [[0, 8, 697, 441]]]', ONE],
    ['numbers as texts', '[["0", " 8 ", "697.0", "4.41e2"]]', ONE],
    ['floats', '[[0.5, 8.25, 697.125, 441]]', [[0.5, 8.25, 697.125, 441]]],
    ['a byte order mark', '\uFEFF[[0, 8, 697, 441]]', ONE],
    ['a list within a JSON text', '"[[0, 8, 697, 441]]"', ONE],
    ['Base64 in Base64', encodePayload('[[0, 8, 697, 441]]'), ONE],
    ['no rectangles', '[]', []],
  ])('understands %s', (_name, content, expected) => {
    expect(rectsOf(detect(content))).toEqual(expected);
  });

  it('joins several entries, and keeps which entry a region came in', () => {
    const decoded = detect('[[1, 2, 3, 4], [5, 6, 7, 8]]', '[]', '[[9, 10, 11, 12]]');
    expect(rectsOf(decoded)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ]);
    expect([...(decoded.regions?.entry ?? [])]).toEqual([0, 0, 2]);
  });

  it('flags what is odd and keeps the numbers as they came', () => {
    const decoded = detect('[[9, 8, 1, 2], [-1, 0, 5, 5], [3, 3, 3, 9], [9, 8, 1, 2], ["1", 2, 3, 4], [0, 0, 1, 1]]');
    expect(rectsOf(decoded)?.[0]).toEqual([9, 8, 1, 2]);
    expect([0, 1, 2, 3, 4, 5].map((row) => flagsOf(decoded, row))).toEqual([
      ['swapped'],
      ['negative'],
      ['noArea'],
      ['swapped', 'duplicate'],
      ['stringNumbers'],
      [],
    ]);
    expect(said(decoded)).toContain('Regions 1, 4 corners came swapped; put in order for drawing and cutting');
    expect(said(decoded)).toContain('Region 4 the same four numbers as an earlier region');
  });

  it('refuses what is no rectangle by its place, and keeps its number', () => {
    const decoded = detect(
      '[[0,0,1,1],[1,2,3],[5,6,7,"x"],null,[[1,2],[3,4],[5,6]],{"x":1},[1,2,null,4],[1,2,3,1e999],[7,8,9,10]]',
    );
    expect(decoded.regions?.count).toBe(9);
    expect(rectsOf(decoded)?.[8]).toEqual([7, 8, 9, 10]);
    expect(said(decoded)).toEqual([
      'results[0].data[1] has 3 numbers, needs x1, y1, x2, y2',
      'results[0].data[2] y2 is "x", which is not a number',
      'results[0].data[3] is null, needs x1, y1, x2, y2',
      'results[0].data[4] is a list of 3 points, needs x1, y1, x2, y2',
      'results[0].data[5] is an object, needs x1, y1, x2, y2',
      'results[0].data[6] x2 is null',
      'results[0].data[7] y2 is Infinity, which is too large to be a pixel',
    ]);
    expect(flagsOf(decoded, 1)).toEqual(['refused']);
    expect(decoded.regionProblems.get(1)?.[0]?.what).toBe('has 3 numbers, needs x1, y1, x2, y2');
    expect(decoded.regionProblems.has(8)).toBe(false);
  });

  it('refuses one coordinate no picture has, so that the page stays as long as the others make it', () => {
    const decoded = detect('[[0,8,697,441],[0,0,10,5e15],[1,2,3,10000001],[7,8,9,10000000]]');
    expect(decoded.regions?.count).toBe(4);
    expect(rectsOf(decoded)?.[3]).toEqual([7, 8, 9, 10_000_000]);
    expect([1, 2].map((row) => flagsOf(decoded, row))).toEqual([['refused'], ['refused']]);
    expect(said(decoded)).toEqual([
      'results[0].data[1] y2 is 5000000000000000, which is too large to be a pixel',
      'results[0].data[2] y2 is 10000001, which is too large to be a pixel',
    ]);
  });

  it("refuses Python's NaN and Infinity one by one, and reads the others", () => {
    const decoded = detect('[[NaN, 0, 1, 1], [0, 0, -Infinity, 1], [0, 8, 697, 441]]');
    expect(rectsOf(decoded)?.[2]).toEqual(ONE[0]);
    expect(said(decoded)[0]).toBe('results[0].data[0] x1 is "NaN", which is not a number');
  });

  it('keeps the rectangles before a cut, and says where it is', () => {
    const decoded = detect('[[0, 8, 697, 441], [1, 2, 3, 4], [5, 6');
    expect(rectsOf(decoded)?.slice(0, 2)).toEqual([...ONE, [1, 2, 3, 4]]);
    expect(flagsOf(decoded, 2)).toEqual(['refused']);
    expect(said(decoded)[0]).toContain('character 39). Only the rectangles before that are shown');
  });

  it.each([
    ['text', 'All men live', 'is text, not a list of rectangles: "All men live"'],
    ['an object', '{"regions": 1}', 'is a JSON object, needs a list of rectangles'],
    ['a number', '12', 'is a JSON number, needs a list of rectangles'],
    ['null', 'null', 'is null, needs a list of rectangles'],
    ['JSON that is cut before the first rectangle', '[[0, 8', 'is not JSON: it ends where'],
    ['a PDF', '%PDF-1.7 ...', 'is a PDF document'],
    ['a ZIP', 'PK\x03\x04....', 'is a ZIP or Office file'],
    ['markup', '<?xml version="1.0"?><a/>', 'is an hOCR, HTML or XML page'],
  ])('says what it got instead of rectangles: %s', (_name, content, what) => {
    const decoded = detect(content);
    expect(decoded.regions).toBeNull();
    expect(said(decoded).join('\n')).toContain(`results[0].data ${what}`);
  });

  it('tells an answer without data from one that says that there is nothing', () => {
    expect(decodeAnswer(null, 'detection')).toMatchObject({ regions: null, problems: [{ where: 'results' }] });
    expect(decodeAnswer([{ type: 'Other', data: null }], 'detection').regions).toBeNull();
    expect(decodeAnswer([{ type: 'Other', data: '' }], 'detection').regions).toBeNull();
    expect(decodeAnswer([], 'detection').regions?.count).toBe(0);
  });

  it('keeps the number of an unreadable entry where every entry holds one rectangle', () => {
    const decoded = decodeAnswer([other('[1,2,3,4]'), { type: 'Other', data: '*' }, other('[5,6,7,8]')], 'detection');
    expect(decoded.regions?.count).toBe(3);
    expect(flagsOf(decoded, 1)).toEqual(['refused']);
    expect(rectsOf(decoded)?.[2]).toEqual([5, 6, 7, 8]);
    expect(said(decoded)).toHaveLength(1);
  });

  it('reads data that came as JSON instead of Base64', () => {
    const decoded = decodeAnswer([{ type: 'Other', data: '[[0,8,697,441]]' }], 'detection');
    expect(rectsOf(decoded)).toEqual(ONE);
    expect(said(decoded)).toEqual(['results[0].data came as JSON and not in Base64']);
  });

  it('is a list of rectangles under the type JSON, too', () => {
    const data = encodePayload(' [[1, 2, 3, 4], [5, 6, 7]]');
    const { regions, files } = decodeAnswer([{ type: 'JSON', data }], 'detection');
    expect([regions?.count, files]).toEqual([2, []]);
  });

  it('reads a million rectangles and refuses one more, in words', () => {
    const million = Array.from({ length: 1_000_000 }, () => '[0,0,1,1]').join(',');
    expect(detect(`[${million}]`).regions?.count).toBe(1_000_000);
    const decoded = detect(`[${million},[0,0,1,1]]`);
    expect(decoded.regions).toBeNull();
    expect(said(decoded)[0]).toContain('holds more than 1,000,000 rectangles');
    expect(detect(`[${million}]`, '[[0,0,1,1]]').regions).toBeNull();
    expect(detect(`[${million},["0",0,1,1]]`).regions).toBeNull();
  }, 60_000);

  it('tells of many refused entries the first ones and how many more', () => {
    const decoded = detect(`[${Array.from({ length: 50 }, () => '[1]').join(',')}]`);
    expect(decoded.problems).toHaveLength(21);
    expect(said(decoded).at(-1)).toBe('results 30 more entries are not rectangles');
    expect(decoded.regionProblems.size).toBe(50);
  });

  it('refuses JSON nested deeper than the cap', () => {
    const decoded = detect('['.repeat(100) + ']'.repeat(100));
    expect(decoded.regions).toBeNull();
    expect(said(decoded)[0]).toContain('nested deeper than 64 levels');
  });
});

describe('the answer of a recognition task', () => {
  it('reads the two texts of the tutorial', () => {
    const decoded = decodeAnswer(
      [
        { type: 'Text', data: 'QWxsIG1lbiBsaXZlIGVudmVsb3BlZCBpbiB3aGFsZS1saW5lcy4=' },
        { type: 'Text', data: 'VGhlIHdoaXRlIHdoYWxlIHN3YW0gYmVmb3JlIGhpbS4=' },
      ],
      'recognition',
    );
    expect(decoded.texts).toEqual(['All men live enveloped in whale-lines.', 'The white whale swam before him.']);
    expect(decoded).toMatchObject({ regions: null, problems: [] });
  });

  it.each([
    ['NUL', 'a\0b'],
    ['right-to-left', 'שלום עולם'],
    ['markup', '<html><script>alert(1)</script>'],
    ['a list of numbers', '[1, 2, 3, 4]'],
    ['an empty list', '[]'],
    ['JSON', '{"total": 1}'],
    ['nothing', ''],
    ['100,000 characters', 'ü'.repeat(100_000)],
  ])('passes %s through unchanged', (_name, content) => {
    expect(decodeAnswer([text(content)], 'recognition')).toMatchObject({ texts: [content], problems: [] });
  });

  it('keeps the number of an entry that cannot be read', () => {
    const decoded = decodeAnswer(
      [text('one'), { type: 'Text', data: '***' }, { type: 'Text', data: null }, text('four')],
      'recognition',
    );
    expect(decoded.texts).toEqual(['one', null, null, 'four']);
    expect([...decoded.textProblems.keys()]).toEqual([1, 2]);
    expect(said(decoded)).toEqual([
      'results[1].data is not Base64: character 1 is "*", which Base64 does not have',
      'results[2].data is null: there is no content',
    ]);
  });

  it.each([
    ['Pdf', '%PDF-1.7', 'a PDF document', 'pdf'],
    ['ImagePNG', '\x89PNG\r\n\x1a\n', 'a PNG image', 'png'],
    ['Excel', 'PK\x03\x04...xl/workbook.xml...', 'an Excel workbook', 'xlsx'],
    ['Excel', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Excel workbook of the old kind', 'xls'],
    ['WavFile', 'RIFF\0\0\0\0WAVE', 'a sound file', 'wav'],
    ['DjVu', 'AT&TFORM\0\0\xff\xff', 'a file of a kind that is not known here', 'bin'],
  ])('keeps a result of type %s as a file', (type, content, what, extension) => {
    const data = Buffer.from(content, 'latin1').toString('base64');
    const decoded = decodeAnswer([{ type, data }], 'recognition');
    expect(decoded.texts).toBeNull();
    expect(decoded.files).toMatchObject([{ entry: 0, noun: what, extension, size: content.length }]);
    // It is what was asked for: nothing is wrong with it.
    expect(decoded.problems).toEqual([]);
  });

  it.each([
    ['Hocr', '<html xmlns="x">', 'has no elements of hOCR, so it is shown as it came'],
    ['Hocr', 'plain after all', 'has no elements of hOCR, so it is shown as it came'],
    ['JSON', '{"pages": []}', 'has neither boxes nor texts, so it is shown as it came'],
    ['JSON', '{"issue_date": "2017-11-27", "vat": -1}', 'has neither boxes nor texts, so it is shown as it came'],
    ['JSON', '{"text": "cut', 'is not JSON'],
    ['XML', '<?xml version="1.0"?><a/>', 'is markup with neither boxes nor texts'],
  ])('shows a result of type %s as it came when nothing in it is known: %s', (type, content, what) => {
    const decoded = decodeAnswer([{ type, data: encodePayload(content) }], 'recognition');
    expect(decoded).toMatchObject({ texts: [content], layout: null, files: [] });
    expect(said(decoded)[0]).toContain(what);
  });

  it('takes the texts of a result without boxes', () => {
    const json = '{"recognitionText": "All men\\nlive", "skew": 0.5}';
    expect(decodeAnswer([{ type: 'JSON', data: encodePayload(json) }], 'recognition')).toMatchObject({
      texts: ['All men\nlive'],
      problems: [],
    });
  });

  it('shows a text that looks encoded twice as it came, and says so', () => {
    const once = encodePayload('All men live enveloped');
    const decoded = decodeAnswer([text(once)], 'recognition');
    expect(decoded.texts).toEqual([once]);
    expect(said(decoded)[0]).toContain('reads like Base64 of "All men live enveloped"');
  });

  it('takes rectangles for regions when the two tasks were swapped, and says so', () => {
    const decoded = decodeAnswer([other('[[0, 8, 697, 441]]')], 'recognition');
    expect(rectsOf(decoded)).toEqual(ONE);
    expect(decoded.texts).toBeNull();
    expect(said(decoded)[0]).toContain('holds rectangles, not text');
  });

  it('shows what is not UTF-8 with a mark, and names the byte', () => {
    const decoded = decodeAnswer(
      [{ type: 'Text', data: Buffer.from('Größe', 'latin1').toString('base64') }],
      'recognition',
    );
    expect(decoded.texts).toEqual(['Gr\uFFFD\uFFFDe']);
    expect(decoded.textProblems.get(0)?.[0]?.what).toContain('byte 2 is F6');
  });
});

/** A list that is not closed. */
const rows = (one: string, count: number): string => `[${`${one},`.repeat(count)}`;

describe('an answer of twenty million characters', () => {
  it.each([
    ['a cut list of two million rectangles', rows('[1,2,3,4]', 2_000_000), 'more than 1,000,000 rectangles'],
    ['two million rectangles of NaN', `${rows('[NaN,1,2,3]', 1_700_000)}[1,2,3,4]]`, 'which is refused'],
    ['lists of five', `${rows('[1,2,3,4,5]', 1_700_000)}[1,2,3,4]]`, 'which is refused'],
    ['1,000,001 rectangles', `${rows('[1,2,3,4]', 1_000_000)}[1,2,3,4]]`, 'more than 1,000,000 rectangles'],
    ['1,000,001 rectangles as texts', `${rows('["1",2,3,4]', 1_000_000)}[1,2,3,4]]`, 'more than 1,000,000 rectangles'],
  ])('is refused within a second: %s', (_what, list, why) => {
    const data = encodePayload(list);
    let decoded: Decoded | null = null;
    const taken = cpuSeconds(() => {
      decoded = decodeAnswer([{ type: 'Other', data }], 'detection');
    });
    // Three times what the promise allows: the collector's threads count, too.
    expect(taken).toBeLessThan(3);
    expect(decoded).toMatchObject({ regions: null });
    expect(JSON.stringify(decoded)).toContain(why);
  });

  it('is read as far as it goes when it is cut and not too long', () => {
    const decoded = decodeAnswer([{ type: 'Other', data: encodePayload(rows('[1, 2, 3, 4]', 300_000)) }], 'detection');
    expect(decoded.regions?.count).toBe(300_000);
    expect(decoded.problems[0]?.what).toContain('Only the rectangles before that are shown');
  });
});

describe('any answer', () => {
  const data = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.json().map(encodePayload),
    fc.json(),
    fc.string({ unit: 'binary' }).map(encodePayload),
    fc
      .array(fc.array(fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null)), { maxLength: 6 }))
      .map((list) => encodePayload(JSON.stringify(list))),
    fc.array(fc.array(fc.integer(), { minLength: 4, maxLength: 4 })).chain((list) => {
      const json = JSON.stringify(list);
      return fc.nat(json.length).map((end) => encodePayload(json.slice(0, end)));
    }),
  );
  const entry = fc.record({ type: fc.option(fc.constantFrom('Other', 'Text', 'Pdf', 'JSON')), data: fc.option(data) });

  it('never throws, and every region is exactly one of clean, flagged, refused', () => {
    fc.assert(
      fc.property(
        fc.option(fc.array(entry, { maxLength: 5 })),
        fc.constantFrom('detection', 'recognition'),
        (results, kind) => {
          const decoded = decodeAnswer(results, kind);
          const { regions, texts, regionProblems } = decoded;
          expect(texts?.length ?? 0).toBeLessThanOrEqual(results?.length ?? 0);
          if (!regions) return;
          expect(regions.received).toHaveLength(regions.count * 4);
          for (let row = 0; row < regions.count; row += 1) {
            const numbers = Object.values(receivedRect(regions, row));
            const refused = hasFlag(regions, row, 'refused');
            expect(numbers.every(Number.isFinite)).toBe(!refused);
            expect(regionProblems.has(row)).toBe(refused);
            expect(refused && regions.flags[row] !== FLAG.refused).toBe(false);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('gives back the rectangles that were encoded, however they are spread over entries', () => {
    const coordinate = fc.oneof(
      fc.integer({ min: -1e7, max: 1e7 }),
      fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => value + 0),
    );
    const rectangles = fc.array(fc.tuple(coordinate, coordinate, coordinate, coordinate), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(rectangles, { minLength: 1, maxLength: 4 }), (entries) => {
        expect(rectsOf(detect(...entries.map((list) => JSON.stringify(list))))).toEqual(entries.flat());
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('gives back the texts that were encoded', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (texts) => {
        expect(decodeAnswer(texts.map(text), 'recognition').texts).toEqual(texts);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
