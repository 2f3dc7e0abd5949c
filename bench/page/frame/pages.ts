import { FIELD_LAYOUTS } from './fields.ts';
import { type Context, LAYOUTS, type Numbers, type Sheet, speckle, phrase, titled, type Truth } from './layouts.ts';
import type { Random } from './random.ts';

/** A drawn page and what stands on it, in its own pixels. */
export interface Page {
  readonly canvas: OffscreenCanvas;
  readonly boxes: readonly Numbers[];
}

const FONTS = [
  '"Liberation Serif", serif',
  '"Liberation Sans", sans-serif',
  '"DejaVu Sans", sans-serif',
  '"DejaVu Serif", serif',
  '"Liberation Mono", monospace',
] as const;

function blank(width: number, height: number): { canvas: OffscreenCanvas; context: Context } {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  return { canvas, context };
}

/** A page of text in one of the layouts, with the regions as a detection would answer them. */
export function textPage(random: Random): Page {
  return drawn(random, random.pick(LAYOUTS));
}

/** Fields, cells or areas, which somebody named or drew beforehand. */
export function loosePage(random: Random): Page {
  return drawn(random, random.pick(FIELD_LAYOUTS));
}

function drawn(random: Random, layout: (sheet: Sheet) => void): Page {
  const width = random.whole(900, 1900);
  const shape =
    layout.name === 'receipt'
      ? random.between(1.8, 2.6)
      : random.chance(0.15)
        ? random.between(0.65, 0.85)
        : random.between(1.2, 1.45);
  const height = Math.round(width * shape);
  const { canvas, context } = blank(width, height);
  const truth: Truth = { words: [], lines: [], blocks: [], fields: [] };
  const sheet: Sheet = { width, height, context, random, font: random.pick(FONTS), truth };
  context.fillStyle = random.pick(['#000', '#111', '#333', '#223']);
  context.strokeStyle = '#555';
  layout(sheet);
  if (truth.fields.length > 0) return { canvas, boxes: found(random, truth.fields, width, height) };
  const size =
    truth.words.length > 350 && random.chance(0.4)
      ? truth.lines
      : random.pick([truth.words, truth.words, truth.lines, truth.blocks.length > 5 ? truth.blocks : truth.lines]);
  return { canvas, boxes: found(random, size, width, height) };
}

/** A detector is not exact: edges are off by a pixel or two, some regions are missed, some are merged, some are none. */
function found(random: Random, truth: readonly Numbers[], width: number, height: number): Numbers[] {
  const loose = random.between(0, 3);
  const missed = random.between(0, 0.12);
  const boxes: Numbers[] = [];
  for (const [x1, y1, x2, y2] of truth) {
    if (truth.length > 10 && random.chance(missed)) continue;
    const edge = (value: number, out: number, most: number) =>
      Math.min(Math.max(Math.round(value + out * random.between(-0.7, loose)), 0), most);
    const box: Numbers = [edge(x1, -1, width), edge(y1, -1, height), edge(x2, 1, width), edge(y2, 1, height)];
    if (box[2] > box[0] && box[3] > box[1]) boxes.push(box);
  }
  if (boxes.length > 20 && random.chance(0.3)) {
    const x = random.whole(0, Math.floor(width * 0.8));
    const y = random.whole(0, Math.floor(height * 0.9));
    boxes.push([x, y, x + 60, y + 25]);
  }
  return boxes;
}

