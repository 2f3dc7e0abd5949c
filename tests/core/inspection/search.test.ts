import { describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { searchItems } from '../../../src/core/inspection/search.ts';

function inspectionOf(texts: readonly string[], regions = texts.length) {
  const boxes = Array.from({ length: regions }, (_, row) => [row, 0, row + 1, 1]);
  return buildInspection({
    detection: decodeAnswer([{ type: 'Other', data: encodePayload(JSON.stringify(boxes)) }], 'detection'),
    recognition: decodeAnswer(
      texts.map((text) => ({ type: 'Text', data: encodePayload(text) })),
      'recognition',
    ),
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
}
const found = (texts: readonly string[], query: string, regions?: number) => [
  ...searchItems(inspectionOf(texts, regions), query),
];

describe('searching items', () => {
  it.each([
    ['grosse', ['Größe', 'GROẞE', 'gross'], [0, 1]],
    ['GRÖSSE', ['Größe', 'grosse', 'gross'], [0, 1]],
    ['strasse', ['Straße', 'STRASSE', 'street'], [0, 1]],
    ['cafe', ['Café', 'cafe\u0301', 'coffee'], [0, 1]],
    ['ΟΔΟΣ', ['οδός', 'λόγος'], [0]],
    ['istanbul', ['İstanbul', 'ISTANBUL'], [0, 1]],
    ['file', ['ﬁle', 'le'], [0]],
    ['call me', ['Call\nme  Ishmael', 'callme'], [0]],
    ['שלום', ['שָׁלוֹם', 'x'], [0]],
    ['か', ['が', 'か'], [0, 1]],
    ['<b>', ['a <b> c', 'b'], [0]],
  ])('%s', (query, texts, expected) => {
    // Two more, so that one text is never that of the whole.
    expect(found([...texts, '', ''], query)).toEqual(expected);
  });

  it('finds a number by itself, and only the number behind #', () => {
    const texts = ['one', 'two', 'in 1984', '3 men', 'five'];
    expect(found(texts, '3')).toEqual([2, 3]);
    expect(found(texts, '#3')).toEqual([2]);
    expect(found(texts, '#9')).toEqual([]);
    expect(found(texts, '#4', 2)).toEqual([3]);
  });

  it('matches everything with an empty query', () => {
    expect(found(['a', 'b', 'c'], '  ')).toEqual([0, 1, 2]);
    expect(found(['a', 'b', 'c'], 'zzz')).toEqual([]);
  });

  it('searches texts without a region too, in list order', () => {
    expect(found(['x1', 'y', 'x2', 'x3'], 'x', 2)).toEqual([0, 2, 3]);
  });
});
