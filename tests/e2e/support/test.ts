import { test as base, expect, type Page } from '@playwright/test';

/** Fails a test at any policy violation, page error or console error that it did not announce. */
export const test = base.extend<{ expected: { readonly errors: readonly RegExp[] }; watched: undefined }>({
  // A browser logs every failed request by itself; a test about failures lists those here.
  expected: [{ errors: [] }, { option: true }],
  watched: [
    async ({ page, expected }, use) => {
      const seen: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => seen.push(`page error: ${error.stack ?? error.message}`));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // oxlint-disable-next-line no-console -- runs in the page, where the console is what is watched
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(undefined);
      expect(seen.filter((line) => !expected.errors.some((error) => error.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The page, opened and drawn. */
export async function open(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Inspect' }).waitFor();
}

/** Everything that the page loads when it has nothing else to do is there; the view of the answer comes last. */
export async function wholePage(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/answer-dialog-')),
  );
}

export const list = (page: Page) => page.getByRole('listbox', { name: 'Regions' });
export const option = (page: Page, name: string) => list(page).getByRole('option', { name });
export const status = (page: Page, task: 'Detection task' | 'Recognition task') =>
  page.getByRole('group', { name: task }).getByRole('status', { name: task });
export const matches = (page: Page) => page.getByRole('status', { name: 'Matches' });

export async function openSample(page: Page, title?: string): Promise<void> {
  if (title === undefined) await page.getByRole('button', { name: 'Open sample' }).click();
  else {
    await page.getByRole('button', { name: 'More samples' }).click();
    await page.getByRole('menuitem', { name: title }).click();
  }
  await expect(status(page, 'Detection task')).toContainText(/^Completed/, { timeout: 20_000 });
  await expect(status(page, 'Recognition task')).toContainText(/^Completed/, { timeout: 20_000 });
}
