/** PDFs by hand, to be read as a reader finds them: what a page is, and what stands on it. */

export interface PageToMake {
  /** Of the page dictionary: `/MediaBox [0 0 200 100] /Rotate 90`. */
  readonly entries: string;
  readonly content: string;
}

/** ASCII. Letters of the font F1 are half as wide as high, 0.8 of it above the base line. Im1 is 4 x 2 pixels, black and white by turns. */
export function makePdf(pages: readonly PageToMake[], { count = pages.length, catalog = '' } = {}): string {
  const first = 6;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Halves /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /FontDescriptor 4 0 R >>`,
    '<< /Type /FontDescriptor /FontName /Halves /Flags 32 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 4 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
      '00FF00FFFF00FF00>',
    ),
    ...pages.flatMap(({ entries, content }, at) => [
      `<< /Type /Page /Parent 2 0 R ${entries} /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 5 0 R >> >> >>`,
      stream('', content),
    ]),
  ];
  let file = '%PDF-1.6\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
