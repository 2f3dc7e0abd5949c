import { expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';

const decode = (type: string, content: string) => decodeAnswer([{ type, data: encodePayload(content) }], 'recognition');

const GOOD = '<span class="ocrx_word" title="bbox 1 2 3 4">a</span>';
const BROKEN = '<span class="ocrx_word" title="bbox 1 2 3">b</span>';

it.each([
  ['Hocr', `<div class="ocr_page" title="bbox 0 0 9 9">${BROKEN.repeat(5002)}<p`],
  [
    'Alto',
    `<alto><Page WIDTH="9" HEIGHT="9">${'<TextLine HPOS="1" VPOS="2" WIDTH="3" CONTENT="b"></TextLine>'.repeat(5002)}<p`,
  ],
  ['XML', `<page>${'<line x="1" y="2" width="3" text="b"></line>'.repeat(5002)}<p`],
])('of thousands of broken boxes all are counted, and where %s ends too early is told first', (type, content) => {
  const { problems } = decode(type, content);
  expect(problems[0]?.what).toMatch(/^ends within a tag/);
  expect(problems.at(-1)).toMatchObject({ where: 'results[0].data', what: 'has 4,982 more places with problems' });
  expect(problems).toHaveLength(22);
});

it.each([
  ['<p = class="x">', 'at an attribute without a name'],
  ['<p a==b>', 'within an attribute'],
  ['<p =   >', 'at the end of a tag'],
  ['<p title="bbox 1 2 3 4 = ">', 'in a value'],
])('one `=` too many takes no region away: %s %s', (tag) => {
  const { layout, problems } = decode('Hocr', `<html><div>${GOOD}${tag}${GOOD}</p>${GOOD}</div></html>`);
  expect([layout?.regions.count, problems]).toEqual([3, []]);
});

it.each([
  ['Alto', 2],
  ['PageXml', 1],
  ['Xml', 1],
])('a UTF-16 file of the type %s is read, and no file of an unknown kind', (type, rows) => {
  const alto =
    '\uFEFF<alto><Page WIDTH="9" HEIGHT="9"><String HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4" CONTENT="b"/></Page></alto>';
  const bytes = new Uint8Array(Buffer.from(alto, 'utf16le'));
  const { layout, files } = decodeAnswer([{ type, data: encodeBase64(bytes) }], 'recognition');
  expect([layout?.regions.count, files]).toEqual([rows, []]);
});
