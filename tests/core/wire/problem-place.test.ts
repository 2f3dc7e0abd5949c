import { describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { buildInspection } from '../../../src/core/inspection/join.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import type { TaskKind } from '../../../src/core/ocr/contract.ts';
import { isListed } from '../../../src/core/ocr/task.ts';
import { readAnswer } from '../../../src/core/ocr/read-answer.ts';
import { placesOf } from '../../../src/core/wire/entry-places.ts';
import { pathOf, placeInAnswer, placeInEntry } from '../../../src/core/wire/problem-place.ts';
import { findBoxes } from '../../../src/core/wire/wire-boxes.ts';
import { openEntry, placesOfDecoded, type WirePlaces } from '../../../src/core/wire/wire-entry.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string) => encodeBase64(utf8(text));

/** The answer with these contents, what the decoder says of it, and the places that the wire finds for its problems. */
function answerOf(kind: TaskKind, data: readonly string[], gap = '', type = kind === 'detection' ? 'Other' : 'Text') {
  const results = data.map((one) => `{"type":"${type}",${gap}"data":"${one}"}`);
  const raw = utf8(`{"id":"x","taskStatus":"Completed",${gap}"results":[${results.join(',')}]}`);
  const reading = readAnswer(raw, null);
  if (!reading.ok || !isListed(reading.task)) throw new Error('the fixture is no answer');
  const decoded = decodeAnswer(reading.task.results, kind);
  const inspection = buildInspection({
    detection: kind === 'detection' ? decoded : null,
    recognition: kind === 'recognition' ? decoded : null,
    request: null,
    choice: PAIR_BY_POSITION,
    frame: IDENTITY_FRAME,
    imageSize: null,
  });
  const places = placesOf(raw);
  const entryOf = (index: number) => {
    const entry = openEntry(raw, places, index, kind === 'detection');
    if (!entry) throw new Error('the entry has no place');
    return entry;
  };
  const problem = (words: RegExp, nth = 0) => {
    const found = decoded.problems.filter(({ what }) => words.test(what))[nth];
    if (!found)
      throw new Error(`no problem says ${String(words)}: ${decoded.problems.map(({ what }) => what).join('; ')}`);
    return found;
  };
  const read = (index: number, { answer, base64: characters, decoded: bytes }: WirePlaces) => ({
    answer: answer && new TextDecoder().decode(raw.subarray(answer.from, answer.to)),
    base64: characters,
    decoded: bytes && new TextDecoder().decode(entryOf(index).content.read(bytes)),
  });
  const placeOf = (words: RegExp, nth = 0) => {
    const found = problem(words, nth);
    const index = pathOf(found)?.entry ?? -1;
    return read(index, placeInEntry(found, entryOf(index)));
  };
  const boxes = (index: number) => {
    const steps = findBoxes(inspection, index, entryOf(index));
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  };
  const boxAt = (index: number, box: number) => {
    const span = boxes(index)?.spanOf(box);
    return span ? read(index, placesOfDecoded(entryOf(index), span)) : null;
  };
  return { problem, placeOf, boxAt, boxes };
}

describe('a problem of decoding points to its place', () => {
  it('the first URL-safe character', () => {
    const data = base64('????>>>>').replaceAll('/', '_').replaceAll('+', '-');
    const { placeOf } = answerOf('recognition', ['SGk=', data]);
    expect(placeOf(/URL-safe/)).toMatchObject({ answer: data[data.search(/[-_]/)] });
  });

  it('the end where padding is missing', () => {
    expect(answerOf('recognition', ['SGVsbG8']).placeOf(/no Base64 padding/)).toEqual({
      answer: '8',
      base64: { from: 6, to: 7 },
      decoded: 'o',
    });
  });

  it('the character that is none, though line breaks and escapes stand before it', () => {
    const { placeOf } = answerOf('recognition', [String.raw`SGVs\r\nbG8\u0021`]);
    expect(placeOf(/is not Base64/)).toMatchObject({ answer: String.raw`\u0021`, base64: { from: 7, to: 8 } });
  });

  it('the byte where UTF-8 breaks', () => {
    const bytes = Uint8Array.from([0x4e, 0xc3, 0xa4, 0x68, 0xff, 0x65]);
    const { placeOf } = answerOf('recognition', [encodeBase64(bytes)]);
    expect(placeOf(/is not UTF-8: byte 4 is FF/)).toMatchObject({ base64: { from: 5, to: 7 }, decoded: '\uFFFD' });
  });

  it('the character where JSON breaks, behind others of several bytes', () => {
    const { placeOf } = answerOf('detection', [base64('["\u{1F600}é", [1,2,3,4] x')]);
    expect(placeOf(/not JSON/)).toMatchObject({ decoded: 'x' });
  });

  it('the character where JSON is refused, or an hOCR ends', () => {
    const deep = answerOf('detection', [base64(`[1, ${'['.repeat(80)}`)]);
    expect(deep.problem(/nested deeper/).what).toContain('(character 68)');
    expect(deep.placeOf(/nested deeper/)).toMatchObject({ decoded: '[', base64: { from: 89, to: 91 } });
    const cut = `<p class="ocrx_word" title="bbox 1 2 3 4">ä</p><!-- x`;
    const utf16 = Buffer.from(`\uFEFF${cut}`, 'utf16le').toString('base64');
    const ofEach = answerOf('recognition', [base64(cut), utf16], '', 'Hocr');
    expect(ofEach.placeOf(/ends within/)).toMatchObject({ decoded: '<' });
    expect(ofEach.placeOf(/ends within/, 1)).toMatchObject({ decoded: '<\0' });
  });

  it('a byte order mark', () => {
    expect(answerOf('recognition', [base64('\uFEFFHi')]).placeOf(/byte order mark/).base64).toEqual({ from: 0, to: 4 });
  });

  it('white space that was skipped, and the prefix that was left out', () => {
    const wrapped = answerOf('recognition', [String.raw`SGVs\nbG8=`]);
    expect(wrapped.placeOf(/white space/).answer).toBe(String.raw`\n`);
    const prefixed = answerOf('recognition', ['data:text/plain;base64,SGVsbG8=']);
    expect(prefixed.placeOf(/begins with "data:/).answer).toBe('data:text/plain;base64,');
  });

  it('the item with three numbers', () => {
    const { problem, boxAt } = answerOf('detection', [base64('[[1, 2, 3, 4], [5, 6, 7], [8, 9, 10, 11]]')]);
    const path = pathOf(problem(/has 3 numbers/));
    expect(path).toEqual({ entry: 0, items: [1] });
    expect(boxAt(0, path?.items[0] ?? -1)?.decoded).toBe('[5, 6, 7]');
  });

  it('content that was encoded twice: its boxes are found through both', () => {
    const { problem, boxAt } = answerOf('detection', [base64(base64('[[1, 2, 3, 4], [5, 6, 7, 8]]'))]);
    expect(problem(/twice/).where).toBe('results[0].data');
    const box = boxAt(0, 1);
    expect(box?.decoded).toBe('[5, 6, 7, 8]');
    // Each layer is cut at whole characters, so a little of the neighbours comes along.
    const { from = 0, to = 0 } = box?.base64 ?? {};
    const outer = base64(base64('[[1, 2, 3, 4], [5, 6, 7, 8]]'));
    expect(box?.answer).toBe(outer.slice(from, to));
    const once = Buffer.from(outer.slice(Math.floor(from / 4) * 4, Math.ceil(to / 4) * 4), 'base64').toString('latin1');
    expect(base64('[[1, 2, 3, 4], [5, 6, 7, 8]]')).toContain(once);
    expect(once.length).toBeGreaterThanOrEqual(base64('[5, 6, 7, 8]').length);
    expect(once.length).toBeLessThan(base64('[5, 6, 7, 8]').length + 8);
  });

  it('an answer that is no JSON', () => {
    const raw = utf8('{"id": "ä", "results": [}');
    const reading = readAnswer(raw, null);
    if (reading.ok) throw new Error('the fixture is an answer');
    const place = placeInAnswer(reading.problem, raw);
    expect(new TextDecoder().decode(raw.subarray(place?.from, place?.to))).toBe('}');
  });
});

describe('boxes of an entry', () => {
  it.each([
    ['a list', '[[1,2,3,4],[5,6,7,8]]', 1, '[5,6,7,8]'],
    ['pages', '[[[1,2,3,4]],[[5,6,7,8],[9,10,11,12]]]', 2, '[9,10,11,12]'],
    ['a page without any', '[[],[[5,6,7,8]]]', 0, '[5,6,7,8]'],
  ])('of %s stand where their numbers do', (_, text, box, written) => {
    expect(answerOf('detection', [base64(text)]).boxAt(0, box)?.decoded).toBe(written);
  });

  it('of one rectangle without its list are the whole entry', () => {
    expect(answerOf('detection', [base64('[1,2,3,4]')]).boxes(0)).toBeNull();
  });
});
