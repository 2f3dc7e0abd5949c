import { expect, test } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';

// With work that grows by the square each of these takes minutes, and the test runs out of its time.

test('an object of forty thousand lists, each of which may be boxes or texts, is read', () => {
  const lists = Array.from({ length: 40_000 }, (_, at) => `"a${at}text":["0 0 1 1","z"]`);
  const json = `{${lists.join(',')},"regions":[{"bbox":[1,2,30,40],"text":"after all"}]}`;
  expect(textsOf('JSON', json)).toContain('after all');
});

test('an hOCR element of sixty thousand classes and properties is read', () => {
  const word = '<span class="ocrx_word" title="bbox 1 2 30 40">after all</span>';
  const hocr = `<div class="ocr_page" title="bbox 0 0 90 90"><b class="${many('ocr_ ')}" title="${many('aa;')}"></b>${word}</div>`;
  expect(textsOf('Hocr', hocr)).toContain('after all');
});

function many(words: string): string {
  return words.repeat(60_000);
}

function textsOf(type: string, content: string): (string | null)[] {
  const { layout } = decodeAnswer([{ type, data: encodePayload(content) }], 'recognition');
  return Array.from({ length: layout?.texts.length ?? 0 }, (_, at) => layout?.texts.at(at) ?? null);
}
