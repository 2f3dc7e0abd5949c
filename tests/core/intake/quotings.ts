import type { Shell } from '../../../src/core/intake/shell-words.ts';

export interface Quoting {
  readonly name: string;
  readonly shell: Shell;
  readonly quote: (word: string) => string;
  /** What stands at the end of a line that goes on. */
  readonly goesOn: string;
}

const programQuote = (word: string) => `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

/** The ways in which people and browsers write a command down, each as its shell's own documentation has it. */
export const QUOTINGS: readonly Quoting[] = [
  {
    name: 'bash, single quotes',
    shell: 'bash',
    quote: (word) => `'${word.replaceAll("'", `'\\''`)}'`,
    goesOn: ' \\\n',
  },
  {
    name: 'bash, double quotes',
    shell: 'bash',
    quote: (word) => `"${word.replace(/[$`"\\]/g, '\\$&')}"`,
    goesOn: ' \\\r\n',
  },
  {
    name: "bash, $'...'",
    shell: 'bash',
    quote: (word) => `$'${word.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\u00fc', '\\u00fc')}'`,
    goesOn: ' \\\n',
  },
  // As Chrome copies it: every sign of cmd is escaped, so cmd itself sees no quotes.
  {
    name: 'cmd, carets',
    shell: 'cmd',
    quote: (word) => programQuote(word).replace(/["^&|<>()%!]/g, '^$&'),
    goesOn: ' ^\r\n',
  },
  {
    name: 'PowerShell, single quotes',
    shell: 'powershell',
    quote: (word) => `'${word.replaceAll("'", "''").replaceAll('"', '\\"')}'`,
    goesOn: ' `\r\n',
  },
  {
    name: 'PowerShell, double quotes',
    shell: 'powershell',
    quote: (word) => `"${word.replace(/[`$"]/g, '`$&')}"`,
    goesOn: ' `\n',
  },
];
