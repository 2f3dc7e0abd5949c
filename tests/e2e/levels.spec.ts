import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, list, matches, open, option, test } from './support/test.ts';

interface Word {
  readonly text: string;
  /** Per cent; null: none is told. */
  readonly sure: number | null;
}

/** Two columns of three lines that were received across, as a reader that knows no columns sends them. */
const LINES: readonly (readonly [x: number, y: number, words: readonly Word[]])[] = [
  [0, 0, words('Call me Ishmael.', 96)],
  [400, 12, words('Yet now I mark', 97)],
  [0, 60, [...words('Some years ago,', 91), { text: 'n3ver', sure: 41 }]],
  [400, 72, words('the whale again,', null)],
  [0, 120, words('mind how long', 93)],
  [400, 132, [{ text: 'wh1te', sure: 58 }, ...words('as the foam.', 88)]],
];

function words(line: string, sure: number | null): Word[] {
  return line.split(' ').map((text) => ({ text, sure }));
}

function hocr(): string {
  const lines = LINES.map(([x, y, inLine]) => {
    const spans = inLine.map(({ text, sure }, at) => {
      const confidence = sure === null ? '' : `; x_wconf ${sure}`;
      return `<span class="ocrx_word" title="bbox ${x + at * 75} ${y} ${x + at * 75 + 70} ${y + 30}${confidence}">${text}</span>`;
    });
    const box = `bbox ${x} ${y} ${x + inLine.length * 75 - 5} ${y + 30}`;
    return `<span class="ocr_line" title="${box}">${spans.join(' ')}</span>`;
  });
  return `<html><body><div class="ocr_page" title="bbox 0 0 720 170">${lines.join('\n')}</div></body></html>`;
}

/** The hOCR as the service answers it, pasted. */
async function shown(page: Page): Promise<void> {
  await open(page);
  const results = [{ type: 'Hocr', data: Buffer.from(hocr(), 'utf8').toString('base64') }];
  const answer = { id: null, responseStatusCode: 'Ok', taskStatus: 'Completed', results, error: null };
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill(JSON.stringify(answer));
  await page.getByRole('button', { name: 'Read answer' }).click();
  await expect(matches(page)).toContainText('6 of 28 regions');
}

const level = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Levels' }).getByRole('button', { name: new RegExp(`^${name}, `) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const order = (page: Page) => page.getByRole('combobox', { name: 'Reading order' });
const details = (page: Page) => page.getByRole('region', { name: 'Region details' });
const canvas = (page: Page) => page.getByRole('group', { name: 'Image with regions' });

/** The file of **Plain text...** over a scope. */
async function plainText(page: Page, scope: RegExp): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Plain text' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: scope }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return text;
}

test('levels are switched by keyboard: list and canvas follow, and what is chosen stays chosen', async ({ page }) => {
  await shown(page);
  await expect(level(page, 'Line')).toHaveAttribute('aria-pressed', 'true');
  await expect(level(page, 'Page')).toHaveAttribute('aria-pressed', 'false');
  await option(page, 'Region 2 Call me Ishmael.').click();
  await level(page, 'Word').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(matches(page)).toContainText('27 of 28 regions');
  await page.keyboard.press('Enter');
  await expect(matches(page)).toContainText('21 of 28 regions');
  await expect(option(page, 'Region 3 Call')).toBeVisible();
  await expect(option(page, 'Region 2 Call me Ishmael.')).toHaveCount(0);
  await expect(details(page)).toContainText('Call me Ishmael.');
});

test('a click answers the smallest region of the levels that are shown', async ({ page }) => {
  await shown(page);
  const box = await canvas(page).boundingBox();
  // The page of 720 x 170 is fitted into the canvas: somewhere in the middle of the left lines.
  const at = { x: (box?.width ?? 0) * 0.1, y: (box?.height ?? 0) / 2 };
  await canvas(page).click({ position: at });
  await expect(details(page)).toContainText(/Line/);
  await expect(details(page)).toContainText('Some years ago, n3ver');
  await level(page, 'Word').click();
  await canvas(page).click({ position: at });
  await expect(details(page)).toContainText(/Word, confidence 91 %/);
  await level(page, 'Page').click();
  await canvas(page).click({ position: at });
  await expect(details(page)).toContainText(/Page/);
});

test('confidence: its colours, the next low one by key, thresholds, the filter', async ({ page }) => {
  await shown(page);
  // Lines tell none: the colours bring the words, which do.
  await button(page, 'Confidence').click();
  await expect(level(page, 'Word')).toHaveAttribute('aria-pressed', 'true');
  const scale = page.getByRole('group', { name: 'Confidence scale' });
  await expect(scale.getByRole('listitem')).toHaveText([/^None.*3$/, /^Low.*2$/, /^Middle.*0$/, /^High.*16$/]);
  await page.keyboard.press('n');
  await expect(details(page)).toContainText('n3ver');
  await page.keyboard.press('n');
  await expect(details(page)).toContainText('wh1te');
  await page.keyboard.press('n');
  await expect(details(page)).toContainText('n3ver');

  const low = page.getByRole('slider', { name: 'Low below' });
  await low.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(low).toHaveAttribute('aria-valuetext', '90 %');
  await expect(page.getByRole('slider', { name: 'Middle below' })).toHaveAttribute('aria-valuetext', '90 %');
  await expect(scale.getByRole('listitem').nth(1)).toHaveText(/5$/);
  await page.getByRole('button', { name: /^Low confidence/ }).click();
  await expect(matches(page)).toContainText('5 of 28 regions');
  await expect(list(page).getByRole('option')).toHaveCount(5);
  // What tells no confidence is not low.
  await expect(option(page, 'Region 17 the')).toHaveCount(0);
});

test('by columns, then by hand with undo; the plain text follows', async ({ page }) => {
  await shown(page);
  const firstLines = async () => (await plainText(page, /^Matching/)).split(/\r?\n/).filter(Boolean);
  const across = LINES.map(([, , inLine]) => inLine.map(({ text }) => text).join(' '));
  const [one, two, three, four, five, six] = across;
  expect(await firstLines()).toEqual(across);

  await order(page).selectOption('By columns');
  await expect(button(page, 'Reading order')).toHaveAttribute('aria-pressed', 'true');
  expect(await firstLines()).toEqual([one, three, five, two, four, six]);

  await order(page).selectOption('By hand');
  const strip = page.getByRole('group', { name: 'Order by hand' });
  await list(page).getByRole('option').nth(5).click();
  await expect(strip).toContainText('is read as number 6 of 6');
  await strip.getByRole('textbox', { name: 'Read after region' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('is read as number 1 of 6');
  expect(await firstLines()).toEqual([six, one, three, five, two, four]);
  await canvas(page).focus();
  await page.keyboard.press('Control+z');
  await expect(strip).toContainText('is read as number 6 of 6');
  await strip.getByRole('button', { name: 'Leave order by hand' }).click();
  await order(page).selectOption('As received');
  expect(await firstLines()).toEqual(across);
});
