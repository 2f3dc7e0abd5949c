import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeJson } from '../../../src/core/decode/json-places.ts';

it('gives what JSON.parse gives, and each object and list where it is written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = ` ${JSON.stringify(value, null, indent)}\n`;
      const placed = placeJson(text);
      expect(placed.value).toEqual(JSON.parse(text));
      for (const [part, { from, to }] of placed.spans) expect(JSON.parse(text.slice(from, to))).toEqual(part);
    }),
  );
});

it.each([
  '{"a":1,"b":2,"a":{"c":[]}}',
  '{"__proto__":{"x":[1]}}',
  '{"2":[],"1":{}}',
  String.raw`["\"]\\",{"\u0061":1e-3}]`,
])('gives the same for %s', (text) => {
  const { value, spans } = placeJson(text);
  expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
  expect(spans.size).toBe((text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[[{]/g) ?? []).length);
});
