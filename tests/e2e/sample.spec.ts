import { expect, list, matches, open, openSample, option, status, test } from './support/test.ts';
import { patterned } from './support/png.ts';

test('the sample plays the whole main job: the tasks age, the regions appear with their texts', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Open sample' }).click();
  const detection = status(page, 'Detection task');
  await expect(detection).toContainText(/^(Pending|Processing)/);
  await expect(detection).toContainText(/^Processing/);
  await expect(detection).toContainText(/^Completed/, { timeout: 20_000 });
  await expect(matches(page)).toHaveText('13 of 13 regions', { timeout: 20_000 });
  await expect(option(page, 'Region 4 CHAPTER XLI.')).toBeVisible();
});

test('choosing in the list shows the region, its crop, text and coordinates', async ({ page }) => {
  await open(page);
  await openSample(page);
  await option(page, 'Region 5 MOBY DICK.').click();
  const details = page.getByRole('region', { name: 'Region details' });
  await expect(details).toContainText('MOBY DICK.');
  await expect(details).toContainText('501, 251, 761, 280');
  await expect(details).toContainText(/260 [x×] 29/);
  await expect(details).toContainText('5 of 13');
});

test('a click on the picture chooses the region under it and scrolls the list to it', async ({ page }) => {
  await open(page);
  await openSample(page, 'Newspaper page');
  const canvas = page.getByRole('group', { name: 'Image with regions' });
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not there');
  // The middle of the page is full of words; the first hit under a small walk will do.
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.click(box.x + box.width / 2 + step * 2, box.y + box.height * 0.7);
    if ((await list(page).locator('[aria-selected=true]').count()) > 0) break;
  }
  await expect(list(page).locator('[aria-selected=true]')).toBeInViewport();
});

test('search narrows the list and says how many are left', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.getByRole('searchbox', { name: 'Search text' }).fill('whale');
  await expect(matches(page)).toHaveText(/^[2-6] of 13 regions$/);
  const first = list(page).getByRole('option').first();
  const size = await first.getAttribute('aria-setsize');
  expect(Number(size)).toBe(await list(page).getByRole('option').count());
});

test('the newspaper lists more than a thousand regions and renders only some of them', async ({ page }) => {
  await open(page);
  await openSample(page, 'Newspaper page');
  const words = await matches(page).textContent();
  const total = Number(/of ([\d,]+) regions/.exec(words ?? '')?.[1]?.replace(',', ''));
  expect(total).toBeGreaterThan(1000);
  expect(await list(page).getByRole('option').count()).toBeLessThan(200);
  await list(page).focus();
  await page.keyboard.press('End');
  await expect(list(page).getByRole('option', { name: new RegExp(`^Region ${total} `) })).toBeVisible();
});

test('the person’s own ids come back on leaving the sample', async ({ page }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Detection task ID' }).fill('my-own-id-1');
  await page.getByLabel('Access token').fill('my.own.token');
  await openSample(page);
  await expect(page.getByRole('textbox', { name: 'Detection task ID' })).not.toHaveValue('my-own-id-1');
  await page.getByRole('button', { name: 'Leave sample' }).click();
  await expect(page.getByRole('textbox', { name: 'Detection task ID' })).toHaveValue('my-own-id-1');
  await expect(page.getByLabel('Access token')).toHaveValue('my.own.token');
  await expect(page.getByText('Paste a task ID')).toBeVisible();
});

test('a sample that is opened again ages again', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.getByRole('button', { name: 'Leave sample' }).click();
  await expect(page.getByRole('button', { name: 'Open sample' })).toBeFocused();
  await page.getByRole('button', { name: 'Open sample' }).click();
  await expect(status(page, 'Detection task')).toContainText(/^(Pending|Processing)/);
});

test('an own image that is chosen while a sample is open goes to the person’s own inspection', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page
    .getByLabel('Source image')
    .setInputFiles({ name: 'own.png', mimeType: 'image/png', buffer: patterned(50, 40) });
  await expect(page.getByText('50 x 40 px').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave sample' })).toBeHidden();
});
