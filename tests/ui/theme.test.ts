import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');
const light = tokens(/:root \{([^}]*)\}/);
const dark = { ...light, ...tokens(/\[data-theme='dark'\] \{([^}]*)\}/) };

/** Words on their ground. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['--text', '--bg'],
  ['--text', '--surface'],
  ['--text', '--surface-2'],
  ['--text', '--surface-3'],
  ['--text', '--accent-soft'],
  ['--text-muted', '--bg'],
  ['--text-muted', '--surface'],
  ['--text-muted', '--surface-2'],
  ['--text-muted', '--surface-3'],
  ['--text-muted', '--accent-soft'],
  ['--accent', '--surface'],
  ['--accent', '--bg'],
  ['--accent', '--accent-soft'],
  ['--accent-contrast', '--accent'],
  ['--accent-contrast', '--accent-hover'],
  ['--mark-text', '--mark'],
  ['--warn', '--surface'],
  ['--warn', '--warn-soft'],
  ['--warn', '--accent-soft'],
  ['--warn', '--surface-3'],
  ['--error', '--surface'],
  ['--error', '--error-soft'],
  ['--ok', '--surface'],
  ['--ok', '--ok-soft'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(PAIRS)('reads %s on %s at 4.5 to 1 or better (WCAG 1.4.3)', (words, ground) => {
    expect(contrast(theme[words], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['--border-strong', '--surface'],
    ['--border-strong', '--bg'],
    ['--focus', '--surface'],
    ['--focus', '--bg'],
    ['--focus', '--accent-soft'],
  ])('draws %s on %s at 3 to 1 or better (WCAG 1.4.11)', (line, ground) => {
    expect(contrast(theme[line], theme[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('looks the same whether dark was chosen or is what the system asks for', () => {
  const chosen = tokens(/\[data-theme='dark'\] \{([^}]*)\}/);
  expect(Object.keys(chosen).length).toBeGreaterThan(20);
  expect(tokens(/:root:not\(\[data-theme\]\) \{([^}]*)\}/)).toEqual(chosen);
});

function tokens(block: RegExp): Record<string, string> {
  const body = block.exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Contrast ratio of two #rrggbb colours (WCAG 2.2, relative luminance). */
function contrast(a: string | undefined, b: string | undefined): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(colour: string | undefined): number {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour ?? '')?.[1];
  if (hex === undefined) throw new Error(`not a plain colour: ${colour}`);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
