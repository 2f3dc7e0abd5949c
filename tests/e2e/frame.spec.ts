import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parseTruth } from '../../src/core/samples/truth.ts';
import { jpegWithExif, tiffWithOrientation } from '../fixtures/images/exif.ts';
import { expect, matches, open, openSample, test } from './support/test.ts';

const SAMPLES = join(import.meta.dirname, '../../public/samples');
const verdict = (page: Page) => page.getByRole('status', { name: 'Frame check' });
const badge = (page: Page) => page.getByRole('group', { name: 'Frame in use' });
const statusBar = (page: Page) => page.getByRole('contentinfo', { name: 'Status bar' });

test('the sample fits, and nothing is suggested', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expect(verdict(page)).toHaveText('Fits: the regions lie on the ink.', { timeout: 20_000 });
  await expect(page.getByRole('list', { name: 'Suggestions' })).toHaveCount(0);
  await expect(badge(page)).toHaveCount(0);
  await statusBar(page).getByRole('button', { name: 'Frame: fits' }).click();
  await expect(verdict(page)).toBeFocused();
});

test('an answer to a copy of half the size: what would fit is suggested, used, taken back', async ({ page }) => {
  await openScaled(page, 0.5);
  await expect(verdict(page)).toHaveText('Fits only if scaled by 2.', { timeout: 20_000 });
  await expect(badge(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show 1 problem' }).click();
  await page.getByRole('button', { name: 'Go to Frame' }).click();
  await page.keyboard.press('Tab');
  const use = page.getByRole('button', { name: 'Use: scaled by 2', exact: true });
  await expect(use).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(badge(page)).toContainText('Frame: scaled by 2');
  await expect(use).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('list', { name: 'Problems' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );

  await badge(page).getByRole('button', { name: 'Undo frame' }).press('Enter');
  await expect(badge(page)).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Image with regions' })).toBeFocused();
});

test('an answer to a copy of twice the size: what lies outside comes in, Ctrl+Z and Reset take it out again', async ({
  page,
}) => {
  await openScaled(page, 2);
  await expect(statusBar(page)).toContainText(/\d+ outside/);
  await expect(verdict(page)).toContainText(/^Fits only if scaled by 0\.5: \d+ of 13 regions lie outside by up to/, {
    timeout: 20_000,
  });
  const use = page.getByRole('button', { name: 'Use: scaled by 0.5', exact: true });
  await use.click();
  await expect(statusBar(page)).not.toContainText('outside');
  await page.keyboard.press('Control+z');
  await expect(statusBar(page)).toContainText(/\d+ outside/);
  await expect(badge(page)).toHaveCount(0);

  await use.click();
  await page.getByRole('button', { name: 'Adjust' }).click();
  const section = page.getByRole('region', { name: 'Frame' });
  await section.getByRole('spinbutton', { name: 'Offset X' }).fill('-4000');
  await expect(statusBar(page)).toContainText('13 outside');
  await section.getByRole('button', { name: 'Reset' }).click();
  await expect(badge(page)).toHaveCount(0);
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect(badge(page)).toContainText('Frame: scaled by 0.5, moved 4000 px left');
});

test('an answer that ignored the EXIF orientation: the pixels are switched, and no turn is added', async ({ page }) => {
  const jpeg = jpegWithExif(await readFile(join(SAMPLES, 'newspaper.jpg')), tiffWithOrientation(6));
  await openPair(page, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) }, 'newspaper', 1);
  await expect(verdict(page)).toContainText('Fits only if EXIF orientation 6 is ignored', { timeout: 20_000 });
  await expect(page.getByText('The regions fit the pixels as stored.')).toBeVisible();
  await page
    .getByRole('button', { name: 'Use: fits the pixels as stored (EXIF orientation 6 ignored)', exact: true })
    .click();
  await expect(page.getByRole('switch', { name: 'Raw pixels' })).toBeChecked();
  await expect(verdict(page)).toHaveText('Fits: the regions lie on the ink.', { timeout: 20_000 });
  await expect(page.getByText('The regions fit these pixels.')).toBeVisible();
  await expect(badge(page)).toHaveCount(0);
});

test('nothing of it scrolls sideways at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openScaled(page, 0.5);
  await page.getByRole('button', { name: 'Use: scaled by 2', exact: true }).click({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Adjust' }).click();
  await expect(badge(page).getByRole('button', { name: 'Reset frame' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

/** The sample's image under an answer whose coordinates are those of a copy, so many times as large. */
async function openScaled(page: Page, factor: number): Promise<void> {
  const buffer = await readFile(join(SAMPLES, 'book.png'));
  await openPair(page, { name: 'book.png', mimeType: 'image/png', buffer }, 'book', factor);
}

interface ImageFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function openPair(page: Page, file: ImageFile, sample: string, factor: number): Promise<void> {
  const { regions } = parseTruth(sample, JSON.parse(await readFile(join(SAMPLES, `${sample}.json`), 'utf8')));
  await open(page);
  await page.getByLabel('Source image').setInputFiles(file);
  await expect(page.getByText(file.name, { exact: true })).toBeVisible();
  const answer = JSON.stringify(regions.map((box) => box.map((value) => value * factor)));
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill(answer);
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(matches(page)).toHaveText(`${regions.length} of ${regions.length} regions`);
}
