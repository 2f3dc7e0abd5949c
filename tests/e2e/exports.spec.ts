import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { readHocr } from '../../src/core/decode/formats/hocr.ts';
import { patterned, pixelsOf } from './support/png.ts';
import { expect, matches, open, openSample, option, test } from './support/test.ts';

const SAMPLE: { readonly regions: readonly (readonly number[])[]; readonly texts: readonly string[] } = JSON.parse(
  readFileSync(new URL('../../public/samples/book.json', import.meta.url), 'utf8'),
);
const PICTURE = readFileSync(new URL('../../public/samples/book.png', import.meta.url));

/** By mouse, from the menu to Download. */
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(dialogOf(page, item).getByRole('button', { name: 'Download' })).toBeEnabled();
}

const dialogOf = (page: Page, item: string) => page.getByRole('dialog', { name: `Export: ${item}` });

async function download(page: Page, item: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialogOf(page, item).getByRole('button', { name: 'Download' }).click(),
  ]);
  await expect(dialogOf(page, item).getByRole('status')).toHaveText(/^Downloaded as/);
  return file;
}

async function exported(page: Page, item: string, which = 'All'): Promise<{ name: string; bytes: Buffer }> {
  await choose(page, item);
  await dialogOf(page, item).getByRole('radio', { name: which }).check();
  const file = await download(page, item);
  const bytes = readFileSync(await file.path());
  await page.keyboard.press('Escape');
  await expect(dialogOf(page, item)).toBeHidden();
  return { name: file.suggestedFilename(), bytes };
}

/** What each file of the sample has to be, read by others' readers where there are any. */
const FILES: Readonly<Record<string, (bytes: Buffer) => void>> = {
  'Plain text': (bytes) =>
    expect(bytes.toString()).toBe(SAMPLE.texts.map((text) => text.replace(/\n?$/, '\n')).join('')),
  CSV: (bytes) => {
    const rows: Record<string, string>[] = parse(bytes, { columns: true });
    expect(rows.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2].map(Number))).toEqual(SAMPLE.regions);
    // One of them begins as a formula does.
    expect(rows.map(({ text }) => text?.replace(/^'(?=[-=+@])/, ''))).toEqual(SAMPLE.texts);
  },
  JSON: (bytes) => {
    const file: { image: object; written: object; regions: { box: number[]; text: string }[] } = JSON.parse(
      bytes.toString(),
    );
    expect(file.image).toMatchObject({ name: 'book.png', width: 1240, height: 1860 });
    expect(file.written).toMatchObject({ scope: 'all', count: 13, of: 13 });
    expect(file.regions.map(({ box }) => box)).toEqual(SAMPLE.regions);
    expect(file.regions.map(({ text }) => text)).toEqual(SAMPLE.texts);
  },
  hOCR: (bytes) => {
    const { rows, found } = readHocr(bytes.toString(), 'file');
    expect(found).toEqual([]);
    // The page first, as large as the image.
    expect([...rows.received]).toEqual([0, 0, 1240, 1860, ...SAMPLE.regions.flat()]);
    expect(rows.texts.slice(1)).toEqual(SAMPLE.texts.map((text) => text.replace(/\s+/g, ' ').trim()));
  },
  'Annotated PNG': (bytes) => {
    const { width, height } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([1240, 1860]);
  },
  'Regions for RecognizeRegions': (bytes) => {
    expect(JSON.parse(bytes.toString())).toEqual(
      SAMPLE.regions.map(([topLeftX, topLeftY, bottomRightX, bottomRightY], order) => ({
        rect: { topLeftX, topLeftY, bottomRightX, bottomRightY },
        order,
      })),
    );
  },
};

test('every item of the menu gives a file that reads back, and the same bytes the second time', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expect(option(page, 'Region 4 CHAPTER XLI.')).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const items = await page.getByRole('menuitem').count();
  await page.keyboard.press('Escape');
  expect(items).toBe(Object.keys(FILES).length + 1);
  const names = new Set<string>();
  for (const [item, check] of Object.entries(FILES)) {
    const { name, bytes } = await exported(page, item);
    names.add(name);
    check(bytes);
    const again = await exported(page, item);
    expect(again.bytes.equals(bytes), `${item} twice`).toBe(true);
  }
  expect([...names].toSorted()).toEqual([
    'book-annotated.png',
    'book-regions.csv',
    'book-regions.hocr',
    'book-regions.json',
    'book-request-regions.json',
    'book-text.txt',
  ]);
});

test('the annotated PNG is the image bit for bit but for the boxes that are drawn on it', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expect(option(page, 'Region 4 CHAPTER XLI.')).toBeVisible();
  await page.getByRole('button', { name: 'Labels', pressed: true }).click();
  const { bytes } = await exported(page, 'Annotated PNG');
  const [drawn, own] = [pixelsOf(bytes), pixelsOf(PICTURE)];
  expect(drawn.length).toBe(own.length);
  const touched: string[] = [];
  const near = nearBoxes(1240, 1860);
  for (let at = 0; at < own.length / 4; at += 1)
    if (near[at] === 0 && drawn.readUInt32LE(at * 4) !== own.readUInt32LE(at * 4))
      touched.push(`${at % 1240}, ${Math.floor(at / 1240)}`);
  expect(touched.slice(0, 5)).toEqual([]);
  // The left edge of every box, in the middle of its height, has the colour of the boxes: blue on the paper.
  for (const [x1 = 0, y1 = 0, , y2 = 0] of SAMPLE.regions) {
    const [red = 0, green = 0, blue = 0] = drawn.subarray((Math.floor((y1 + y2) / 2) * 1240 + x1) * 4);
    expect(blue - Math.min(red, green), `the edge at ${x1}`).toBeGreaterThan(60);
  }
});

