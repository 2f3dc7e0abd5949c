import type { Box } from '../geometry/an-inspection.ts';

/** Kinds of pages as they come, by what stands in their boxes. */
export const PAGE_KINDS = [
  'words',
  'tight words',
  'lines',
  'headings',
  'ideographs',
  'paragraphs',
  'wrapped',
  'table',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
/** Pages on which a box says nothing of the length of its text, or the same of each. */
export const MUTE_KINDS = ['form', 'half a form', 'same', 'alternating', 'steps'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

export interface DrawnPage {
  readonly boxes: Box[];
  readonly texts: string[];
}

export type Random = () => number;

/** Mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'a of the and to in is that it was for on with his as at be by had not are but from or have they which one you were all her there would their been has when who will more about into than them only other new some could time these first people state government international understanding responsibilities'.split(
    ' ',
  );

/** Boxes with letters of uneven width in them, read with a few mistakes. */
export function drawnPage(kind: PageKind, count: number, random: Random): DrawnPage {
  const font = 12 + random() * 30;
  const letter = font * (0.42 + random() * 0.15);
  const page: DrawnPage = { boxes: [], texts: [] };
  let y = 0;
  for (let at = 0; at < count; at += 1) {
    const size = kind === 'headings' ? ([1, 1, 1, 1.5, 2.2, 0.7][Math.floor(random() * 6)] ?? 1) : 1;
    const lines = linesOf(kind, random);
    const width = Math.max(...lines.map(widthOf)) * letter * size * (1 + 0.1 * (random() - 0.5)) + 4 * random();
    const tight = kind === 'tight words' ? tightness(lines[0] ?? '') : 1;
    const height = font * size * tight * (1 + (lines.length - 1) * 1.3) * (1 + 0.1 * (random() - 0.5));
    page.boxes.push([10, y, 10 + Math.max(2, width), y + Math.max(2, height)]);
    page.texts.push(misread(lines.join(kind === 'wrapped' ? ' ' : '\n'), random));
    y += height * 1.3;
  }
  return page;
}

/** Pages from which nothing can be learned, whatever the pairing. */
export function mutePage(kind: MuteKind, count: number, random: Random): DrawnPage {
  const page: DrawnPage = { boxes: [], texts: [] };
  for (let at = 0; at < count; at += 1) {
    const field = 100 + 100 * Math.floor(random() * 3);
    const any = 1 + Math.floor(random() * 20);
    const [length, width] = {
      form: [any, field],
      'half a form': [any, at < count / 2 ? any * 9 : field],
      same: [8, 80 + random()],
      alternating: at % 2 === 0 ? [15 + Math.floor(random() * 10), 300] : [5 + Math.floor(random() * 3), 70],
      steps: [1 + Math.floor(at / 3), (1 + Math.floor(at / 3)) * 9 * (1 + 0.2 * random())],
    }[kind];
    page.boxes.push([0, at * 30, width ?? 0, at * 30 + 20]);
    page.texts.push('a'.repeat(length ?? 0));
  }
  return page;
}

function linesOf(kind: PageKind, random: Random): string[] {
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ');
  switch (kind) {
    case 'words':
    case 'tight words':
      return [words(1)];
    case 'lines':
    case 'headings':
      return [words(1 + Math.floor(random() * 8))];
    case 'ideographs':
      return [
        String.fromCharCode(
          ...Array.from({ length: 2 + Math.floor(random() ** 2 * 28) }, () => 0x4e00 + Math.floor(random() * 3000)),
        ),
      ];
    case 'table':
      return [random() < 0.5 ? String(Math.floor(10 ** (1 + random() * 6))) : words(1 + Math.floor(random() * 3))];
    case 'paragraphs':
    case 'wrapped': {
      const perLine = 4 + Math.floor(random() * 8);
      const full = Array.from({ length: Math.floor(random() * 7) }, () => words(perLine));
      return [...full, words(1 + Math.floor(random() * perLine))];
    }
  }
}

function widthOf(line: string): number {
  let width = 0;
  for (const letter of line)
    width += letter > '\u2e80' ? 2 : 'iljtf'.includes(letter) ? 0.6 : 'mw'.includes(letter) ? 1.5 : 1;
  return width;
}

/** Boxes round the ink alone are lower round `sum` than round `glyph`. */
function tightness(word: string): number {
  const above = /[bdfhklt]/.test(word);
  return /[gjpqy]/.test(word) ? (above ? 1 : 0.75) : above ? 0.8 : 0.55;
}

function misread(text: string, random: Random): string {
  const chance = random();
  if (chance < 0.01) return '';
  if (chance < 0.04) return text.slice(0, Math.ceil(text.length * random()));
  return chance < 0.06 ? `${text} or so` : text;
}
