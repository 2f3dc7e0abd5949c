import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pagePicture } from '../../src/emulator/page-picture.ts';
import { pdfFile } from '../../src/emulator/pdf-file.ts';
import { truthFromFiles } from '../../src/server/sample-files.ts';
import { A_TRUTH } from './a-truth.ts';

const SAMPLES = new URL('../../public/samples/', import.meta.url).pathname;

test('the picture of a sample is the page that its boxes belong to', async () => {
  const truth = await truthFromFiles(SAMPLES)('book');
  expect(Buffer.from(await pagePicture(truth)).equals(readFileSync(`${SAMPLES}book.png`))).toBe(true);
});

test('the PDF of a sample holds its page, with its colours', async () => {
  const file = Buffer.from(await pdfFile(await truthFromFiles(SAMPLES)('book'))).toString('latin1');
  expect(file).toMatch(/\/Width 1240 \/Height 1860 \/ColorSpace \[\/Indexed \/DeviceRGB 255 <[0-9a-f]{1536}>\]/);
});

test('quotes and dashes are letters of its font', async () => {
  const truth = { ...A_TRUTH, texts: ['“There she blows!” – 5 €', 'a', 'b'] };
  const file = Buffer.from(await pdfFile(truth)).toString('latin1');
  expect(file).toContain(String.raw`(\223There she blows!\224 \226 5 \200) Tj`);
});
