import { afterEach, describe, expect, it } from 'vitest';
import { pdfFile } from '../../src/emulator/pdf-file.ts';
import type { TextOfPage } from '../../src/core/pdf/text-as-regions.ts';
import { openPdf, type OpenPdf, type PdfOptions } from '../../src/pdf/open-pdf.ts';
import { sessionsOpen } from '../../src/workers/session.ts';
import { makePdf, type PageToMake } from './make-pdf.ts';

const assets = new URL('/assets/', location.href).href;
const { signal } = new AbortController();
const open: OpenPdf[] = [];

function opened(content: BlobPart, options: PdfOptions = {}): OpenPdf {
  const pdf = openPdf(new Blob([content]), 'a.pdf', { assets, ...options });
  open.push(pdf);
  return pdf;
}

const onePage = (page: PageToMake) => opened(makePdf([page]));

afterEach(() => {
  for (const pdf of open.splice(0)) pdf.close();
  // oxlint-disable-next-line vitest/no-standalone-expect -- after each test no worker is left
  expect(sessionsOpen()).toBe(0);
});

/** `text x1,y1,x2,y2` of every word, rounded. */
function words({ decoded }: TextOfPage): string[] {
  const { layout } = decoded;
  if (!layout) return [];
  const said: string[] = [];
  for (let row = 0; row < layout.regions.count; row += 1) {
    if (layout.regions.level[row] !== 5) continue;
    const box = layout.regions.received.subarray(row * 4, row * 4 + 4).map(Math.round);
    said.push(`${layout.texts.at(row)} ${box.join()}`);
  }
  return said;
}

async function pixel(file: Blob, x: number, y: number): Promise<number | undefined> {
  const picture = await createImageBitmap(file);
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  context?.drawImage(picture, 0, 0);
  picture.close();
  return context?.getImageData(x, y, 1, 1).data[0];
}

const HELLO = 'BT /F1 20 Tf 1 0 0 1 30 50 Tm (Hello you) Tj ET';

describe('a page', () => {
  it('is drawn at the size of the picture that covers it, pixel for pixel', async () => {
    const pdf = onePage({ entries: '/MediaBox [0 0 100 50]', content: 'q 100 0 0 50 0 0 cm /Im1 Do Q' });
    expect(await pdf.count(signal)).toBe(1);
    const { scale, picture, hasText } = await pdf.show(1, signal);
    picture.close();
    expect(scale).toMatchObject({ width: 4, height: 2, reduced: false });
    expect(hasText).toBe(false);
    const file = await pdf.picture(1, signal);
    expect(file.type).toBe('image/png');
    expect(await Promise.all([0, 1, 2, 3].map((x) => pixel(file, x, 0)))).toEqual([0, 255, 0, 255]);
  });

  it.each([
    ['upright', '', [417, 208], ['Hello 63,71,167,113', 'you 188,71,250,113']],
    // The page's left side is up then, and what was at the top is at the right.
    ['turned by a quarter', '/Rotate 90', [208, 417], ['Hello 96,63,138,167', 'you 96,188,138,250']],
    ['turned by a half', '/Rotate 180', [417, 208], ['Hello 250,96,354,138', 'you 167,96,229,138']],
    ['cropped', '/CropBox [20 40 150 90]', [271, 104], ['Hello 21,50,125,92', 'you 146,50,208,92']],
    ['of another unit', '/UserUnit 2', [833, 417], ['Hello 125,142,333,225', 'you 375,142,500,225']],
  ])('%s has its words where they are drawn', async (_, entries, [width, height], expected) => {
    const pdf = onePage({ entries: `/MediaBox [0 0 200 100] ${entries}`, content: HELLO });
    const { scale, picture, hasText } = await pdf.show(1, signal);
    picture.close();
    expect(hasText).toBe(true);
    expect(scale).toMatchObject({ width, height });
    const text = await pdf.text(1, scale, signal);
    expect(text).toMatchObject({ name: 'a.pdf', page: 1, size: { width, height } });
    expect(words(text)).toEqual(expected);
    expect(text.decoded.layout?.texts.at(1)).toBe('Hello you');
  });

  it('as the service makes it has its picture, and its regions in pixels of that', async () => {
    const truth = {
      name: 'a',
      title: '',
      description: '',
      image: { file: '', type: '', width: 640, height: 480 },
      detection: '',
      recognition: '',
      regions: [
        [40, 40, 600, 72],
        [40, 100, 300, 180],
      ] satisfies [number, number, number, number][],
      texts: ['Moby-Dick', 'Call me\nIshmael'],
    };
    const pdf = opened(new Uint8Array(await pdfFile(truth)));
    const { scale, picture, hasText } = await pdf.show(1, signal);
    picture.close();
    expect(hasText).toBe(true);
    expect(scale).toMatchObject({ width: 640, height: 480 });
    expect(words(await pdf.text(1, scale, signal))).toEqual([
      'Moby-Dick 40,40,600,72',
      'Call 40,100,189,140',
      'me 226,100,300,140',
      'Ishmael 40,140,300,180',
    ]);
    const file = await pdf.picture(1, signal);
    expect([await pixel(file, 300, 42), await pixel(file, 300, 90)]).toEqual([0, 255]);
  });
});

