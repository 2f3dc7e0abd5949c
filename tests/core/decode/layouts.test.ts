import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded, ResultLayout } from '../../../src/core/decode/decoded.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { layoutOfTree } from '../../../src/core/decode/layout-of-tree.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { readLarge } from '../../../src/core/decode/read-large.ts';
import { receiveDecoded, sendDecoded } from '../../../src/core/decode/sent.ts';
import { LEVELS, type Level } from '../../../src/core/inspection/levels.ts';
import { hasFlag, receivedRect } from '../../../src/core/inspection/region-table.ts';
import { cpuSeconds } from '../../support/cpu-time.ts';
import { dump } from './dump.ts';

const entry = (type: string | null, content: string) => ({ type, data: encodePayload(content) });
const decode = (...entries: { readonly type: string | null; readonly data: string }[]) =>
  decodeAnswer(entries, 'recognition');
const textsOf = ({ texts }: Pick<Decoded, 'texts'>) =>
  texts && Array.from({ length: texts.length }, (_, at) => texts.at(at));

interface Node {
  readonly level: Level;
  readonly box: readonly [number, number, number, number];
  readonly text: string;
  readonly confidence: number | null;
  readonly children: readonly Node[];
}
interface Flat extends Omit<Node, 'children'> {
  readonly parent: number;
}

const coordinate = fc.integer({ min: -50, max: 100_000 });
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => `w${text.replace(/[\s\p{C}\p{Z}]/gu, '')}`);
const node = (depth: number): fc.Arbitrary<Node> =>
  fc.record({
    level: fc.constant(LEVELS[depth] ?? 'word'),
    box: fc.tuple(coordinate, coordinate, coordinate, coordinate),
    text: words,
    confidence: fc.option(fc.integer({ min: 0, max: 100 })),
    children: depth === LEVELS.length - 1 ? fc.constant([]) : fc.array(node(depth + 1), { maxLength: 3 }),
  });
const pages = fc.array(node(1), { minLength: 1, maxLength: 3 });

function flat(nodes: readonly Node[], parent = -1, into: Flat[] = []): Flat[] {
  for (const { children, ...own } of nodes) {
    into.push({ ...own, parent });
    flat(children, into.length - 1, into);
  }
  return into;
}
const readBack = ({ regions, texts, confidence }: ResultLayout): Flat[] =>
  Array.from({ length: regions.count }, (_, row) => {
    const { x1, y1, x2, y2 } = receivedRect(regions, row);
    const sure = confidence?.[row] ?? NaN;
    return {
      level: LEVELS[regions.level[row] ?? 0] ?? 'region',
      box: [x1, y1, x2, y2],
      text: texts.at(row) ?? '',
      confidence: Number.isNaN(sure) ? null : Math.round(sure * 100),
      parent: regions.parent[row] ?? -1,
    };
  });

const KEYS: Record<Level, string> = {
  region: 'items',
  page: 'pages',
  block: 'areas',
  paragraph: 'paragraphs',
  line: 'Lines',
  word: 'words',
};
const asJson = (nodes: readonly Node[]): Record<string, unknown> =>
  Object.fromEntries(
    nodes.slice(0, 1).map(({ level }) => [
      KEYS[level],
      nodes.map(({ box: [x, y, right, bottom], text, confidence, children }) => ({
        rectangle: { height: bottom - y, width: right - x, x, y },
        text,
        ...(confidence === null ? {} : { confidence: confidence / 100 }),
        ...asJson(children),
      })),
    ]),
  );

const CLASSES: Record<Level, string> = {
  region: 'ocr_x',
  page: 'ocr_page',
  block: 'ocr_carea',
  paragraph: 'ocr_par',
  line: 'ocr_line',
  word: 'ocrx_word',
};
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[^\0-~]/gu, (some) => `&#x${some.codePointAt(0)?.toString(16)};`);
const asHocr = (nodes: readonly Node[]): string =>
  nodes
    .map(({ level, box, text, confidence, children }) => {
      const title = `image "a;bbox 0 0 1 1"; bbox ${box.join(' ')}${confidence === null ? '' : `; x_wconf ${confidence}`}`;
      return `<span class='x ${CLASSES[level]}' title='${title}'>${children.length > 0 ? asHocr(children) : escaped(text)}</span>\n`;
    })
    .join('');

/** What an outer row reads like: the texts of the rows within it. */
function withTextsWithin(rows: readonly Flat[]): Flat[] {
  const texts = rows.map(() => '');
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const { parent = -1, text = '' } = rows[row] ?? {};
    const own = texts[row] === '' ? text : (texts[row] ?? '');
    texts[row] = own;
    if (parent >= 0) texts[parent] = `${own} ${texts[parent] ?? ''}`.trim();
  }
  return rows.map((row, at) => ({ ...row, text: texts[at] ?? '' }));
}