/** Pages of which nobody could say whether boxes belong to them. */
export function hopelessPage(random: Random, kind: 'few' | 'whole' | 'blank' | 'symmetric' | 'photograph'): Page {
  const width = random.whole(900, 1600);
  const height = Math.round(width * random.between(1.1, 1.4));
  const { canvas, context } = blank(width, height);
  const truth: Truth = { words: [], lines: [], blocks: [], fields: [] };
  const sheet: Sheet = { width, height, context, random, font: random.pick(FONTS), truth };
  switch (kind) {
    case 'few': {
      phrase(sheet, titled(random, 1), width * random.between(0.1, 0.5), height * random.between(0.1, 0.8), width / 30);
      if (random.chance(0.5)) phrase(sheet, titled(random, 1), width * 0.2, height * 0.5, width / 30);
      return { canvas, boxes: found(random, truth.lines, width, height) };
    }
    case 'whole': {
      LAYOUTS[0](sheet);
      const edge = random.whole(0, 12);
      return { canvas, boxes: [[edge, edge, width - edge, height - edge]] };
    }
    case 'blank': {
      const boxes = Array.from({ length: random.whole(5, 60) }, (): Numbers => {
        const x = random.whole(0, width - 200);
        const y = random.whole(0, height - 50);
        return [x, y, x + random.whole(30, 200), y + random.whole(12, 50)];
      });
      return { canvas, boxes };
    }
    case 'symmetric': {
      // The same cell again and again: any whole step, a half turn and a mirror fit as well.
      const columns = random.whole(3, 6);
      const rows = random.whole(4, 9);
      const cell = { width: width / columns, height: height / rows };
      const boxes: Numbers[] = [];
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const x = Math.round(column * cell.width + cell.width * 0.25);
          const y = Math.round(row * cell.height + cell.height * 0.35);
          const [wide, high] = [Math.round(cell.width * 0.5), Math.round(cell.height * 0.3)];
          context.fillRect(x + 2, y + 2, wide - 4, high - 4);
          boxes.push([x, y, x + wide, y + high]);
        }
      }
      return { canvas, boxes };
    }
    case 'photograph': {
      speckle(context, random, 0, 0, width, height);
      speckle(context, random, 0, 0, width, height);
      const boxes = Array.from({ length: random.whole(4, 30) }, (): Numbers => {
        const x = random.whole(0, width - 300);
        const y = random.whole(0, height - 120);
        return [x, y, x + random.whole(40, 300), y + random.whole(20, 120)];
      });
      return { canvas, boxes };
    }
  }
}

/** What a scanner or a camera does to a page: paper that is not white, shadow, grain, blur, or a dark page. */
export function worn(page: OffscreenCanvas, random: Random): OffscreenCanvas {
  const { width, height } = page;
  const { canvas, context } = blank(width, height);
  const soft = random.chance(0.4) ? random.between(0.4, 0.8) : 1;
  if (soft < 1) {
    const small = blank(Math.round(width * soft), Math.round(height * soft));
    small.context.drawImage(page, 0, 0, small.canvas.width, small.canvas.height);
    context.drawImage(small.canvas, 0, 0, width, height);
  } else context.drawImage(page, 0, 0);
  if (random.chance(0.5)) {
    context.globalCompositeOperation = 'multiply';
    const shade = context.createLinearGradient(0, 0, random.chance(0.5) ? width : 0, height);
    shade.addColorStop(0, '#fff');
    shade.addColorStop(
      random.between(0.3, 0.9),
      `rgb(${random.whole(190, 250)}, ${random.whole(190, 250)}, ${random.whole(180, 240)})`,
    );
    shade.addColorStop(1, `rgb(${random.whole(140, 230)}, ${random.whole(140, 230)}, ${random.whole(140, 230)})`);
    context.fillStyle = shade;
    context.fillRect(0, 0, width, height);
    context.globalCompositeOperation = 'source-over';
  }
  const grain = random.chance(0.5) ? random.between(4, 36) : 0;
  const specks = random.chance(0.3) ? random.between(0.0005, 0.006) : 0;
  const dark = random.chance(0.08);
  const pixels = context.getImageData(0, 0, width, height);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const noise = grain > 0 ? (random.next() - 0.5) * grain : 0;
    const speck = specks > 0 && random.next() < specks ? -160 : 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = (data[at + channel] ?? 0) + noise + speck;
      data[at + channel] = dark ? 255 - value : value;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}
