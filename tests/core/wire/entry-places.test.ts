import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryAtByte, placeOfEntry, placesOf } from '../../../src/core/wire/entry-places.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const entry = fc.record(
  {
    type: fc.constantFrom('Text', 'Other', 'TEXT', null),
    data: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
  },
  { requiredKeys: [] },
);
const rest = fc.record({ id: fc.string(), error: fc.jsonValue(), taskStatus: fc.constant('Completed') });

describe('the places of the entries', () => {
  it('hold what JSON.parse reads there, whatever stands around them and however it is written', () => {
    const indent = fc.constantFrom<string | number>('', 2, '\t');
    fc.assert(
      fc.property(rest, fc.array(entry, { maxLength: 8 }), indent, fc.boolean(), (around, results, space, last) => {
        const raw = utf8(JSON.stringify(last ? { ...around, results } : { results, ...around }, null, space));
        const places = placesOf(raw);
        expect(places.count).toBe(results.length);
        for (const [index, { data }] of results.entries()) {
          const place = placeOfEntry(places, index);
          const written =
            place && new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw.subarray(place.from, place.to));
          expect(written === null ? null : JSON.parse(`"${written}"`)).toBe(data ?? null);
          expect(place === null ? index : entryAtByte(places, place.from)).toBe(index);
        }
      }),
    );
  });

  it('of anything at all are found without an error', () => {
    const like = fc.array(
      fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'results', 'data', 'null', '\\', ' ', 'SGk='),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(like, (parts) => {
        const raw = utf8(parts.join(''));
        const { count, places } = placesOf(raw);
        for (const place of places.subarray(0, count * 2)) expect(place).toBeLessThanOrEqual(raw.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a pasted Base64 text', ' SGk=\n', ['SGk=']],
    ['a pasted Base64 text in quotes', '"SGk="', ['SGk=']],
    ['a decoded list', '[[1, 2, 3, 4]]', ['[[1, 2, 3, 4]]']],
    ['an answer without results', '{"results":null}', []],
    ['an answer with one entry instead of a list', '{"Results":{"Data":"SGk="}}', ['SGk=']],
    ['content that came as JSON', '{"results":[{"data":[[1, 2, 3, 4]]}]}', ['[[1, 2, 3, 4]]']],
    ['an answer that was cut', '{"results":[{"type":"Text","data":"SGk="},{"data":"SG', ['SGk=', 'SG']],
  ])('of %s', (_, body, found) => {
    const raw = utf8(body);
    const places = placesOf(raw);
    const written = Array.from({ length: places.count }, (_none, index) => {
      const place = placeOfEntry(places, index);
      return place && new TextDecoder().decode(raw.subarray(place.from, place.to));
    });
    expect(written).toEqual(found);
  });
});
