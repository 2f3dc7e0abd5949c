/** `npm run screenshots`: draws the pictures of the README anew, from the built page (`npm run build` first). */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from '../tests/support/find-browser.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'screenshots');
process.env.PORT ??= '4273';

const server = await preview();
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_ARGS });
try {
  await shoot('empty-light', 'light', async () => {});
  await shoot('book-light', 'light', async (page) => {
    await openSample(page, 'Book page');
    await page.getByRole('option', { name: /^Region 8 / }).click();
  });
  await shoot('form-dark', 'dark', async (page) => {
    await openSample(page, 'Filled form');
    await page.getByRole('option', { name: /^Region 8 / }).click();
    await page.keyboard.press('t');
  });
  await shoot('newspaper-light', 'light', async (page) => {
    await openSample(page, 'Newspaper page');
    await page.getByRole('searchbox', { name: 'Search text' }).fill('whale');
    await rows(page).nth(2).click();
  });
  await shoot('problems-light', 'light', async (page) => {
    await page.getByRole('radio', { name: 'Built-in sample' }).check();
    await page.getByRole('textbox', { name: 'Detection task ID' }).fill('task-uneven');
    await page.getByRole('textbox', { name: 'Recognition task ID' }).fill('task-uneven');
    await page.getByRole('button', { name: 'Inspect' }).click();
    await rows(page).first().waitFor({ timeout: 20_000 });
    await page
      .getByLabel('Source image')
      .setInputFiles({ name: 'scan.tif', mimeType: 'image/tiff', buffer: Buffer.from('II*\0') });
    await page.getByRole('button', { name: /^Show \d+ problem/ }).click();
    await rows(page).nth(1).click();
  });
  // The book's image under an answer that was given for a copy of half the size.
  await shoot('frame-light', 'light', async (page) => {
    const samples = join(folder, '../../public/samples');
    const { regions } = JSON.parse(readFileSync(join(samples, 'book.json'), 'utf8'));
    await page.getByLabel('Source image').setInputFiles(join(samples, 'book.png'));
    await page
      .getByText(/1,240 x 1,860 px/)
      .first()
      .waitFor();
    const halved = regions.map((box) => box.map((value) => value / 2));
    await page.getByRole('textbox', { name: 'Paste an answer' }).fill(JSON.stringify(halved));
    await page.getByRole('button', { name: 'Read answer' }).click();
    await page.getByRole('button', { name: 'Use suggestion: scaled by 2' }).waitFor({ timeout: 20_000 });
  });
  // hOCR alone: its words, coloured by confidence.
  await shoot('confidence-dark', 'dark', async (page) => {
    await openHocr(page);
    await page.getByRole('button', { name: /^Word, / }).click();
    await page.getByRole('button', { name: 'Confidence', exact: true }).click();
    await rows(page).nth(3).click();
  });
  // From a region to the bytes that it was read from.
  await shoot('wire-light', 'light', async (page) => {
    await openHocr(page);
    await rows(page).nth(3).click();
    await page.getByRole('button', { name: 'View answer' }).click();
    await page.getByRole('dialog').waitFor();
  });
} finally {
  await browser.close();
  await server.close();
}

async function shoot(name, colorScheme, prepare) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.getByRole('button', { name: 'Inspect' }).waitFor();
  await prepare(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

function rows(page) {
  return page.getByRole('listbox', { name: 'Regions' }).getByRole('option');
}

async function openHocr(page) {
  await page.getByRole('radio', { name: 'Built-in sample' }).check();
  await page.getByRole('textbox', { name: 'Recognition task ID' }).fill('task-regions-hocr');
  await page.getByRole('button', { name: 'Inspect' }).click();
  await rows(page).first().waitFor({ timeout: 20_000 });
  await page.getByLabel('Source image').setInputFiles(join(folder, '../../public/samples/book.png'));
  await page.waitForTimeout(3_000);
}

async function openSample(page, title) {
  await page.getByRole('button', { name: 'More samples' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await rows(page).first().waitFor({ timeout: 20_000 });
  // Until both tasks have answered, the texts are not there.
  await page
    .getByText(/^Completed/)
    .nth(1)
    .waitFor({ timeout: 20_000 });
}
