import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/core/decode/csv-table.ts';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { bytesOfEntry, tableOfEntry } from '../../../src/core/intake/entry-of-answer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const anyBytes = fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes));

describe('the bytes of an entry', () => {
  it('are those that were encoded, whether the entry is at hand or stands in the answer', () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { minLength: 1, maxLength: 4 }), fc.boolean(), (files, indented) => {
        const results = files.map((bytes) => ({ type: 'Pdf', data: encodeBase64(bytes) }));
        const raw = utf8(JSON.stringify({ taskStatus: 'Completed', results }, null, indented ? 2 : 0));
        expect(files.map((_, at) => bytesOfEntry({ raw, at }))).toEqual(files);
        expect(results.map((entry) => bytesOfEntry({ entry }))).toEqual(files);
      }),
    );
  });

  it('keep a byte order mark, which the text does not have', () => {
    const entry = { type: 'Csv', data: encodeBase64(utf8('\uFEFFa,b\n')) };
    expect(bytesOfEntry({ entry })).toEqual(utf8('\uFEFFa,b\n'));
    const table = tableOfEntry({ entry });
    expect(table && cellText(table, 0, 0)).toBe('a');
  });

  const pdf = utf8('%PDF-1.7 and the rest of it');
  const data = encodeBase64(pdf);
  it.each([
    [
      'results with escapes',
      `{"taskStatus":"Completed","results":[{"type":"Pdf","data":"${data.replaceAll('/', '\\/')}"}]}`,
    ],
    ['the results alone', `[{"type":"Pdf","data":"${data}"}]`],
    ['one entry', `{"type":"Pdf","data":"${data}"}`],
  ])('are found in what was pasted: %s', (_name, pasted) => {
    expect(bytesOfEntry({ raw: utf8(pasted), at: 0 })).toEqual(pdf);
  });

  it('are found in the Base64 of a text that was pasted alone', () => {
    const words = utf8('All men live enveloped in whale-lines.');
    expect(bytesOfEntry({ raw: utf8(encodeBase64(words)), at: 0 })).toEqual(words);
  });

  it('are null where there are none', () => {
    const raw = utf8('{"taskStatus":"Completed","results":[{"type":"Pdf","data":null},{"type":"Pdf","data":"*"}]}');
    expect([0, 1, 2].map((at) => bytesOfEntry({ raw, at }))).toEqual([null, null, null]);
    expect(tableOfEntry({ raw: utf8('nothing of the kind'), at: 0 })).toBeNull();
  });
});
