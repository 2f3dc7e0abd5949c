import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { makePdf } from '../pdf/make-pdf.ts';
import { expect, list, open, status, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const option = (page: Page, name: RegExp) => list(page).getByRole('option', { name });

async function openPdfAnswer(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('radio', { name: 'Built-in sample' }).check();
  await page.getByRole('textbox', { name: 'Recognition task ID' }).fill('task-pdf-pdf');
  await page.getByRole('combobox', { name: 'Recognised by' }).selectOption({ label: 'PDF' });
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(status(page, 'Recognition task')).toContainText(/^Completed/);
}

test('the page of a PDF becomes the image and its text the regions, which are exported and taken back', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPdfAnswer(page);
  expect(asked.filter((url) => url.includes('pdf-pages'))).toEqual([]);

  await page.getByRole('button', { name: 'Show pages' }).click();
  await expect(dialog(page).getByRole('status').first()).toContainText('The one page, 1,240 x 1,860 px. It has text.');
  await dialog(page).getByRole('button', { name: 'Use both' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('Page 1 is the image now')).toBeVisible();
  await expect(page.getByText('recognition-1-page-1.png')).toBeVisible();
  await expect(option(page, /^Region 10 CHAPTER XLI\./)).toBeVisible();

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Plain text/ }).click();
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Download' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('CHAPTER XLI.');
  await page.keyboard.press('Escape');

  const note = page.getByRole('region', { name: 'Regions from a PDF' });
  await expect(note).toContainText('The regions are the text of page 1');
  await note.getByRole('button', { name: 'Take this text back' }).click();
  await expect(note).toBeHidden();
  await expect(list(page).getByRole('option')).toHaveCount(0);
  expect(asked.filter((url) => new URL(url).origin !== new URL(page.url()).origin && !url.startsWith('blob:'))).toEqual(
    [],
  );
});

test('a PDF that is chosen as the image shows its pages, one of which is taken', async ({ page }) => {
  const entries = '/MediaBox [0 0 200 100]';
  const pages = [
    { entries, content: '' },
    { entries, content: 'BT /F1 20 Tf 1 0 0 1 30 50 Tm (Second page) Tj ET' },
  ];
  await open(page);
  const field = page.getByLabel('Source image');
  await field.setInputFiles({ name: 'two.pdf', mimeType: 'application/pdf', buffer: Buffer.from(makePdf(pages)) });
  await expect(dialog(page).getByRole('heading', { name: 'two.pdf' })).toBeVisible();
  await expect(dialog(page).getByText('It has no text that could be used as regions.')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Use both' })).toBeHidden();
  await dialog(page).getByRole('button', { name: 'Next page' }).click();
  await expect(dialog(page).getByRole('spinbutton', { name: 'Page' })).toHaveValue('2');
  await dialog(page).getByRole('button', { name: 'Use both' }).click();
  await expect(page.getByText('two-page-2.png')).toBeVisible();
  await expect(option(page, /Second page/)).toBeVisible();

  // What is pasted afterwards is shown, and not mixed with it.
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill('[[1, 1, 20, 20]]');
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(option(page, /^Region 1 no text/)).toBeVisible();
  await expect(list(page).getByRole('option')).toHaveCount(1);
});

test('a PDF that does not open says so in the dialog', async ({ page }) => {
  await open(page);
  const broken = { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 and nothing else') };
  await page.getByLabel('Source image').setInputFiles(broken);
  await expect(dialog(page).getByRole('alert')).toContainText('This PDF is broken');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
});
