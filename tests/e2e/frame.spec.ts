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
const line = (page: Page) => page.getByRole('group', { name: 'Frame verdict' });
const statusBar = (page: Page) => page.getByRole('contentinfo', { name: 'Status bar' });

test('the sample fits, and nothing is suggested', async ({ page }) => {
  await open(page);
  await openSample(page);
  await expect(verdict(page)).toHaveText('Fits: the regions lie on the ink.', { timeout: 20_000 });
  await expect(page.getByRole('list', { name: 'Suggestions' })).toHaveCount(0);
  await expect(badge(page)).toHaveCount(0);
  await expect(line(page)).toHaveCount(0);
  await statusBar(page).getByRole('button', { name: 'Frame: fits' }).click();
  await expect(page.locator('#frame-verdict')).toBeFocused();
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
  expect(await violationsOf(page)).toEqual([]);

  await badge(page).getByRole('button', { name: 'Undo frame' }).press('Enter');
  await expect(badge(page)).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Image with regions' })).toBeFocused();
});

test('the verdict stands over the picture: used there, undone, put away', async ({ page }) => {
  await openScaled(page, 0.5);
  await expect(line(page)).toContainText('Fits only if scaled by 2', { timeout: 20_000 });
  await expect(line(page)).toBeInViewport();
  expect(await violationsOf(page)).toEqual([]);
  await line(page).getByRole('button', { name: 'More about the frame' }).click();
  await expect(page.locator('#frame-verdict')).toBeFocused();
  await line(page).getByRole('button', { name: 'Use suggestion: scaled by 2' }).click();
  await expect(badge(page)).toContainText('Frame: scaled by 2');
  await expect(line(page)).toHaveCount(0);
  await expect(verdict(page)).toHaveText('Fits, scaled by 2.');
  await expect(statusBar(page)).toContainText('Frame: fits, as set');
  await page.keyboard.press('Control+z');
  await expect(badge(page)).toHaveCount(0);
  await line(page).getByRole('button', { name: 'Put the verdict away' }).press('Enter');
  await expect(line(page)).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Image with regions' })).toBeFocused();
  // The layout is built anew, and it stays away.
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(verdict(page)).toHaveText('Fits only if scaled by 2.');
  await expect(line(page)).toHaveCount(0);
});

test('at 390 px the line leads to the section, which stops below the picture', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openScaled(page, 0.5);
  await line(page).getByRole('button', { name: 'More about the frame' }).click({ timeout: 20_000 });
  await expect(verdict(page)).toBeInViewport();
  const below = async () => {
    const picture = await page.getByRole('group', { name: 'Image with regions' }).boundingBox();
    const said = await verdict(page).boundingBox();
    return (said?.y ?? 0) - ((picture?.y ?? Infinity) + (picture?.height ?? 0));
  };
  expect(await below()).toBeGreaterThan(0);
});

test('Adjust stays unfolded as the window gets narrow, and folding it ends the dragging', async ({ page }) => {
  await openScaled(page, 0.5);
  const adjust = page.getByRole('button', { name: 'Adjust' });
  const drag = page.getByRole('button', { name: 'Drag the regions' });
  await adjust.click();
  await drag.click();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(adjust).toHaveAttribute('aria-expanded', 'true');
  await expect(drag).toHaveAttribute('aria-pressed', 'true');
  await adjust.click();
  await expect(page.getByRole('button', { name: 'Done' })).toHaveCount(0);
  await adjust.click();
  await expect(drag).toHaveAttribute('aria-pressed', 'false');
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

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

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