describe('a hostile file', () => {
  it.each([
    ['no PDF at all', '%PDF-1.7 and nothing else', 'This PDF is broken'],
    ['no bytes', '', 'This PDF'],
    ['no pages', makePdf([]), 'This PDF'],
  ])('of %s says so in words', async (_, content, said) => {
    await expect(opened(content).count(signal)).rejects.toThrow(said);
  });

  it('with a page without an area is shown as Letter, as other viewers do', async () => {
    const { scale, picture } = await onePage({ entries: '/MediaBox [0 0 0 0] /UserUnit 0', content: '' }).show(
      1,
      signal,
    );
    picture.close();
    expect(scale).toMatchObject({ width: 1275, height: 1650 });
  });

  it('with 10,000 pages is counted, and each of them can be shown', async () => {
    const page = { entries: '/MediaBox [0 0 20 20]', content: '' };
    const pdf = opened(makePdf(Array.from({ length: 10_000 }, () => page)));
    expect(await pdf.count(signal)).toBe(10_000);
    const { picture } = await pdf.show(10_000, signal);
    expect(picture.width).toBe(42);
    picture.close();
  });

  it('that promises pages it has not says so of the page', async () => {
    const pdf = opened(makePdf([{ entries: '/MediaBox [0 0 20 20]', content: '' }], { count: 1_000_000_000 }));
    await pdf.count(signal);
    await expect(pdf.show(5, signal)).rejects.toThrow(/^Page 5 is broken/);
  });

  it('with a page of 200 x 200 m is drawn no larger than 64 megapixels', async () => {
    const metres = (200 / 0.0254) * 72;
    const pdf = onePage({ entries: `/MediaBox [0 0 ${metres} ${metres}]`, content: HELLO });
    const { scale, picture } = await pdf.show(1, signal);
    expect(scale.reduced).toBe(true);
    expect(scale.width * scale.height).toBeLessThanOrEqual(64_000_000);
    expect(picture.width * picture.height).toBeLessThanOrEqual(1_600_000);
    picture.close();
  });

  it('that keeps its worker busy for too long is given up, and its worker with it', async () => {
    const busy = { entries: '/MediaBox [0 0 20 20]', content: '0 0 1 1 re f '.repeat(200_000) };
    const pdf = opened(makePdf([busy]), { patience: 1 });
    await expect(pdf.count(signal)).rejects.toThrow(/^It took longer than/);
    expect(sessionsOpen()).toBe(0);
  });

  it('is closed in the middle of a page, and its worker with it', async () => {
    const pdf = onePage({ entries: '/MediaBox [0 0 2000 2000]', content: '0 0 1 1 re f '.repeat(50_000) });
    const asked = pdf.show(1, signal);
    const failed = asked.catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve));
    pdf.close();
    expect(await failed).toMatchObject({ name: 'AbortError' });
    expect(sessionsOpen()).toBe(0);
    await expect(pdf.count(signal)).rejects.toThrow('The file was closed.');
  });

  it('asks nothing of any address', async () => {
    const catalog = '/OpenAction << /S /URI /URI (https://example.com/) >> /AA << >>';
    const annotation =
      '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 20 20] /A << /S /JavaScript /JS (app.alert(1)) >> >>]';
    const pdf = opened(makePdf([{ entries: `/MediaBox [0 0 20 20] ${annotation}`, content: '' }], { catalog }));
    expect(await pdf.count(signal)).toBe(1);
    (await pdf.show(1, signal)).picture.close();
    const others = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).origin !== location.origin);
    expect(others).toEqual([]);
  });
});
