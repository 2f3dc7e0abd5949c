import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/core/decode/base64.ts';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { boxesAt, findItemPlaces } from '../../../src/core/wire/item-places.ts';
import { placesOf } from '../../../src/core/wire/entry-places.ts';
import { openEntry } from '../../../src/core/wire/wire-entry.ts';

const FOLDER = new URL('../../fixtures/results/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { hocr: 'Hocr', json: 'JSON', xml: 'XML', python: 'Text' };
const layouts = readdirSync(FOLDER).filter((name) => /\.(?:hocr|xml|python|json\.txt)$/.test(name));

/** The answer with this content, its layout, and what is written where each row of it stands. */
function read(bytes: Uint8Array<ArrayBuffer>, type: string | null) {
  const results = [{ type, data: encodeBase64(bytes) }];
  const raw = new TextEncoder().encode(JSON.stringify({ results }));
  const layout = decodeAnswer(results, 'recognition').layout;
  const found = findItemPlaces({ raw, kind: 'recognition', entry: 0 });
  const entry = openEntry(raw, placesOf(raw), 0, false);
  const boxes = found && boxesAt(found);
  const written = (row: number, encoding = 'utf-8') => {
    const span = boxes?.spanOf(row);
    return span && entry ? new TextDecoder(encoding).decode(entry.content.read(span)) : null;
  };
  return { layout, rows: found?.from.length ?? 0, boxes, written };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.each(layouts)('the rows of %s', (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  const { layout, rows, boxes, written } = read(bytes, TYPES[name.split('.')[1] ?? ''] ?? null);

  it('each stands where its numbers are written', () => {
    expect(rows).toBe(layout?.regions.count ?? 0);
    for (let row = 0; row < rows; row += 1) {
      const [x1 = NaN, y1 = NaN] = layout?.regions.received.subarray(row * 4) ?? [];
      const numbers = (written(row)?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
      // A box that was refused has none.
      expect(numbers).toEqual(expect.arrayContaining([x1, y1].filter((value) => !Number.isNaN(value))));
    }
  });

  it('each is one that its first byte belongs to', () => {
    for (let row = 0; row < rows; row += 1) {
      const from = boxes?.spanOf(row)?.from ?? -1;
      // All rows of a table that is printed by its columns begin where it does.
      const alike = Array.from({ length: rows }, (_, other) => other).filter(
        (other) => boxes?.spanOf(other)?.from === from,
      );
      expect(alike).toContain(boxes?.itemAt(from));
    }
  });
});

describe('a row stands where it is written', () => {
  it('in hOCR, a word with its text within its line', () => {
    const word = `<span class="ocrx_word" title="bbox 1 2 3 4">Wört</span>`;
    const line = `<span class="ocr_line" title="bbox 0 0 9 9">é ${word} x</span>`;
    const { boxes, written } = read(bytesOf(`<p>ü</p>${line}\n`), 'Hocr');
    expect([written(0), written(1)]).toEqual([line, word]);
    // Behind the word it is the line again; behind the line the nearest before.
    const end = boxes?.spanOf(0)?.to ?? 0;
    expect([boxes?.itemAt(end - 1), boxes?.itemAt(end)]).toEqual([0, 1]);
  });

  it('in Python, in JSON with a comma too many, and in JSON within a JSON text', () => {
    const python = `[{'bbox': (1, 2, 3, 4), 'text': 'ä'},\n {'bbox': (5, 6, 7, 8), 'text': None,}]`;
    expect(read(bytesOf(python), 'JSON').written(1)).toBe(`{'bbox': (5, 6, 7, 8), 'text': None,}`);
    const comma = '[{"bbox": [1,2,3,4], "text": "é"}, {"bbox": [5,6,7,8]},]';
    expect(read(bytesOf(comma), 'JSON').written(1)).toBe('{"bbox": [5,6,7,8]}');
    const inner = JSON.stringify('[{"bbox":[1,2,3,4],"text":"\\n"},{"bbox":[5,6,7,8],"text":"b"}]');
    expect(read(bytesOf(inner), 'JSON').written(1)).toBe(String.raw`{\"bbox\":[5,6,7,8],\"text\":\"b\"}`);
  });

  it('behind a byte order mark, behind what is no UTF-8, and in UTF-16', () => {
    const json = '[{"text":"😀","bbox":[1,2,3,4]},{"text":"b","bbox":[5,6,7,8]}]';
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(json));
    expect(read(marked, 'JSON').written(1)).toBe('{"text":"b","bbox":[5,6,7,8]}');
    const broken = bytesOf(json).map((byte) => (byte === 0xf0 ? 0xff : byte));
    expect(read(broken, 'JSON').written(1)).toBe('{"text":"b","bbox":[5,6,7,8]}');
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(json, 'utf16le')]);
    expect(read(utf16, 'JSON').written(1, 'utf-16le')).toBe('{"text":"b","bbox":[5,6,7,8]}');
  });

  it('and nowhere in a text, or in an entry that is not there', () => {
    expect(read(bytesOf('just words'), 'Text').boxes).toBeNull();
    expect(findItemPlaces({ raw: bytesOf('{}'), kind: 'recognition', entry: 3 })).toBeNull();
  });
});
