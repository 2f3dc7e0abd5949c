import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shell, shellWords } from '../../../src/core/intake/shell-words.ts';
import { QUOTINGS } from './quotings.ts';

describe('the words of a command', () => {
  it.each([
    ['bash', `curl 'a b' "c \\"d\\" \\$e" f\\ g h'i'"j"`, ['curl', 'a b', 'c "d" $e', 'f g', 'hij']],
    ['bash', 'curl \\\n --header x \\  \n y \\', ['curl', '--header', 'x', 'y']],
    ['bash', `$'it\\'s \\u00fc\\n' '' x`, ["it's ü\n", '', 'x']],
    ['cmd', 'curl ^\n  -H "a ^ b" ^"c^" d^&e "f\\"g" "h""i"', ['curl', '-H', 'a ^ b', 'c', 'd&e', 'f"g', 'h"i']],
    ['cmd', 'a\\b "c\\\\" d', ['a\\b', 'c\\', 'd']],
    ['powershell', 'curl.exe `\n -H \'it\'\'s\' "a `"b`" ""c"""', ['curl.exe', '-H', "it's", 'a "b" "c"']],
    ['powershell', '-Headers @{ "Authorization"="Bearer x" }', ['-Headers', '@', 'Authorization', 'Bearer x']],
  ] satisfies [Shell, string, string[]][])('in %s: %s', (shell, command, words) => {
    expect(shellWords(command, shell)).toEqual(words);
  });

  it.each(QUOTINGS)(
    'come back whole from $name',
    ({ shell, quote }) => {
      const word = fc
        .string({ unit: fc.constantFrom(...Array.from('ab1 "\'\\$`{}[]:,=&;()\u00fc\n')) })
        .filter((text) => shell !== 'cmd' || !/\n/.test(text));
      fc.assert(
        fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (given) => {
          expect(shellWords(given.map(quote).join(' '), shell)).toEqual(given);
        }),
        { numRuns: 1_000 },
      );
    },
    60_000,
  );

  it('throw at nothing and end with any text', () => {
    const shell = fc.constantFrom<Shell>('bash', 'cmd', 'powershell');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('a \n\r"\'\\^`$=@{}u')) }), shell, (text, one) => {
        expect(Array.isArray(shellWords(text, one))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});
