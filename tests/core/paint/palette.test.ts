import { expect, test } from 'vitest';
import { paletteOf } from '../../../src/core/paint/palette.ts';

const THEMES = ['light', 'dark'] as const;

test.each(THEMES)('in the %s look numbers and texts can be read (WCAG AA, 4.5)', (theme) => {
  const { looks, badgeText, accent, plate, foundPlate, ink } = paletteOf(theme);
  for (const { badge } of Object.values(looks)) expect(contrast(badgeText, badge)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(badgeText, accent)).toBeGreaterThanOrEqual(4.5);
  // The plate over the worst ground: ink of the same lightness as its letters.
  for (const ground of [plate, foundPlate]) expect(contrast(ink, over(ground, ink))).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)('in the %s look outlines show on white paper and, cased, on black (WCAG 1.4.11, 3)', (theme) => {
  const { looks, casing } = paletteOf(theme);
  for (const { stroke } of Object.values(looks)) {
    expect(contrast(stroke, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(over(casing, '#000000'), '#000000')).toBeGreaterThanOrEqual(3);
  }
});

test('steps of confidence differ by lightness alone, whatever colours one sees, and none of them is red', () => {
  const { low, middle, high, untold } = paletteOf('light').looks;
  const steps = [low, middle, high].map(({ stroke }) => stroke);
  expect(steps.toSorted((a, b) => luminance(a) - luminance(b))).toEqual(steps);
  expect(contrast(low.stroke, middle.stroke)).toBeGreaterThanOrEqual(1.5);
  expect(contrast(middle.stroke, high.stroke)).toBeGreaterThanOrEqual(1.5);
  for (const { stroke, badge } of [low, middle, high, untold]) {
    for (const [r, g, b] of [rgb(stroke), rgb(badge)]) expect(r).toBeLessThan(Math.max(g, b));
  }
  expect(new Set([low, middle, high, untold].map(({ dash }) => dash.join(' '))).size).toBe(4);
});

type Rgb = readonly [number, number, number];

function rgb(colour: string | Rgb): Rgb {
  if (typeof colour !== 'string') return colour;
  const [r = 0, g = 0, b = 0] = colour.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b];
}

function over(colour: string, ground: string): Rgb {
  const alpha = Number(colour.match(/[\d.]+/g)?.[3] ?? 1);
  const below = rgb(ground);
  const [r, g, b] = rgb(colour).map((value, i) => value * alpha + (below[i] ?? 0) * (1 - alpha));
  return [r ?? 0, g ?? 0, b ?? 0];
}

function luminance(colour: string | Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb(colour).map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string | Rgb, other: string | Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
