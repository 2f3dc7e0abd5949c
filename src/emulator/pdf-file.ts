/**
 * A searchable PDF (1.4, one page), as the service makes one: the picture it prepared, and over it the texts where their regions
 * are, drawn in no ink.
 */
import type { SampleTruth } from '../core/samples/truth.ts';
import { joined } from './joined.ts';
import { pdfPicture } from './pdf-picture.ts';

/** A scan of 150 dpi: a pixel is less than a point, so that whoever draws the page has to find the picture's own size. */
const POINTS = 72 / 150;
/** Every letter of the font is half as wide as it is high; `Tz` stretches each line to its region. */
const LETTER = 0.5;
/** Of a line's height, what is under the line that the letters stand on. */
const DESCENT = 0.2;

export async function pdfFile(truth: SampleTruth): Promise<Uint8Array> {
  const { width, height } = truth.image;
  const { entries, rows } = await pdfPicture(truth);
  const [wide, high] = [points(width), points(height)];
  const text = invisibleText(truth);
  const content = `q ${wide} 0 0 ${high} 0 0 cm /Im1 Do Q\n${text}\n`;
  return fileOf([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 4 0 R`,
      ' /Resources << /XObject << /Im1 6 0 R >> /Font << /F1 5 0 R >> >> >>',
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}endstream`],
    [
      '<< /Type /Font /Subtype /Type1 /BaseFont /NoInk /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255',
      ` /Widths [${Array<number>(224)
        .fill(LETTER * 1000)
        .join(' ')}] /FontDescriptor 7 0 R >>`,
    ],
    [`<< /Type /XObject ${entries} /Length ${rows.length} >>\nstream\n`, rows, '\nendstream'],
    [
      '<< /Type /FontDescriptor /FontName /NoInk /Flags 32 /FontBBox [0 -200 500 800] /ItalicAngle 0',
      ` /Ascent ${(1 - DESCENT) * 1000} /Descent ${-DESCENT * 1000} /CapHeight 700 /StemV 80 >>`,
    ],
  ]);
}

/** Text rendering mode 3: neither filled nor stroked. Lines of a region share its height. */
function invisibleText({ image, regions, texts }: SampleTruth): string {
  const lines = regions.flatMap(([x1, y1, x2, y2], at) => {
    const said = (texts[at] ?? '').split('\n').filter((line) => line.trim() !== '');
    const size = (y2 - y1) / said.length;
    return said.map((line, number) => {
      const stretch = ((x2 - x1) / (line.length * LETTER * size)) * 100;
      // PDF counts upwards from the bottom.
      const base = image.height - y1 - (number + 1 - DESCENT) * size;
      return `/F1 ${points(size)} Tf ${stretch.toFixed(3)} Tz 1 0 0 1 ${points(x1)} ${points(base)} Tm (${literal(line)}) Tj`;
    });
  });
  return `BT 3 Tr\n${lines.join('\n')}\nET`;
}

function points(pixels: number): string {
  return String(Number((pixels * POINTS).toFixed(4)));
}

function fileOf(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  write('%PDF-1.4\n');
  const offsets = objects.map((body, at) => {
    const offset = length;
    for (const part of [`${at + 1} 0 obj\n`, ...body, '\nendobj\n']) write(part);
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  write(
    `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return joined(parts);
}

/** Where WinAnsiEncoding has, from 0x80 on, what Latin-1 has not (PDF 1.4, appendix D). Blanks: it has nothing there. */
const WIN_ANSI = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** ASCII bytes: other letters are escaped, what the font has no letter for is a question mark. */
function literal(text: string): string {
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if ('()\\'.includes(letter)) return `\\${letter}`;
    if (code >= 0x20 && code < 0x7f) return letter;
    const byte = code >= 0xa0 && code < 0x100 ? code : 0x80 + WIN_ANSI.indexOf(letter);
    return byte >= 0x80 ? `\\${byte.toString(8)}` : '?';
  }).join('');
}