describe('a layout that was written', () => {
  it('as JSON comes back: boxes, levels, parents, texts, confidences', () => {
    fc.assert(
      fc.property(pages, (nodes) => {
        const { layout } = decode(entry('JSON', JSON.stringify(asJson(nodes))));
        expect(layout && readBack(layout)).toEqual(flat(nodes));
      }),
      { numRuns: 300 },
    );
  });

  it('as hOCR comes back; outer rows have the texts within them', () => {
    fc.assert(
      fc.property(pages, (nodes) => {
        const { layout } = decode(entry('hOCR', `<html><body>${asHocr(nodes)}</body></html>`));
        const expected = withTextsWithin(flat(nodes));
        const back = layout ? readBack(layout).map((row) => ({ ...row, text: row.text.split(/\s+/) })) : [];
        expect(back).toEqual(expected.map((row) => ({ ...row, text: row.text.split(/\s+/) })));
      }),
      { numRuns: 300 },
    );
  });

  it('crosses threads whole', () => {
    const results = [
      entry(
        'JSON',
        JSON.stringify({
          lines: [
            { bbox: [1, 2, 3, 4], text: 'a', conf: 0.5 },
            { bbox: [1], text: 'b' },
          ],
        }),
      ),
      entry('Text', 'c'),
    ];
    const { sent, transfer } = sendDecoded(decode(...results));
    expect(dump(receiveDecoded(structuredClone(sent, { transfer })))).toBe(dump(decode(...results)));
  });

  it('does not flag a block for having the box of its only line', () => {
    const line = { rect: { left: 1, top: 2, right: 3, bottom: 4 }, text: 'a' };
    const { layout } = decode(entry('JSON', JSON.stringify({ areas: [{ ...line, lines: [line, line] }] })));
    expect(layout && [0, 1].map((row) => hasFlag(layout.regions, row, 'duplicate'))).toEqual([false, false]);
  });
});

const hocr = (text: string) =>
  `<div class='ocr_page' title='bbox 0 0 9 9'><span class='ocr_line' title='bbox 1 2 3 4'>${text}</span></div>`;

describe('several results in one answer', () => {
  it('has the texts of the Text entries and the boxes of the others', () => {
    const decoded = decode(
      entry('Text', 'one'),
      entry('Hocr', hocr('one')),
      entry('Text', 'two'),
      entry('Hocr', hocr('two')),
    );
    expect(textsOf(decoded)).toEqual(['one', 'two']);
    expect([...(decoded.layout?.regions.entry ?? [])]).toEqual([1, 1, 3, 3]);
    expect([...(decoded.layout?.regions.parent ?? [])]).toEqual([-1, 0, -1, 2]);
    expect(decoded.layout?.beside).toEqual([]);
  });

  it('takes the plain texts of hOCR where there are no others, one an entry', () => {
    const decoded = decode(entry('Hocr', hocr('one')), { type: 'Hocr', data: '*' }, entry('Hocr', hocr('')));
    expect(textsOf(decoded)).toEqual(['one', null, '']);
  });

  it('keeps a text that says something else than the boxes', () => {
    expect(decode(entry('Text', 'other'), entry('Hocr', hocr('one'))).layout?.beside).toEqual([0]);
  });

  it('leaves the files of TextAndPdf out of the texts, but keeps the number of one that stands for a text', () => {
    const pdf = entry('Pdf', '%PDF-1.7');
    expect(textsOf(decode(entry('Text', 'a'), pdf, entry('Text', 'b'), pdf))).toEqual(['a', 'b']);
    expect(textsOf(decode(entry('Text', 'a'), entry('Text', 'b'), pdf))).toEqual(['a', 'b']);
    expect(textsOf(decode(entry('Text', 'a'), pdf, entry('Text', 'b')))).toEqual(['a', null, 'b']);
    expect(decode(pdf, pdf).files.map((file) => file.entry)).toEqual([0, 1]);
  });

  it('is the same when it is read from the bytes of a large answer', () => {
    const kinds = fc.constantFrom(
      entry('Text', 'one'),
      entry(null, hocr('one')),
      entry('Hocr', hocr('two')),
      entry('Pdf', '%PDF-1.7'),
      entry(null, '{"lines":[{"bbox":[1,2,3,4],"text":"a"}]}'),
      entry('Text', "{'style': 'regular'}"),
      entry('Text', " [{'bbox': (1, 2, 3, 4), 'text': 'a'}]"),
      { type: 'Text', data: '*' },
    );
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 2, maxLength: 5 }), (results) => {
        const body = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results }));
        const { decode: decodeLarge } = readLarge(body, null, 'recognition');
        expect(decodeLarge && dump(decodeLarge())).toBe(dump(decode(...results)));
      }),
    );
  });
});

