import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, list, open, option, status, test } from './support/test.ts';
import { base64, completed, queued, rectangles, script, type UpstreamAnswer } from './support/upstream.ts';

const TOKEN = 'a-very-secret-token';
const BOXES = [
  [10, 10, 110, 40],
  [10, 60, 210, 90],
  [10, 110, 310, 140],
];

const view = (page: Page) => page.getByRole('dialog');
const pane = (page: Page, name: string) => view(page).getByRole('textbox', { name, exact: true });
const selected = (page: Page) => list(page).getByRole('option', { selected: true });
/** What is marked in a pane, line by line. */
const marked = async (page: Page, name: string) => (await pane(page, name).locator('mark').allTextContents()).join('');

async function shown(page: Page, task: 'Detection' | 'Recognition', answers: readonly UpstreamAnswer[]): Promise<void> {
  const id = await script(answers);
  await open(page);
  await page.getByLabel('Access token').fill(TOKEN);
  await page.getByRole('textbox', { name: `${task} task ID` }).fill(id);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(status(page, `${task} task`)).toContainText(/^Completed/, { timeout: 20_000 });
}

async function viewAnswer(page: Page, task: 'Detection' | 'Recognition'): Promise<void> {
  await page
    .getByRole('group', { name: `${task} task` })
    .getByRole('button', { name: 'View answer' })
    .click();
  await expect(pane(page, 'Answer')).toBeVisible();
}

test('a region is marked as received, in Base64 and decoded; a byte that is pressed chooses its region', async ({
  page,
}) => {
  await shown(page, 'Detection', [rectangles(BOXES)]);
  await option(page, 'Region 2 no text').click();
  await viewAnswer(page, 'Detection');
  await expect.poll(() => marked(page, 'Decoded')).toBe('[10,60,210,90]');
  const characters = await marked(page, 'Base64');
  expect(base64(JSON.stringify(BOXES))).toContain(characters);
  expect(await marked(page, 'Answer')).toBe(characters);

  // The last line of the Base64 holds the end of the last box.
  await pane(page, 'Base64').locator('[data-start]').last().click();
  await expect.poll(() => marked(page, 'Decoded')).toBe('[10,110,310,140]');
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveAccessibleName('Region 3 no text');
});

test('by keyboard alone: to a byte, and to the region before', async ({ page }) => {
  await shown(page, 'Detection', [rectangles(BOXES)]);
  await viewAnswer(page, 'Detection');
  await pane(page, 'Decoded').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => marked(page, 'Decoded')).toBe('[10,110,310,140]');
  await view(page).getByRole('button', { name: 'Previous region' }).press('Enter');
  await expect.poll(() => marked(page, 'Decoded')).toBe('[10,60,210,90]');
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveAccessibleName('Region 2 no text');
});

test('what is wrong is said, and Show leads to its bytes', async ({ page }) => {
  await shown(page, 'Detection', [rectangles([BOXES[0] ?? [], [1, 2, 3], BOXES[2] ?? []])]);
  await viewAnswer(page, 'Detection');
  await view(page)
    .getByRole('button', { name: /^Show: .*has 3 numbers/ })
    .click();
  await expect.poll(() => marked(page, 'Decoded')).toBe('[1,2,3]');
  expect(await marked(page, 'Answer')).toBe(await marked(page, 'Base64'));
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveAccessibleName(/^Region 2/);
});

const WORDS = ['Moby-Dick', 'Wört'].map((text, at) => ({ text, bbox: [10, 10 + at * 50, 90, 40 + at * 50] }));
const word = ({ text, bbox }: (typeof WORDS)[number]) =>
  `<span class="ocrx_word" title="bbox ${bbox.join(' ')}">${text}</span>`;

for (const [type, content, second] of [
  ['JSON', JSON.stringify(WORDS), JSON.stringify(WORDS[1])],
  ['Hocr', `<body>${WORDS.map(word).join('\n')}</body>`, WORDS.slice(1).map(word).join('')],
] as const) {
  test(`a region of a ${type} result is linked with what it was read from`, async ({ page }) => {
    await shown(page, 'Recognition', [completed([{ type, data: base64(content) }])]);
    await option(page, 'Region 2 Wört').click();
    await viewAnswer(page, 'Recognition');
    await expect.poll(() => marked(page, 'Decoded')).toBe(second);
    // The middle of the first line is within the first word, or the object that tells it.
    await pane(page, 'Decoded').locator('[data-start]').first().click();
    await page.keyboard.press('Escape');
    await expect(selected(page)).toHaveAccessibleName('Region 1 Moby-Dick');
  });
}

test('the command has a variable for the token, and the log that is saved has no secret', async ({ page }) => {
  // The page may not read the clipboard, and neither may a test.
  await page.addInitScript(() => {
    navigator.clipboard.writeText = async (text) => {
      document.title = text;
    };
  });
  await shown(page, 'Detection', [queued(), rectangles(BOXES)]);
  await viewAnswer(page, 'Detection');
  await view(page).getByRole('button', { name: 'Requests' }).click();
  await expect(view(page).getByRole('row')).toHaveCount(3);
  await view(page).getByRole('button', { name: 'Copy as curl' }).click();
  await expect(view(page).getByText('Copied.')).toBeVisible();
  const command = await page.title();
  expect(command).toContain('"Authorization: Bearer $TOKEN"');
  expect(command).not.toContain(TOKEN);

  const download = page.waitForEvent('download');
  await view(page).getByRole('button', { name: 'Save log' }).click();
  const log = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(log)).toMatchObject({ endpoint: 'DetectRegions', attempts: [{ attempt: 1 }, { attempt: 2 }] });
  expect(log).not.toContain(TOKEN);
});
