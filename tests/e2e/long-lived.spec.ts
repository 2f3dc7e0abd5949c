import type { Page } from '@playwright/test';
import { held, watchUnclosed } from './support/held.ts';
import { patterned } from './support/png.ts';
import { expect, open, openSample, option, status, test } from './support/test.ts';

const CYCLES = 100;
/** Code is compiled by then, lazy parts are loaded and what has a constant size is filled. */
const WARM_UP = 15;
/** So many that answers which are kept show: the columns of 33 of them are ten megabytes. */
const REGIONS = 5000;
/** Listeners and nodes come and go with what is hovered; whatever a kind of inspection leaves behind adds up to more. */
const LEAK = 20;
/** Every so often a sample is watched to its end, which takes seconds; the others are left in the middle of their polling. */
const WATCHED_EVERY = 24;

// Recording keeps what the page lets go.
test.use({ trace: 'off' });

test('a hundred inspections later the page holds what it held before', async ({ page }) => {
  test.setTimeout(300_000);
  await watchUnclosed(page);
  await open(page);

  for (let turn = 0; turn < WARM_UP; turn += 1) await inspect(page, turn);
  await endAlike(page);
  const before = await held(page);
  expect(before.stages).toBe(1);
  expect(before.bitmaps).toBeGreaterThan(0);

  for (let turn = 0; turn < CYCLES; turn += 1) await inspect(page, turn);
  await endAlike(page);
  const after = await held(page);

  const { canvases, stages, bitmaps, objectUrls } = before;
  expect(after).toMatchObject({ canvases, stages, bitmaps, objectUrls });
  expect(after.listeners - before.listeners).toBeLessThan(LEAK);
  expect(after.nodes - before.nodes).toBeLessThan(LEAK);
  expect(after.heapMb - before.heapMb).toBeLessThan(5);
  // What the pixels say is asked of a worker for as long as there is a picture; others rest a while before they end.
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.workers().length, { timeout: 40_000 }).toBe(0);
});

/** One inspection of each kind in turn. */
async function inspect(page: Page, turn: number): Promise<void> {
  if (turn % 3 === 0) await dropPicture(page, 100 + turn, 80);
  else if (turn % 3 === 1) await dropAnswer(page, turn);
  else await visitSample(page, turn % WATCHED_EVERY === 2);
}

/** The same picture and the same answer, whatever was open before. */
async function endAlike(page: Page): Promise<void> {
  await dropPicture(page, 97, 83);
  await dropAnswer(page, 0);
  // What is found of it comes later, and with other nodes: all of it, or nothing can be compared.
  await expect(page.getByText(/^Frame: /)).toBeVisible();
  await expect(page.getByText(/(?:Looking for ink|Comparing boxes|comparing boxes)…/)).toHaveCount(0);
}

async function dropPicture(page: Page, width: number, height: number): Promise<void> {
  await drop(page, { png: [...patterned(width, height)] });
  await expect(page.getByText(`${width} x ${height} px`).first()).toBeVisible();
}

/** Dropped, because the browser keeps what was put into a field for Undo. Every answer begins with a box of its own. */
async function dropAnswer(page: Page, turn: number): Promise<void> {
  const boxes = Array.from({ length: REGIONS }, (_, at) => [turn, at, 60 + turn, at + 1]);
  await drop(page, { text: JSON.stringify(boxes) });
  await option(page, 'Region 1 no text').click();
  await expect(page.getByRole('region', { name: 'Region details' })).toContainText(`${turn}, 0, ${60 + turn}, 1`);
}

async function drop(page: Page, what: { readonly png?: readonly number[]; readonly text?: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ png, text }) => {
    const transfer = new DataTransfer();
    if (png) transfer.items.add(new File([Uint8Array.from(png)], 'scan.png', { type: 'image/png' }));
    if (text !== undefined) transfer.setData('text/plain', text);
    return transfer;
  }, what);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await dataTransfer.dispose();
}

async function visitSample(page: Page, toItsEnd: boolean): Promise<void> {
  if (toItsEnd) {
    await openSample(page);
    await expect(option(page, 'Region 5 MOBY DICK.')).toBeVisible();
  } else {
    await page.getByRole('button', { name: 'Open sample' }).click();
    await expect(status(page, 'Detection task')).toContainText(/^(Pending|Processing)/);
  }
  await page.getByRole('button', { name: 'Leave sample' }).click();
  await expect(page.getByRole('button', { name: 'Leave sample' })).toBeHidden();
}
