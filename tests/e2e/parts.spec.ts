import type { Page, Route } from '@playwright/test';
import { expect, matches, open, openSample, option, test, wholePage } from './support/test.ts';

/** Requests for files of the page's own code, by their names without the hash. */
function loads(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /\/assets\/(.+)-[\w-]{8}\.(?:js|css)$/.exec(request.url())?.[1];
    if (name !== undefined) names.push(name);
  });
  return names;
}

const asset = (name: string) => new RegExp(`/assets/${name}-[\\w-]{8}\\.js$`);

test('the first screen stands without the canvas, the list and the dialogs', async ({ page }) => {
  // As if the browser were never idle.
  await page.addInitScript(() => {
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
  });
  const loaded = loads(page);
  await open(page);
  await expect(page.getByRole('button', { name: 'Open sample' })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search text' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((name) => /canvas|full-view|intake|dialog|shortcuts|decode|handler|worker/.test(name))).toEqual(
    [],
  );
  await openSample(page);
  await expect(option(page, 'Region 5 MOBY DICK.')).toBeVisible();
});

test('no part is asked for twice, and config.json only once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  await wholePage(page);
  await openSample(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  const twice = asked.filter((path, at) => /assets|config/.test(path) && asked.indexOf(path) !== at);
  // A worker is started as often as one is needed.
  expect(twice.filter((path) => !path.includes('worker'))).toEqual([]);
});

test('a search that is begun before the list is there goes on in it', async ({ page }) => {
  const held: Route[] = [];
  await page.route(asset('full-view'), (route) => void held.push(route));
  await open(page);
  const search = page.getByRole('searchbox', { name: 'Search text' });
  await search.focus();
  await page.keyboard.type('moby');
  await page.getByRole('button', { name: 'Open sample' }).dispatchEvent('click');
  await expect(page.getByText('Loading what draws the regions…')).toBeVisible();
  await search.focus();
  await page.keyboard.type('moby');
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await expect(option(page, 'Region 5 MOBY DICK.')).toBeVisible({ timeout: 20_000 });
  await expect(search).toBeFocused();
  await expect(matches(page)).toHaveText('2 of 13 regions');
});

test.describe('when the server of the page is gone', () => {
  test.use({ expected: { errors: [/ERR_FAILED/] } });

  test('the picture and the list say so in words, and come when they are tried again', async ({ page }) => {
    await page.route(asset('full-view'), (route) => route.abort());
    await open(page);
    await openSample(page);
    const problems = page.getByRole('list', { name: 'Problems' });
    await expect(problems).toContainText('The part that shows regions could not be loaded');
    await page.unroute(asset('full-view'));
    await problems.getByRole('button', { name: 'Try again' }).click();
    await expect(option(page, 'Region 5 MOBY DICK.')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Image with regions' })).toBeVisible();
    await expect(problems).toBeHidden();
  });

  test('a dialog does, and opens when it is tried again', async ({ page }) => {
    await page.route(asset('shortcuts'), (route) => route.abort());
    // Fetched at leisure first, which fails quietly; later it would come by itself between two lines of this test.
    const atLeisure = page.waitForEvent('requestfailed', (request) => asset('shortcuts').test(request.url()));
    await open(page);
    await atLeisure;
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('list', { name: 'Problems' })).toContainText(
      'The list of shortcuts could not be loaded',
    );
    await page.unroute(asset('shortcuts'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next region');
  });

  test('what is pasted stays where it is, with the reason beside it', async ({ page }) => {
    await page.route(asset('intake'), (route) => route.abort());
    await open(page);
    const field = page.getByRole('textbox', { name: 'Paste an answer' });
    await field.fill('[[1, 2, 3, 4]]');
    await page.getByRole('button', { name: 'Read answer' }).click();
    await expect(field).toHaveAccessibleDescription(/could not be loaded/);
    await expect(field).toHaveValue('[[1, 2, 3, 4]]');
    await page.unroute(asset('intake'));
    await page.getByRole('button', { name: 'Read answer' }).click();
    await expect(option(page, 'Region 1 no text')).toBeVisible();
  });
});
