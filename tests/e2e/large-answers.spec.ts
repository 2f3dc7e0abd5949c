import type { Page } from '@playwright/test';
import { expect, matches, open, option, status, test } from './support/test.ts';
import { base64, completed, script, texts } from './support/upstream.ts';

declare global {
  interface Window {
    /** Longest text that the page itself parsed as JSON. */
    parsedOnPage: number;
    workersMade: number;
  }
}

/** Counts what must not happen on the page, and what has to happen beside it. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.parsedOnPage = 0;
    window.workersMade = 0;
    const { parse } = JSON;
    JSON.parse = (text, reviver) => {
      window.parsedOnPage = Math.max(window.parsedOnPage, text.length);
      return parse(text, reviver);
    };
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        window.workersMade += 1;
      }
    };
  });
}

/** The `data` of a detection of so many boxes, side by side in lines of a thousand. */
function boxes(count: number): string {
  const list = Array.from({ length: count }, (_, at) => {
    const [x, y] = [(at % 1_000) * 10, Math.floor(at / 1_000) * 10];
    return `[${x},${y},${x + 8},${y + 8}]`;
  });
  return base64(`[${list.join()}]`);
}

async function inspect(page: Page, detection: string, recognition: string | null): Promise<void> {
  await page.getByLabel('Access token').fill('a-good-token');
  await page.getByRole('textbox', { name: 'Detection task ID' }).fill(detection);
  if (recognition !== null) await page.getByRole('textbox', { name: 'Recognition task ID' }).fill(recognition);
  await page.getByRole('button', { name: 'Inspect' }).click();
}

test('a hundred thousand regions and texts are read beside the page, never on it', async ({ page }) => {
  const count = 100_000;
  const detection = await script([completed([{ type: 'Other', data: boxes(count) }])]);
  const recognition = await script([texts(Array.from({ length: count }, (_, at) => `Wört ${at + 1}`))]);
  await watch(page);
  await open(page);
  await inspect(page, detection, recognition);
  await expect(option(page, 'Region 1 Wört 1')).toBeVisible({ timeout: 30_000 });
  await expect(matches(page)).toHaveText('100000 of 100000 regions');
  await page.getByRole('listbox', { name: 'Regions' }).press('End');
  await expect(option(page, 'Region 100000 Wört 100000')).toBeVisible();
  expect(await page.evaluate(() => window.parsedOnPage)).toBeLessThan(100_000);
  expect(await page.evaluate(() => window.workersMade)).toBeGreaterThan(0);
});

test('a large paste is read beside the page, and can be looked at as it came', async ({ page }) => {
  await watch(page);
  await open(page);
  const answer = JSON.stringify(completed([{ type: 'Other', data: boxes(50_000) }]).body);
  await page.getByRole('textbox', { name: 'Paste an answer' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, answer);
  await expect(matches(page)).toHaveText('50000 of 50000 regions', { timeout: 30_000 });
  await expect(page.getByText('Read: an answer.')).toBeVisible();
  expect(await page.evaluate(() => window.parsedOnPage)).toBeLessThan(100_000);
  await page.getByRole('group', { name: 'Detection task' }).getByRole('button', { name: 'View answer' }).click();
  await expect(page.getByRole('dialog').getByText(`${answer.length.toLocaleString('en')} bytes`)).toBeVisible();
});

test('a million rectangles are shown, and one more is refused in words', async ({ page }) => {
  const most = await script([completed([{ type: 'Other', data: boxes(1_000_000) }])]);
  const tooMany = await script([completed([{ type: 'Other', data: boxes(1_000_001) }])]);
  await open(page);
  await inspect(page, most, null);
  await expect(matches(page)).toHaveText('1000000 of 1000000 regions', { timeout: 30_000 });
  await page.getByRole('textbox', { name: 'Detection task ID' }).fill(tooMany);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(status(page, 'Detection task')).toContainText(/^Completed/, { timeout: 30_000 });
  await expect(page.getByText(/holds more than 1,000,000 rectangles, which is the most that are read/)).toBeVisible();
});
