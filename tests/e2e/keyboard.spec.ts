import { expect, list, matches, open, openSample, option, status, test } from './support/test.ts';
import { patterned } from './support/png.ts';
import { rectangles, script, texts } from './support/upstream.ts';
import type { Page } from '@playwright/test';

/** Tabs until the element has the focus, as somebody without a mouse would; fails when it is never reached. */
async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent ?? '') : [];
      return element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent) ?? '';
    });
    if (focused.trim().startsWith(name)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

test('the main job by keyboard alone: token, ids, image, regions, crops', async ({ page }) => {
  const detection = await script([
    rectangles([
      [5, 5, 60, 30],
      [5, 40, 60, 70],
      [5, 80, 60, 95],
    ]),
  ]);
  const recognition = await script([texts(['first', 'second', 'third'])]);
  await open(page);
  await tabTo(page, 'Access token');
  await page.keyboard.type('a-token');
  await tabTo(page, 'Detection task ID');
  await page.keyboard.type(detection);
  await tabTo(page, 'Recognition task ID');
  await page.keyboard.type(recognition);
  await page.keyboard.press('Enter');
  await expect(matches(page)).toHaveText('3 of 3 regions');

  await tabTo(page, 'Source image');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'scan.png', mimeType: 'image/png', buffer: patterned(100, 100) });
  await expect(page.getByText('100 x 100 px').first()).toBeVisible();

  await tabTo(page, 'Regions');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(option(page, 'Region 2 second')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list(page).locator('[aria-selected=true]')).toHaveCount(2);

  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export crops' });
  await expect(dialog).toBeVisible();
  await tabTo(page, 'Download');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('scan-crops.zip');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('single keys walk the regions, search and switch what is drawn', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.keyboard.press('j');
  await expect(option(page, 'Region 1 202')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(option(page, 'Region 1 202')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Text', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('g');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(list(page).locator('[aria-selected=true]')).toContainText('12');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search text' })).toBeFocused();
  await page.keyboard.type('jjj');
  await expect(matches(page)).toHaveText('0 of 13 regions');
  await page.keyboard.press('Escape');
  await expect(matches(page)).toHaveText('13 of 13 regions');
});

test('the keys of the canvas choose the nearest region that way', async ({ page }) => {
  await open(page);
  await openSample(page);
  await option(page, 'Region 4 CHAPTER XLI.').click();
  await page.getByRole('group', { name: 'Image with regions' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(option(page, 'Region 5 MOBY DICK.')).toHaveAttribute('aria-selected', 'true');
});

test('the sheet lists the shortcuts, and single keys can be switched off', async ({ page }) => {
  await open(page);
  await openSample(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Next region');
  await sheet.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(list(page).locator('[aria-selected=true]')).toHaveCount(0);
  await expect(status(page, 'Detection task')).toContainText(/^Completed/);
});