const tree = (count: number) => ({
  lines: Array.from({ length: count }, () => ({ bbox: [1, 2, 3, 4], text: 'a' })),
});

describe('what is sent in bad faith', () => {
  // Work that grows with the square of this would take minutes.
  const many = 300_000;
  it.each([
    [
      'entities that grow',
      `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l x1="1" y1="2" x2="3" y2="4"><text>&b;</text></l>`,
    ],
    ['elements within elements', '<x class="ocr_line">'.repeat(many / 5)],
    ['tags that never end', `<html class="ocr_page"><${'a '.repeat(many)}`],
    ['nothing but opening brackets', `<?xml version="1.0"?>${'<'.repeat(many)}`],
    ['comments that never end', `<?xml version="1.0"?>${'<!-- '.repeat(many / 2)}`],
    ['declarations without end', `<?xml version="1.0"?>${'<!a>'.repeat(many)}`],
    ['scripts that never end', `<html class="ocr_page">${'<script>'.repeat(many / 4)}`],
    ['quotes that never end', `<html class="ocr_page" title="${'bbox '.repeat(many / 2)}`],
    ['ends without beginnings', `<html class="ocr_page">${'</b>'.repeat(many / 2)}`],
    ['lists within objects', `{"a":${'[{"a":'.repeat(60)}1`],
    ['Python that never ends', `[${"'a\\'".repeat(many / 2)}`],
    ['broken boxes', `[${'{"x":1,"y":2,"width":3},'.repeat(many / 5)}{}]`],
  ])(
    'is read in a moment, and told in few words: %s',
    (_name, content) => {
      for (const type of [null, 'Hocr', 'XML', 'JSON', 'Text']) {
        let problems = -1;
        expect(cpuSeconds(() => (problems = decode(entry(type, content)).problems.length))).toBeLessThan(2);
        expect(problems).toBeLessThan(30);
      }
    },
    60_000,
  );

  it.each([
    ['class=', 'classes that never end'],
    ['<SP ', 'spaces of ALTO'],
    ['<!-- alto -->', 'comments before ALTO'],
  ])('looks through markup once: %s', (piece) => {
    const content = `<p>${piece.repeat(many)}`;
    for (const type of [null, 'Alto']) expect(cpuSeconds(() => decode(entry(type, content)))).toBeLessThan(2);
  });

  it('reads more boxes of JSON than a list of rectangles may have lists, and refuses what is beyond, in words', () => {
    const boxes = Array.from({ length: 560_000 }, () => '{"rect":{"x1":1,"y1":2,"x2":3,"y2":4}}');
    const { layout, problems } = decode(entry('JSON', `[${boxes.join(',')}]`));
    expect([layout?.regions.count, problems]).toEqual([560_000, []]);
    const beyond = decode(entry('JSON', `{"a":[${'[],'.repeat(4_500_000)}[]]}`));
    expect(beyond.problems.map(({ what }) => what)).toEqual([
      expect.stringContaining('is JSON with more than 4,500,000 lists and objects, which is refused'),
    ]);
  }, 60_000);

  it('reads the last box that there may be, and says nothing of more', () => {
    const options = { most: 3, numbersAreTexts: false };
    expect(layoutOfTree(tree(3), '', options)).toMatchObject({ rows: { count: 3 }, problems: [] });
    expect(layoutOfTree(tree(4), '', options)).toMatchObject({
      rows: { count: 3 },
      problems: [{ what: 'holds more than 3 boxes; those behind are not read' }],
    });
  });

  it('defines nothing: an entity of its own stays as it is', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">]><l x1="1" y1="2" x2="3" y2="4"><text>&a;&amp;</text></l>';
    expect(textsOf(decode(entry(null, bomb)))).toEqual(['&a;&']);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '&#',
      'x=',
      '"',
      "'",
      'class="ocr_line"',
      'title="bbox 1 2 3 4"',
      '<span ',
      '{',
      '}',
      '[',
      ']',
      '(',
      ',',
      '"text":',
      '"bbox":',
      '1,2,3,4',
      'None',
      '\\',
      '__proto__',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(null, 'Hocr', 'XML', 'JSON', 'Text'),
        (pieces, type) => {
          const { layout, problems } = decode(entry(type, pieces.join('')));
          expect(problems.some(({ what }) => what.includes('more than this browser can read'))).toBe(false);
          expect(layout?.texts.length).toBe(layout?.regions.count);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
