import type { Page } from '@playwright/test';
import { expect, open, option, status, test } from './support/test.ts';
import { script, seen, texts } from './support/upstream.ts';

const group = (page: Page) => page.getByRole('group', { name: 'Recognition task' });
const recognisedBy = (page: Page) => group(page).getByRole('combobox', { name: 'Recognised by' });
const idField = (page: Page) => page.getByRole('textbox', { name: 'Recognition task ID' });
const inspect = (page: Page) => page.getByRole('button', { name: 'Inspect' }).click();
const pathsAsked = async (id: string) => (await seen(id)).map(({ path }) => path);

const MISSING = {
  body: { id: null, responseStatusCode: 'TaskNotFound', taskStatus: 'NotExist', results: null, error: null },
};

test('a command for another kind of recognition chooses it; address, status and log tell it', async ({ page }) => {
  const id = await script([texts(['read as a table'])]);
  await open(page);
  const command = `curl 'https://api.aspose.cloud/v5/recognizetable?id=${id}' -H 'Authorization: Bearer a-good-token'`;
  const field = page.getByRole('textbox', { name: 'Paste an answer' });
  await field.fill(command);
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(idField(page)).toHaveValue(id);
  await expect(recognisedBy(page)).toHaveValue('RecognizeTable');
  expect(await pathsAsked(id)).toEqual([]);

  await inspect(page);
  await expect(status(page, 'Recognition task')).toContainText(/^Completed: the answer of RecognizeTable/);
  await expect(option(page, 'Text 1 read as a table')).toBeVisible();
  expect(await pathsAsked(id)).toEqual(['/v5.0/ocr/RecognizeTable']);
  await group(page)
    .getByText(/^Log of checks/)
    .click();
  await expect(group(page).getByRole('table')).toContainText('Asked of RecognizeTable');

  await expect.poll(() => new URL(page.url()).hash).toBe(`#recognize=${id}&as=RecognizeTable`);
  await page.reload();
  await expect(idField(page)).toHaveValue(id);
  await expect(recognisedBy(page)).toHaveValue('RecognizeTable');
  expect(await pathsAsked(id)).toHaveLength(1);
});

test('another kind is asked when Inspect is pressed, and not before', async ({ page }) => {
  const id = await script([texts(['as regions']), texts(['as an image'])]);
  await open(page);
  await page.getByLabel('Access token').fill('a-good-token');
  await idField(page).fill(id);
  await inspect(page);
  await expect(option(page, 'Text 1 as regions')).toBeVisible();
  await recognisedBy(page).selectOption({ label: 'Image' });
  await expect(status(page, 'Recognition task')).toContainText('RecognizeRegions');
  expect(await pathsAsked(id)).toEqual(['/v5.0/ocr/RecognizeRegions']);
  await inspect(page);
  await expect(option(page, 'Text 1 as an image')).toBeVisible();
  expect(await pathsAsked(id)).toEqual(['/v5.0/ocr/RecognizeRegions', '/v5.0/ocr/RecognizeImage']);
});

test('an id that one endpoint does not know is offered to the next, and asked there by the button alone', async ({
  page,
}) => {
  const id = await script([MISSING, MISSING, texts(['an image after all'])]);
  await open(page);
  await page.getByLabel('Access token').fill('a-good-token');
  await idField(page).fill(id);
  await inspect(page);
  await expect(status(page, 'Recognition task')).toContainText(/^Not found: .* another kind: try RecognizeImage\./, {
    timeout: 15_000,
  });
  expect(await pathsAsked(id)).toEqual(Array(2).fill('/v5.0/ocr/RecognizeRegions'));
  await group(page).getByRole('button', { name: 'Ask RecognizeImage' }).click();
  await expect(option(page, 'Text 1 an image after all')).toBeVisible();
  await expect(recognisedBy(page)).toHaveValue('RecognizeImage');
  expect((await pathsAsked(id)).at(-1)).toBe('/v5.0/ocr/RecognizeImage');
});
