import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_JSON_DEPTH, placeInText, readJson } from '../../../src/core/decode/json.ts';
import { findJsonFault } from '../../../src/core/decode/json-fault.ts';

const faultOf = (text: string) => {
  const reading = readJson(text, 'answer');
  return reading.ok ? 'no fault' : reading.problem.what;
};

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('reading JSON', () => {
  it.each([
    ['[[1, 2', 'is not JSON: it ends where "," or "]" should come at line 1, column 7 (character 7)'],
    ['[1,\n 2,\n oops]', 'is not JSON: "o" stands where a value should come at line 3, column 2 (character 10)'],
    ['{"a" 1}', 'is not JSON: "1" stands where ":" should come at line 1, column 6 (character 6)'],
    [
      "{'a': 1}",
      'is not JSON: "\'" stands where a name in double quotes should come at line 1, column 2 (character 2)',
    ],
    ['[1] x', 'is not JSON: "x" stands where the end should come at line 1, column 5 (character 5)'],
    [
      '["a\\q"]',
      'is not JSON: "\\\\" stands where an escape that JSON has should come at line 1, column 4 (character 4)',
    ],
    ['', 'is not JSON: it ends where a value should come at line 1, column 1 (character 1)'],
  ])('says where %j stops being JSON', (text, what) => {
    expect(faultOf(text)).toBe(what);
  });

  it('refuses what is nested deeper than the cap, and reads what just fits', () => {
    expect(readJson(nested(MAX_JSON_DEPTH), 'answer').ok).toBe(true);
    expect(faultOf(nested(MAX_JSON_DEPTH + 1))).toContain('nested deeper than 64 levels');
    expect(faultOf('['.repeat(1_000_000))).toContain('nested deeper than 64 levels');
    expect(readJson(JSON.stringify({ text: '['.repeat(500) }), 'answer').ok).toBe(true);
  });

  it('finds a fault in exactly what JSON.parse refuses, and never behind the first one', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(40), fc.constantFrom('', '"', ',', ']', '}', 'x', '\\', '\n', '1'))
      .map(([json, at, put]) => json.slice(0, at) + put + json.slice(at + 1));
    fc.assert(
      fc.property(broken, (text) => {
        const reading = readJson(text, 'answer');
        expect(reading.ok).toBe(isJson(text));
        if (reading.ok) return;
        const { position, what } = findJsonFault(text);
        expect(what).not.toBe('it cannot be parsed');
        expect(position).toBeLessThanOrEqual(text.length);
        // What stands before the fault has none of its own: it is JSON, or only ends too early.
        const before = readJson(text.slice(0, position), 'answer');
        expect(before.ok || before.position === position).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('counts lines and columns from 1', () => {
    expect(placeInText('ab\ncd', 4)).toBe('line 2, column 2 (character 5)');
  });
});
