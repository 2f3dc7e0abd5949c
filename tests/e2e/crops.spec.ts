import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, open, openSample, option, test } from './support/test.ts';
import { gamma, iccp, pngChunk } from '../fixtures/images/png.ts';
import { tiffWithOrientation } from '../fixtures/images/exif.ts';
import { palettePattern, patterned, pixelsOf, turnedClockwise } from './support/png.ts';

const BOXES = [
  [0, 0, 40, 20],
  [10.4, 5.2, 33.1, 48.9],
  [30, 30, 10, 10],
  [60, 60, 500, 500],
  [7, 7, 7, 20],
  [1, 2, 3],
];

/** Own corners, floored and ceiled, cut to an image of 97 x 83. */
const CUTS = [
  { x1: 0, y1: 0, x2: 40, y2: 20 },
  { x1: 10, y1: 5, x2: 34, y2: 49 },
  { x1: 10, y1: 10, x2: 30, y2: 30 },
  { x1: 60, y1: 60, x2: 97, y2: 83 },
];

async function exportAll(page: Page): Promise<Record<string, Uint8Array>> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Crops...' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export crops' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('scan-crops.zip');
  return unzipSync(new Uint8Array(readFileSync(await download.path())));
}

async function show(page: Page, image: Buffer): Promise<void> {
  await open(page);
  await page.getByLabel('Source image').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: image });
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill(JSON.stringify(BOXES));
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(option(page, 'Region 6 no text')).toBeVisible();
}

const IMAGES = {
  'a plain PNG': patterned(97, 83),
  'a PNG with partial alpha': patterned(97, 83, true),
  'a PNG with gAMA': patterned(97, 83, false, [gamma(0.55)]),
  'a PNG with a colour profile': patterned(97, 83, false, [iccp()]),
  'a palette PNG with transparency': palettePattern(97, 83),
};

for (const [name, image] of Object.entries(IMAGES)) {
  test(`every crop of ${name} has exactly the pixels of the file`, async ({ page }) => {
    await show(page, image);
    const files = await exportAll(page);
    expect(Object.keys(files).toSorted()).toEqual([
      'crops/001.png',
      'crops/002.png',
      'crops/003.png',
      'crops/004.png',
      'manifest.csv',
      'manifest.json',
    ]);
    CUTS.forEach((cut, at) => {
      const crop = files[`crops/00${at + 1}.png`] ?? new Uint8Array();
      expect(pixelsOf(crop).equals(pixelsOf(image, cut))).toBe(true);
    });
  });
}

test('the manifest tells of every received entry, in JSON and in CSV', async ({ page }) => {
  await show(page, patterned(97, 83));
  const files = await exportAll(page);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const manifest: { version: number; regions: Record<string, unknown>[] } = JSON.parse(text('manifest.json'));
  expect(manifest.version).toBe(1);
  expect(manifest.regions.map(({ index, file }) => [index, file])).toEqual([
    [1, 'crops/001.png'],
    [2, 'crops/002.png'],
    [3, 'crops/003.png'],
    [4, 'crops/004.png'],
    [5, null],
    [6, null],
  ]);
  expect(manifest.regions[2]).toMatchObject({ x1: 30, y1: 30, x2: 10, y2: 10, cut_x1: 10, cut_y1: 10, width: 20 });
  const rows: Record<string, string>[] = parse(text('manifest.csv'), { columns: true, bom: true });
  expect(Object.keys(rows[0] ?? {}).join()).toBe(
    'index,file,x1,y1,x2,y2,cut_x1,cut_y1,cut_x2,cut_y2,width,height,text,problems,sha256',
  );
  expect(rows).toHaveLength(6);
  expect(rows[4]?.['problems']).toContain('no area');
});

test('a single crop is saved under the image’s name and the region’s number', async ({ page }) => {
  const image = patterned(97, 83);
  await show(page, image);
  await option(page, 'Region 2 no text').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save crop' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('scan-region-2.png');
  const crop = new Uint8Array(readFileSync(await download.path()));
  expect(pixelsOf(crop).equals(pixelsOf(image, CUTS[1]))).toBe(true);
});

test('more than a thousand crops of the newspaper come in one ZIP', async ({ page }) => {
  await open(page);
  await openSample(page, 'Newspaper page');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Crops...' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 50_000 }),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  expect(Object.keys(files).filter((file) => file.startsWith('crops/')).length).toBeGreaterThan(1000);
});

test('Cancel ends an export and nothing is downloaded', async ({ page }) => {
  await open(page);
  await openSample(page, 'Newspaper page');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Crops...' }).click();
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  const dialog = page.getByRole('dialog', { name: 'Export crops' });
  // The encoder never comes: a quick machine would be done before Cancel is pressed.
  await page.route(/\.wasm$/, () => {});
  await dialog.getByRole('button', { name: 'Download' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeVisible();
  await page.waitForTimeout(1000);
  expect(downloads).toBe(0);
});

test('a picture that EXIF turns is cut as it is shown, and as stored once raw pixels are chosen', async ({ page }) => {
  const image = patterned(97, 83, false, [pngChunk('eXIf', tiffWithOrientation(6))]);
  await show(page, image);
  const statusBar = page.getByRole('contentinfo');
  await expect(statusBar).toContainText('83 x 97 px, turned by EXIF 6');
  const upright = await exportAll(page);
  const turned = turnedClockwise(pixelsOf(image), 97, 83);
  const rows = Array.from({ length: 20 }, (_, y) => turned.subarray(y * 83 * 4, (y * 83 + 40) * 4));
  expect(pixelsOf(upright['crops/001.png'] ?? new Uint8Array()).equals(Buffer.concat(rows))).toBe(true);
  expect(new TextDecoder().decode(upright['manifest.json'])).toContain('"orientation": "upright"');

  await page.keyboard.press('Escape');
  await page.getByRole('switch', { name: 'Raw pixels' }).check();
  await expect(statusBar).toContainText('97 x 83 px, raw pixels');
  const raw = await exportAll(page);
  expect(pixelsOf(raw['crops/001.png'] ?? new Uint8Array()).equals(pixelsOf(image, CUTS[0]))).toBe(true);
  expect(new TextDecoder().decode(raw['manifest.json'])).toContain('"orientation": "raw"');
});
