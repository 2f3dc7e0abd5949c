import type { Random } from './random.ts';

export type Context = OffscreenCanvasRenderingContext2D;
export type Numbers = [number, number, number, number];

/** What a detection would find on a page, at the three sizes in which it may answer. */
export interface Truth {
  readonly words: Numbers[];
  readonly lines: Numbers[];
  readonly blocks: Numbers[];
  /** Where a layout has them: fields, cells, areas that somebody drew by hand. Mostly paper, and some are empty. */
  readonly fields: Numbers[];
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly context: Context;
  readonly random: Random;
  readonly font: string;
  readonly truth: Truth;
}

const WORDS =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too mr how little good world make very year still see own work men day get here old between both life being under three never know same last another while us might great go come since against right came take used himself few house american use place during high without again home around small however found mrs part thought went say general once upon school every'.split(
    ' ',
  );

export function wordOf(random: Random): string {
  return WORDS[Math.floor(random.next() * WORDS.length)] ?? 'word';
}

/** Writes words into a column and notes where their ink is. Returns the y below the last line. */
export function paragraph(
  { context, random, font, truth }: Sheet,
  at: {
    x: number;
    y: number;
    width: number;
    size: number;
    lines: number;
    indent?: number;
    align?: 'left' | 'right' | 'centre';
  },
): number {
  const { x, width, size, lines, indent = 0, align = 'left' } = at;
  context.font = `${size}px ${font}`;
  context.textBaseline = 'alphabetic';
  const space = context.measureText(' ').width;
  const pitch = size * 1.35;
  const block: Numbers[] = [];
  let y = at.y + size;
  for (let line = 0; line < lines; line += 1) {
    const last = line === lines - 1;
    const room = (last ? width * random.between(0.2, 0.95) : width) - (line === 0 ? indent : 0);
    const words: { text: string; width: number }[] = [];
    let used = 0;
    for (;;) {
      const text = wordOf(random);
      const wide = context.measureText(text).width;
      if (used + wide > room && words.length > 0) break;
      words.push({ text, width: wide });
      used += wide + space;
      if (used > room) break;
    }
    const total = used - space;
    let pen = x + (line === 0 ? indent : 0);
    if (align === 'right') pen = x + width - total;
    if (align === 'centre') pen = x + (width - total) / 2;
    const found: Numbers[] = [];
    for (const { text, width: wide } of words) {
      context.fillText(text, pen, y);
      found.push(inkOf(context, text, pen, y));
      pen += wide + space;
    }
    truth.words.push(...found);
    const all = round(found);
    truth.lines.push(all);
    block.push(all);
    y += pitch;
  }
  truth.blocks.push(round(block));
  return y - size + size * 0.35;
}

/** A text by itself: a heading, a field, a cell. */
export function phrase(
  { context, font, truth }: Sheet,
  text: string,
  x: number,
  y: number,
  size: number,
  weight = '',
): Numbers {
  context.font = `${weight} ${size}px ${font}`;
  context.textBaseline = 'alphabetic';
  const space = context.measureText(' ').width;
  let pen = x;
  const found: Numbers[] = [];
  for (const word of text.split(' ')) {
    context.fillText(word, pen, y);
    found.push(inkOf(context, word, pen, y));
    pen += context.measureText(word).width + space;
  }
  truth.words.push(...found);
  const all = round(found);
  truth.lines.push(all);
  truth.blocks.push(all);
  return all;
}

function inkOf(context: Context, text: string, x: number, y: number): Numbers {
  const ink = context.measureText(text);
  return [
    Math.floor(x - ink.actualBoundingBoxLeft),
    Math.floor(y - ink.actualBoundingBoxAscent),
    Math.ceil(x + ink.actualBoundingBoxRight),
    Math.ceil(y + ink.actualBoundingBoxDescent),
  ];
}

