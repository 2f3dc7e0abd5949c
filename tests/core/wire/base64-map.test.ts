import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteOfCharacter,
  characterAt,
  charactersOfBytes,
  decodeRange,
  firstWrongCharacter,
  mapBase64,
  placeOfCharacter,
  placeOfCharacters,
} from '../../../src/core/wire/base64-map.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** The same bytes in a spelling that travels, as it stands within the quotes of a JSON text. */
const spelled = fc
  .record({
    bytes: fc.uint8Array({ minLength: 1, maxLength: 120 }).map((array) => Uint8Array.from(array)),
    every: fc.integer({ min: 1, max: 30 }),
    gap: fc.constantFrom('', String.raw`\r\n`, String.raw`\n`, ' ', String.raw`\u000a`, '\u00a0'),
    plus: fc.constantFrom('+', String.raw`\u002B`, '-'),
    slash: fc.constantFrom('/', String.raw`\/`, '_'),
    padded: fc.boolean(),
    prefix: fc.constantFrom('', 'data:text/plain;base64,'),
  })
  .map(({ bytes, every, gap, plus, slash, padded, prefix }) => {
    const plain = Buffer.from(bytes)
      .toString('base64')
      .replace(/=+$/, padded ? '$&' : '');
    const pieces = plain.match(new RegExp(`.{1,${every}}`, 'g')) ?? [];
    const data = pieces.join('\n').replaceAll('+', plus).replaceAll('/', slash).replaceAll('\n', gap);
    return { bytes, data: `${prefix}${data}`, characters: plain.length };
  });

const mapped = (data: string, before = '{"results":[{"data":"', after = '"}]}') => {
  const source = encode(`${before}${data}${after}`);
  const from = encode(before).length;
  return mapBase64(source, { from, to: from + encode(data).length }, true);
};

describe('a map of Base64', () => {
  it('decodes any part of any spelling to the bytes that were encoded', () => {
    fc.assert(
      fc.property(spelled, fc.nat(200), fc.nat(200), ({ bytes, data, characters }, a, b) => {
        const map = mapped(data);
        expect({ length: map.length, characters: map.characters }).toEqual({ length: bytes.length, characters });
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(decodeRange(map, { from, to })).toEqual(bytes.slice(from, to));
      }),
    );
  });

  it('goes from a byte to its characters, to the body, and back to the byte', () => {
    fc.assert(
      fc.property(spelled, fc.nat(), ({ bytes, data }, any) => {
        const map = mapped(data);
        const byte = any % bytes.length;
        const characters = charactersOfBytes({ from: byte, to: byte + 1 });
        expect(byteOfCharacter(map, characters.to - 1)).toBe(byte);
        const place = placeOfCharacters(map, characters);
        const spelling = new TextDecoder().decode(map.source.subarray(place.from, place.to));
        // Within a JSON text: its escapes are part of it.
        const written: unknown = JSON.parse(`"${spelling}"`);
        const plain = String(written).replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
        const whole = Buffer.from(bytes).toString('base64');
        expect(plain).toBe(whole.slice(characters.from, characters.to));
        for (let at = characters.from; at < characters.to; at += 1) {
          expect(characterAt(map, placeOfCharacter(map, at).from)).toBe(at);
          expect(characterAt(map, placeOfCharacter(map, at).to - 1)).toBe(at);
        }
      }),
    );
  });

  it.each([
    ['SGVs!G8=', 4],
    ['SGVsbG8=A', 8],
    ['SGVs\u00e9bG8=', 4],
    ['SGVsbG8=', -1],
    ['SGVs-_8', -1],
  ])('finds the first character of %s that is none', (data, at) => {
    expect(firstWrongCharacter(mapped(data))).toBe(at);
  });
});
