import { type Numbers, paragraph, phrase, type Sheet, speckle, titled } from './layouts.ts';

/** A form whose fields were named beforehand: boxes are as large as the fields, not as what stands in them. */
function fields(sheet: Sheet): void {
  const { width, height, random, context, truth } = sheet;
  const size = width / random.between(46, 68);
  const drawn = random.pick(['boxes', 'lines', 'nothing']);
  const left = width * random.between(0.06, 0.3);
  const column = width * 0.94 - left;
  phrase(sheet, titled(random, 3), width * 0.06, height * 0.07, size * 2, 'bold');
  truth.fields.push([
    Math.round(width * 0.05),
    Math.round(height * 0.03),
    Math.round(width * 0.6),
    Math.round(height * 0.085),
  ]);
  context.lineWidth = 2;
  const high = size * random.between(1.7, 2.6);
  for (let y = height * 0.13; y < height * 0.78; y += high + size * random.between(1.4, 2.2)) {
    const cells = random.whole(1, 3);
    for (let at = 0; at < cells; at += 1) {
      const [x, wide] = [left + (at * column) / cells, column / cells - size * 1.5];
      phrase(sheet, titled(random, random.whole(1, 2)), x, y - size * 0.35, size * 0.7);
      if (drawn === 'boxes') context.strokeRect(x, y, wide, high);
      if (drawn === 'lines') context.strokeRect(x, y + high, wide, 0);
      if (random.chance(0.85)) phrase(sheet, titled(random, random.whole(1, 3)), x + size * 0.6, y + high * 0.7, size);
      truth.fields.push(box(x, y, wide, high));
    }
  }
  if (random.chance(0.5)) {
    const [wide, top] = [width * 0.18, height * random.between(0.3, 0.5)];
    speckle(context, random, width * 0.04, top, Math.min(wide, left), wide * 1.2);
    if (left > wide) truth.fields.push(box(width * 0.04, top, wide, wide * 1.2));
  }
  if (random.chance(0.6)) truth.fields.push(signature(sheet, width * 0.55, height * 0.84, width * 0.35, height * 0.09));
}

/** A table whose cells are the regions, with nothing in some of them. */
function cells(sheet: Sheet): void {
  const { width, height, random, context, truth } = sheet;
  const size = width / random.between(50, 70);
  const [columns, rows] = [random.whole(3, 6), random.whole(7, 18)];
  const [left, top] = [width * random.between(0.04, 0.1), height * random.between(0.1, 0.2)];
  const parts = Array.from({ length: columns }, () => random.between(0.6, 1.8));
  const unit = (width * 0.94 - left) / parts.reduce((sum, part) => sum + part, 0);
  const lines = random.chance(0.6);
  phrase(sheet, titled(random, 3), left, top - size * 2, size * 1.6, 'bold');
  context.lineWidth = 1.5;
  for (let row = 0, y = top; row < rows && y < height * 0.9; row += 1) {
    const deep = random.chance(0.2) ? 2 : 1;
    const high = size * (deep === 2 ? 3.6 : 2.2);
    let x = left;
    for (const part of parts) {
      const wide = part * unit;
      if (lines) context.strokeRect(x, y, wide, high);
      if (random.chance(0.85))
        paragraph(sheet, {
          x: x + size * 0.5,
          y: y + size * 0.4,
          width: wide - size,
          size,
          lines: random.whole(1, deep),
        });
      truth.fields.push(box(x + 2, y + 2, wide - 4, high - 4));
      x += wide;
    }
    y += high;
  }
}

/** Areas with margins, as somebody would drag them out: several lines, a picture, a signature, nothing. */
function areas(sheet: Sheet): void {
  const { width, height, random, context, truth } = sheet;
  const size = width / random.between(44, 64);
  const columns = random.whole(1, 2);
  const column = (width * 0.88) / columns;
  for (let at = 0; at < columns; at += 1) {
    const x = width * 0.06 + at * column;
    const wide = column - size * 2;
    for (let y = height * random.between(0.05, 0.1); y < height * 0.85;) {
      const margin = size * random.between(0.3, 1);
      let bottom = y;
      if (random.chance(0.12)) {
        bottom = y + wide * random.between(0.3, 0.5);
        speckle(context, random, x, y, wide * 0.8, bottom - y);
      } else if (random.chance(0.1)) bottom = signature(sheet, x, y, wide * 0.7, size * 4)[3];
      else if (random.chance(0.06)) bottom = y + size * 3;
      else bottom = paragraph(sheet, { x, y, width: wide * random.between(0.6, 1), size, lines: random.whole(1, 6) });
      truth.fields.push(box(x - margin, y - margin * 0.6, wide + 2 * margin, bottom - y + margin * 1.2));
      y = bottom + size * random.between(1.5, 3);
    }
  }
}

/** A scribble over a box that is larger. */
function signature({ context, random }: Sheet, x: number, y: number, width: number, height: number): Numbers {
  context.beginPath();
  context.lineWidth = 3;
  context.moveTo(x + width * 0.1, y + height * 0.6);
  for (let part = 0.15; part < 0.85; part += 0.07) {
    context.lineTo(x + width * part, y + height * random.between(0.2, 0.8));
  }
  context.stroke();
  return box(x, y, width, height);
}

function box(x: number, y: number, width: number, height: number): Numbers {
  return [Math.round(x), Math.round(y), Math.round(x + width), Math.round(y + height)];
}

export const FIELD_LAYOUTS = [fields, cells, areas] as const;