function round(boxes: readonly Numbers[]): Numbers {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

type Layout = (sheet: Sheet) => void;

function book(sheet: Sheet): void {
  const { width, height, random } = sheet;
  const size = width / random.between(38, 62);
  const margin = width * random.between(0.08, 0.16);
  let y = height * random.between(0.06, 0.14);
  if (random.chance(0.6)) y = phrase(sheet, titled(random, 3), margin, y + size * 2, size * 1.9, 'bold')[3] + size;
  while (y < height * 0.86) {
    const room = Math.floor((height * 0.9 - y) / (size * 1.35));
    if (room < 1) break;
    y =
      paragraph(sheet, {
        x: margin,
        y,
        width: width - 2 * margin,
        size,
        lines: Math.min(random.whole(3, 9), room),
        indent: size * 1.5,
      }) +
      size * 0.4;
  }
  phrase(sheet, String(random.whole(2, 400)), width / 2, height * 0.95, size);
}

function newspaper(sheet: Sheet): void {
  const { width, height, random, context } = sheet;
  const columns = random.whole(2, 4);
  const margin = width * 0.05;
  const gap = width * 0.025;
  const column = (width - 2 * margin - gap * (columns - 1)) / columns;
  const size = column / random.between(17, 26);
  const top = phrase(sheet, titled(random, 4), margin, height * 0.09, width * 0.055, 'bold')[3] + size * 2;
  for (let at = 0; at < columns; at += 1) {
    const x = margin + at * (column + gap);
    let y = top + random.between(0, size);
    const picture = random.chance(0.45) ? random.between(0.2, 0.6) : 2;
    while (y < height * 0.92) {
      if (y > height * picture && y < height * (picture + 0.1)) {
        const high = Math.min(column * 0.7, height * 0.94 - y);
        speckle(context, random, x, y + size, column, high);
        y += high + size * 2;
        continue;
      }
      if (random.chance(0.25))
        y = phrase(sheet, titled(random, 2), x, y + size * 1.5, size * 1.4, 'bold')[3] + size * 0.4;
      const room = Math.floor((height * 0.95 - y) / (size * 1.35));
      if (room < 1) break;
      y =
        paragraph(sheet, { x, y, width: column, size, lines: Math.min(random.whole(3, 12), room), indent: size }) +
        size * 0.3;
    }
  }
}

function letter(sheet: Sheet): void {
  const { width, height, random } = sheet;
  const size = width / random.between(42, 58);
  const margin = width * 0.12;
  let y = height * 0.07;
  y =
    paragraph(sheet, {
      x: width * 0.58,
      y,
      width: width * 0.3,
      size,
      lines: 3,
      align: random.pick(['left', 'right']),
    }) +
    size * 3;
  y = paragraph(sheet, { x: margin, y, width: width * 0.34, size, lines: 4 }) + size * 3;
  phrase(sheet, titled(random, 2), margin, y, size);
  y += size * 2;
  for (let at = 0; at < random.whole(2, 4); at += 1)
    y = paragraph(sheet, { x: margin, y, width: width - 2 * margin, size, lines: random.whole(3, 7) }) + size;
  phrase(sheet, titled(random, 2), margin, Math.min(y + size * 4, height * 0.95), size);
}

function form(sheet: Sheet): void {
  const { width, height, random, context } = sheet;
  const size = width / random.between(52, 72);
  phrase(sheet, titled(random, 3), width * 0.08, height * 0.07, size * 2, 'bold');
  let y = height * 0.12;
  context.lineWidth = 1.5;
  while (y < height * 0.9) {
    const cells = random.whole(1, 3);
    for (let at = 0; at < cells; at += 1) {
      const x = width * 0.08 + (at * width * 0.84) / cells;
      const wide = (width * 0.84) / cells - size;
      phrase(sheet, titled(random, random.whole(1, 2)), x, y, size * 0.8);
      context.strokeRect(x, y + size * 0.5, wide, size * 1.9);
      if (random.chance(0.75)) phrase(sheet, titled(random, random.whole(1, 3)), x + size * 0.5, y + size * 1.9, size);
    }
    y += size * random.between(4, 6);
  }
}

function table(sheet: Sheet): void {
  const { width, height, random, context } = sheet;
  const size = width / random.between(48, 66);
  const columns = random.whole(3, 6);
  const rows = random.whole(12, 26);
  const left = width * 0.07;
  const wide = width * 0.86;
  const high = (height * 0.8) / rows;
  phrase(sheet, titled(random, 3), left, height * 0.07, size * 1.5, 'bold');
  for (let row = 0; row < rows; row += 1) {
    const y = height * 0.12 + row * high;
    for (let at = 0; at < columns; at += 1) {
      const x = left + (at * wide) / columns;
      const text =
        at === 0 ? titled(random, random.whole(1, 2)) : random.between(0, 99_999).toFixed(random.whole(0, 2));
      if (!random.chance(0.12))
        phrase(sheet, text, at === 0 ? x + 4 : x + random.between(4, size * 2), y + high * 0.65, size);
    }
  }
  if (random.chance(0.5)) {
    context.lineWidth = 1;
    for (let row = 0; row <= rows; row += 1) context.strokeRect(left, height * 0.12, wide, row * high);
  }
}

function receipt(sheet: Sheet): void {
  const { width, height, random } = sheet;
  const size = width / random.between(20, 28);
  paragraph(sheet, {
    x: width * 0.1,
    y: height * 0.03,
    width: width * 0.8,
    size: size * 1.2,
    lines: 3,
    align: 'centre',
  });
  let y = height * 0.03 + size * 8;
  while (y < height * 0.85) {
    phrase(sheet, titled(random, random.whole(1, 3)), width * 0.08, y, size);
    phrase(sheet, random.between(1, 99).toFixed(2), width * 0.78, y, size);
    y += size * random.pick([1.5, 1.5, 3]);
  }
  phrase(sheet, 'TOTAL', width * 0.08, y + size, size * 1.4, 'bold');
}

function poster(sheet: Sheet): void {
  const { width, height, random } = sheet;
  let y = height * 0.14;
  while (y < height * 0.9) {
    const size = width / random.between(9, 24);
    y += size * random.between(1.2, 2);
    phrase(
      sheet,
      titled(random, random.whole(1, 3))
        .slice(0, Math.floor((width * 0.8) / (size * 0.6)))
        .trim() || 'Go',
      width * random.between(0.06, 0.2),
      y,
      size,
      'bold',
    );
  }
}

function list(sheet: Sheet): void {
  const { width, height, random } = sheet;
  const size = width / random.between(40, 56);
  let y = height * 0.1;
  phrase(sheet, titled(random, 4), width * 0.1, y, size * 1.6, 'bold');
  y += size * 2;
  while (y < height * 0.88) {
    const depth = random.whole(0, 2);
    phrase(sheet, '-', width * (0.1 + depth * 0.05), y + size, size);
    y =
      paragraph(sheet, {
        x: width * (0.13 + depth * 0.05),
        y,
        width: width * (0.78 - depth * 0.05),
        size,
        lines: random.whole(1, 3),
      }) +
      size * 0.5;
  }
}

export const LAYOUTS: readonly [Layout, ...Layout[]] = [book, newspaper, letter, form, table, receipt, poster, list];

export function titled(random: Random, words: number): string {
  return Array.from({ length: words }, () => wordOf(random))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** A photograph, as far as boxes are concerned: texture without lines. */
export function speckle(context: Context, random: Random, x: number, y: number, width: number, height: number): void {
  for (let at = 0; at < 220; at += 1) {
    const shade = random.whole(40, 220);
    context.fillStyle = `rgb(${shade}, ${shade}, ${shade})`;
    const [wide, high] = [random.between(0.03, 0.3) * width, random.between(0.03, 0.3) * height];
    context.fillRect(x + random.next() * (width - wide), y + random.next() * (height - high), wide, high);
  }
  context.fillStyle = '#000';
}
