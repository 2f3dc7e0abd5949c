import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { readPasted } from '../../../src/core/intake/read-pasted.ts';
import type { ResultEntry } from '../../../src/core/ocr/task.ts';
import { isListed } from '../../../src/core/ocr/task.ts';
import { dump } from '../decode/dump.ts';

const FOLDER = new URL('../../fixtures/results/', import.meta.url);
const fixtures = readdirSync(FOLDER).filter((name) => /\.\w+$/.test(name));
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));

/** What the page is given of a paste: the entries of its one answer. */
function entriesOf(pasted: string): readonly ResultEntry[] {
  const intake = readPasted(pasted);
  if (intake.kind === 'unknown') throw new Error(`${intake.problem.what} ${intake.problem.todo}`);
  const [answer] = intake.answers;
  expect(intake.answers).toHaveLength(1);
  return (answer && isListed(answer.task) && answer.task.results) || [];
}
const shown = (pasted: string) => dump(decodeAnswer(entriesOf(pasted), 'recognition'));
const typesOf = (pasted: string) => entriesOf(pasted).map(({ type }) => type);
const typed = (name: string) => dump(decodeAnswer([{ type: null, data: encodeBase64(bytesOf(name)) }], 'recognition'));

/** Pictures are opened, and lists of nothing but rectangles are those of a detection. */
const isResult = (name: string) => !/\.png$|^rectangles/.test(name);
/** Plain words may be anything, and bytes are no text. */
const isPlain = (name: string) => /^(?:trial|invoice|font)\b|\.(?:png|pdf|xlsx|wav)$|^rectangles/.test(name);

describe('a result that is pasted without its envelope', () => {
  it.each(fixtures.filter(isResult))('is taken from its Base64, by itself, in quotes and in lines: %s', (name) => {
    const data = encodeBase64(bytesOf(name));
    expect(shown(data)).toBe(typed(name));
    expect(shown(JSON.stringify(data))).toBe(typed(name));
    const inLines = shown(data.replace(/.{40}/g, '$&\r\n')).replace(/^note: .*white space in its Base64.*\n/m, '');
    expect(inLines).toBe(typed(name));
    expect(shown(`data:application/octet-stream;base64,${data}`)).toBe(typed(name));
  });

  it.each(fixtures.filter((name) => !isPlain(name)))('is taken from its decoded text: %s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8').trim();
    const encoded = dump(
      decodeAnswer([{ type: null, data: encodeBase64(new TextEncoder().encode(text)) }], 'recognition'),
    );
    expect(shown(`\n${text}\n`)).toBe(encoded);
  });

  it('has the type that it is', () => {
    const types = ['page.pdf', 'table.xlsx', 'table.csv', 'tesseract.hocr', 'alto.xml', 'page.xml', 'azure.json.txt'];
    expect(types.flatMap((name) => typesOf(encodeBase64(bytesOf(name))))).toEqual([
      'pdf',
      'xlsx',
      'CSV',
      'hOCR',
      'ALTO',
      'XML',
      'JSON',
    ]);
    expect(typesOf(encodeBase64(new TextEncoder().encode('Call me Ishmael.')))).toEqual(['Text']);
  });

  it('may be several, each of its own type: as lines, and as a list', () => {
    const parts = ['trial.txt', 'page.pdf', 'broken.hocr'].map((name) => encodeBase64(bytesOf(name)));
    expect(typesOf(JSON.stringify(parts))).toEqual(['Text', 'pdf', 'hOCR']);
    const padded = parts.filter((data) => data.endsWith('='));
    expect(padded.length).toBeGreaterThan(1);
    expect(typesOf(padded.join('\n'))).toHaveLength(padded.length);
  });

  it.each([
    [
      'blocks with corners, as the service describes them',
      '[{"rect":{"topLeftX":1,"topLeftY":2,"bottomRightX":3,"bottomRightY":4},"text":"a"}]',
    ],
    [
      'regions with texts',
      '{"regions":[{"rect":{"topLeftX":1,"topLeftY":2,"bottomRightX":3,"bottomRightY":4},"text":"a"}]}',
    ],
    ['results of an engine', '{"results":[{"bbox":[1,2,3,4],"text":"a"}]}'],
    ['boxes with texts in lists', '[[[1,2,3,4],"a",0.9]]'],
    ['pages of them, as Python prints them', "[[[[1, 2], [3, 2], [3, 4], [1, 4]], ('a', 0.9)]]"],
  ])('is no request and no list of rectangles: %s', (_name, text) => {
    expect(shown(text)).toMatch(/^region 1 2 3 4 (?:0.90 )?"a"$/m);
  });

  it.each([
    '<p>Hello</p>',
    '<html><body>Not found</body></html>',
    '{"a": [1, 2, 3, 4]}',
    '0 is a number',
    "{'style': 'regular'}",
  ])('is none without any sign of one: %s', (text) => {
    expect(readPasted(text).kind).toBe('unknown');
  });
});