/** 1 for every pixel that a box with its line and casing may touch. */
function nearBoxes(width: number, height: number): Uint8Array {
  const near = new Uint8Array(width * height);
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of SAMPLE.regions)
    for (let y = Math.max(y1 - 3, 0); y < Math.min(y2 + 3, height); y += 1)
      near.fill(1, y * width + x1 - 3, y * width + x2 + 3);
  return near;
}

test('by keyboard alone: what matches the search, and what is selected', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.getByRole('searchbox', { name: 'Search text' }).fill('whale');
  await expect(matches(page)).toHaveText(/^[2-6] of 13 regions$/);
  await option(page, 'Region 2 MOBY-DICK; OR, THE WHALE').click();
  const found = SAMPLE.texts.filter((text) => /whale/i.test(text));
  for (const [down, expected] of [
    [1, SAMPLE.texts.slice(1, 2)],
    [2, found],
  ] as const) {
    await page.keyboard.press('e');
    await page.getByRole('menuitem', { name: 'JSON' }).press('Enter');
    const dialog = dialogOf(page, 'JSON');
    await dialog.getByRole('radio', { name: 'All' }).focus();
    for (let step = 0; step < down; step += 1) await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('status')).toHaveText(new RegExp(`^${expected.length} entr`));
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const { regions }: { regions: { text: string }[] } = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(regions.map(({ text }) => text)).toEqual(expected);
    await expect(dialog.getByRole('status')).toHaveText(/^Downloaded as/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
  }
});

test('what gets lost is counted before the download: formulas, halves of pairs, what is no rectangle', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill(
    JSON.stringify([
      [0.5, 0, 40, 20],
      [-4, 2, 9, 9],
      [1, 2, 3],
    ]),
  );
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(option(page, 'Region 3 no text')).toBeVisible();
  await choose(page, 'hOCR');
  await expect(dialogOf(page, 'hOCR').getByRole('list', { name: 'Not carried over' }).getByRole('listitem')).toHaveText(
    [
      '1 entry is not a rectangle and is left out.',
      '1 box has parts of pixels: it is widened to whole ones.',
      '1 box reaches beyond 0 to 2,147,483,647, the numbers that a box can have: it is cut there.',
    ],
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const annotated = page.getByRole('menuitem', { name: 'Annotated PNG' });
  await expect(annotated).toHaveAttribute('aria-disabled', 'true');
  await expect(annotated).toContainText('Needs the image and regions');
});

test('the levels that are not shown are in All, and the dialog says so', async ({ page }) => {
  await open(page);
  const hocr = readFileSync(new URL('../fixtures/results/tesseract.hocr', import.meta.url), 'utf8');
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill(hocr);
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(matches(page)).toHaveText(/regions/);
  await choose(page, 'hOCR');
  const dialog = dialogOf(page, 'hOCR');
  await expect(dialog.getByRole('radio', { name: 'All' })).toHaveAccessibleDescription('16 (of every level)');
  await expect(dialog.getByRole('radio', { name: 'Matching the search' })).toHaveAccessibleDescription(
    '3 (shown in the list, by the levels shown)',
  );
  const all = readHocr(readFileSync(await (await download(page, 'hOCR')).path(), 'utf8'), 'file').rows;
  const own = readHocr(hocr, 'file').rows;
  expect([all.received, all.level, all.parent, all.texts, all.confidence]).toEqual([
    own.received,
    own.level,
    own.parent,
    own.texts,
    own.confidence,
  ]);
});

test('Cancel ends an export, nothing is downloaded, and another one can begin', async ({ page }) => {
  await open(page);
  const image = patterned(1500, 3000);
  await page.getByLabel('Source image').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: image });
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill('[[5, 5, 90, 90]]');
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(option(page, 'Region 1 no text')).toBeVisible();
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await choose(page, 'Annotated PNG');
  const dialog = dialogOf(page, 'Annotated PNG');
  // Both in one go of the page: a quick machine would be done before Cancel is pressed.
  await dialog.getByRole('button', { name: 'Download' }).evaluate(async (button: HTMLElement) => {
    const footer = button.parentElement;
    button.click();
    await Promise.resolve();
    footer?.querySelector('button')?.click();
  });
  await expect(dialog.getByRole('status')).toHaveText('Cancelled. Nothing was downloaded.');
  // By the time that two more are made, the one that was cancelled would have come.
  await download(page, 'Annotated PNG');
  const file = await download(page, 'Annotated PNG');
  expect(downloads).toBe(2);
  expect(
    pixelsOf(readFileSync(await file.path()))
      .subarray(-4000)
      .equals(pixelsOf(image).subarray(-4000)),
  ).toBe(true);
});
