import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, openSample, option, test } from './support/test.ts';
import { queued, script } from './support/upstream.ts';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('on the empty page', async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: 'How do I get a token?' }).click();
      await expectNoViolations(page);
    });

    test('while a task is pending', async ({ page }) => {
      const id = await script([queued()]);
      await open(page);
      await page.getByLabel('Access token').fill('token');
      await page.getByRole('textbox', { name: 'Detection task ID' }).fill(id);
      await page.getByRole('button', { name: 'Inspect' }).click();
      await expect(page.getByRole('group', { name: 'Detection task' })).toContainText('Pending');
      await expectNoViolations(page);
    });

    test('on the full page with a chosen region', async ({ page }) => {
      await open(page);
      await openSample(page);
      await option(page, 'Region 5 MOBY DICK.').click();
      await expectNoViolations(page);
    });

    test('with problems on the page', async ({ page }) => {
      await open(page);
      await page.getByRole('textbox', { name: 'Paste an answer' }).fill('[[1,2,3],[9,9,1,1],[5,5,5,5]]');
      await page.getByRole('button', { name: 'Read answer' }).click();
      await page
        .getByLabel('Source image')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('hello') });
      await expect(page.getByRole('list', { name: 'Problems' })).toBeVisible();
      await expectNoViolations(page);
    });

    test('in the dialogs', async ({ page }) => {
      await open(page);
      await openSample(page);
      await page.keyboard.press('?');
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'Crops...' }).click();
      await expect(page.getByRole('dialog', { name: 'Export crops' })).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'View answer' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test('at 360 px nothing is lost and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  await openSample(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  for (const name of ['Access token', 'Source image']) await expect(page.getByLabel(name)).toBeAttached();
  await expect(page.getByRole('listbox', { name: 'Regions' })).toBeVisible();
  await expect(page.getByRole('toolbar', { name: 'View' })).toBeVisible();
  await expectNoViolations(page);
});
