import type { Page } from '@playwright/test';
import { expect, list, open, status, test } from './support/test.ts';
import { script } from './support/upstream.ts';

/** The answer of one of the emulator's tasks, put behind the proxy: it comes to the page over the network, as the service's would. */
async function inspect(page: Page, endpoint: string, task: string): Promise<void> {
  await open(page);
  const response = await page.request.get(`./emulator/v5.0/ocr/${endpoint}?id=${task}`, {
    headers: { Authorization: 'Bearer a-good-token' },
  });
  const answer: object = await response.json();
  const id = await script([{ body: { ...answer, id: null } }]);
  await page
    .getByRole('textbox', { name: 'Paste an answer' })
    .fill(`curl 'https://api.aspose.cloud/v5.0/ocr/${endpoint}?id=${id}' -H 'Authorization: Bearer a-good-token'`);
  await page.getByRole('button', { name: 'Read answer' }).click();
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(status(page, 'Recognition task')).toContainText(/^Completed/);
}

const files = (page: Page) => page.getByRole('region', { name: 'Files in this answer' });
const options = (page: Page) => list(page).getByRole('option');
const named = (page: Page, name: RegExp) => list(page).getByRole('option', { name }).first();

for (const { task, endpoint, first } of [
  { task: 'task-image-text', endpoint: 'RecognizeImage', first: /^Text 1 202\s+MOBY-DICK/ },
  { task: 'task-image-trial', endpoint: 'RecognizeImage', first: /\*\*\*/ },
  { task: 'task-receipt-text', endpoint: 'RecognizeReceipt', first: /^Text 1 BOOK SHOP\s+1 Moby-Dick/ },
]) {
  test(`a text is one text and no file: ${task}`, async ({ page }) => {
    await inspect(page, endpoint, task);
    await expect(options(page)).toHaveCount(1);
    await expect(options(page)).toHaveAccessibleName(first);
    await expect(files(page)).toBeHidden();
  });
}

for (const { task, endpoint, region } of [
  { task: 'task-image-json', endpoint: 'RecognizeImage', region: /MOBY-DICK; OR, THE WHALE/ },
  { task: 'task-label-json', endpoint: 'RecognizeLabel', region: /WHALE OIL/ },
  { task: 'task-image-hocr', endpoint: 'RecognizeImage', region: /MOBY-DICK; OR, THE WHALE/ },
  { task: 'task-pdf-hocr', endpoint: 'RecognizePdf', region: /MOBY-DICK; OR, THE WHALE/ },
  { task: 'task-regions-hocr', endpoint: 'RecognizeRegions', region: /MOBY-DICK; OR, THE WHALE/ },
]) {
  test(`boxes come with their texts, without a detection: ${task}`, async ({ page }) => {
    await inspect(page, endpoint, task);
    const row = named(page, region);
    await row.click();
    await expect(row).toHaveAccessibleName(/^Region \d+/);
    await expect(page.getByRole('region', { name: 'Region details' })).toContainText(/\d+, \d+, \d+, \d+/);
    await expect(files(page)).toBeHidden();
  });
}

test('a CSV is a table to be shown, and a text', async ({ page }) => {
  await inspect(page, 'RecognizeTable', 'task-table-csv');
  await expect(files(page)).toContainText('CSV table');
  await expect(options(page)).toHaveCount(1);
  await files(page)
    .getByRole('button', { name: /Show table/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('Moby-Dick; or, The Whale');
});

for (const { task, endpoint, noun, entries } of [
  { task: 'task-table-excel', endpoint: 'RecognizeTable', noun: 'Excel workbook', entries: 2 },
  { task: 'task-pdf-pdf', endpoint: 'RecognizePdf', noun: 'PDF document', entries: 1 },
  { task: 'task-image-png', endpoint: 'RecognizeImage', noun: 'PNG image', entries: 1 },
]) {
  test(`a file is listed with its size, and can be saved: ${task}`, async ({ page }) => {
    await inspect(page, endpoint, task);
    await expect(files(page).getByRole('listitem')).toHaveCount(entries);
    const file = files(page).getByRole('listitem').filter({ hasText: noun });
    await expect(file).toContainText(/\d+(?:\.\d+)? (?:B|KB|kB|KiB|MB)/);
    const saved = page.waitForEvent('download');
    await file.getByRole('button', { name: /^Save/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.(?:xlsx|pdf|png)$/);
  });
}

test('several results of one request: regions of hOCR with the text beside them, and the PDF as a file', async ({
  page,
}) => {
  await inspect(page, 'RecognizeImage', 'task-image-pdf');
  await expect(named(page, /^Region \d+ .*MOBY-DICK; OR, THE WHALE/)).toBeVisible();
  await expect(files(page).getByRole('listitem')).toHaveCount(1);
  await expect(files(page)).toContainText('PDF document');
});

for (const { what, type, content, shown } of [
  { what: 'rectangles under the type JSON', type: 'JSON', content: '[[1,2,3,4]]', shown: /^Region 1 no text/ },
  { what: 'a type in other letters', type: 'jSoN', content: '[{"bbox":[1,2,3,4],"text":"a"}]', shown: /^Region 1 a$/ },
  { what: 'Python under the type Text', type: 'TEXT', content: "{'style': 'it\\'s'}", shown: /^Text 1 \{'style'/ },
  {
    what: 'ALTO that nobody named',
    type: null,
    content: '<alto><String CONTENT="a" HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4"/></alto>',
    shown: /^Region 1 a$/,
  },
] as const) {
  test(`is shown as what it is: ${what}`, async ({ page }) => {
    await open(page);
    const results = [{ type, data: Buffer.from(content).toString('base64') }];
    await page
      .getByRole('textbox', { name: 'Paste an answer' })
      .fill(JSON.stringify({ taskStatus: 'Completed', results }));
    await page.getByRole('button', { name: 'Read answer' }).click();
    await expect(options(page)).toHaveCount(1);
    await expect(options(page)).toHaveAccessibleName(shown);
  });
}

test('the Base64 of a PDF, and a decoded hOCR, are answers of their type', async ({ page }) => {
  await open(page);
  const field = page.getByRole('textbox', { name: 'Paste an answer' });
  await field.fill(Buffer.from('%PDF-1.7 and no more').toString('base64'));
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(files(page)).toContainText('PDF document');
  await field.fill("<html><body><span class='ocr_line' title='bbox 1 2 3 4'>of whales</span></body></html>");
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(named(page, /^Region 1 of whales/)).toBeVisible();
});
