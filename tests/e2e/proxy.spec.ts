import { expect, matches, open, option, status, test } from './support/test.ts';
import { patterned } from './support/png.ts';
import { queued, rectangles, script, seen, texts, type UpstreamAnswer } from './support/upstream.ts';
import type { Page } from '@playwright/test';

async function fill(
  page: Page,
  ids: { detection?: string; recognition?: string },
  token = 'a-good-token',
): Promise<void> {
  await page.getByLabel('Access token').fill(token);
  if (ids.detection !== undefined) await page.getByRole('textbox', { name: 'Detection task ID' }).fill(ids.detection);
  if (ids.recognition !== undefined)
    await page.getByRole('textbox', { name: 'Recognition task ID' }).fill(ids.recognition);
  await page.getByRole('button', { name: 'Inspect' }).click();
}

const BOXES = [
  [10, 10, 90, 40],
  [10, 60, 90, 90],
] as const;

test('token, two ids and an image become boxes with text, asked through the proxy', async ({ page }) => {
  const detection = await script([queued(), queued('Processing'), rectangles(BOXES)]);
  const recognition = await script([queued(), texts(['Größe', 'مرحبا'])]);
  await open(page);
  await fill(page, { detection, recognition });
  await page
    .getByLabel('Source image')
    .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: patterned(120, 100) });
  await expect(status(page, 'Detection task')).toContainText(/^Completed/, { timeout: 15_000 });
  await expect(option(page, 'Region 1 Größe')).toBeVisible();
  await expect(option(page, 'Region 2 مرحبا')).toBeVisible();
  await expect(page.getByText('120 x 100 px').first()).toBeVisible();

  const asked = await seen(detection);
  expect(asked).toHaveLength(3);
  expect(asked.map(({ path }) => path)).toEqual(Array(3).fill('/v5.0/ocr/DetectRegions'));
  for (const { headers } of asked) {
    expect(headers['authorization']).toBe('Bearer a-good-token');
    expect(headers['origin']).toBeUndefined();
    expect(headers['cookie']).toBeUndefined();
    expect(headers['content-type']).toBeUndefined();
  }
});

test('without a token nothing is sent, and the field says why', async ({ page }) => {
  const detection = await script([rectangles(BOXES)]);
  await open(page);
  await fill(page, { detection }, '');
  await expect(status(page, 'Detection task')).toContainText(/^Needs a token/);
  await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(/nothing is asked without one/);
  expect(await seen(detection)).toHaveLength(0);
  await page.getByLabel('Access token').fill('late-token');
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(matches(page)).toHaveText('2 of 2 regions');
});

test.describe('a token that the service refuses', () => {
  test.use({ expected: { errors: [/status of 401/] } });
  const BODIES = {
    'problem details as text': {
      headers: { 'content-type': 'text/plain' },
      body: '{"type":"about:blank","title":"Unauthorized","status":401}',
    },
    'the gateway’s JSON': {
      headers: {},
      body: {
        requestId: 'r',
        error: {
          code: 'errorAuthorization',
          message: 'Unauthorized',
          description: 'The authorization data is incorrect.',
        },
      },
    },
    'an empty body': { headers: {}, body: '' },
  };
  for (const [shape, { headers, body }] of Object.entries(BODIES)) {
    test(`stops at once, answered with ${shape}, and goes on with a new one`, async ({ page }) => {
      const detection = await script([{ status: 401, headers, body }, rectangles(BOXES)]);
      await open(page);
      await fill(page, { detection }, 'wrong-token');
      await expect(status(page, 'Detection task')).toContainText(/^Needs a token/);
      expect(await seen(detection)).toHaveLength(1);
      await page.getByLabel('Access token').fill('right-token');
      await page.getByLabel('Access token').press('Enter');
      await expect(matches(page)).toHaveText('2 of 2 regions');
      expect((await seen(detection)).map(({ headers: sent }) => sent['authorization'])).toEqual([
        'Bearer wrong-token',
        'Bearer right-token',
      ]);
    });
  }
});

test('a task that the service does not know is asked twice, then offered to the other endpoint', async ({ page }) => {
  const missing = {
    body: { id: null, responseStatusCode: 'TaskNotFound', taskStatus: 'NotExist', results: null, error: null },
  };
  const id = await script([missing, missing, texts(['found after all'])]);
  await open(page);
  await fill(page, { detection: id });
  await expect(status(page, 'Detection task')).toContainText(/^Not found/, { timeout: 15_000 });
  expect(await seen(id)).toHaveLength(2);
  await page.getByRole('button', { name: 'Ask as a recognition task' }).click();
  await expect(status(page, 'Recognition task')).toContainText(/^Completed/);
  expect((await seen(id)).at(-1)?.path).toBe('/v5.0/ocr/RecognizeRegions');
});

test.describe('answers that are none', () => {
  test.use({ expected: { errors: [/status of 50\d/] } });
  const BAD: Record<string, UpstreamAnswer & { words: string }> = {
    'an HTML page': {
      words: 'web page (HTML)',
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Sign in</body></html>',
    },
    'cut JSON': { words: 'JSON', body: '{"id": null, "taskStatus": "Compl' },
    'text that is not JSON': { words: 'JSON', body: 'OK' },
    'an answer for another task': {
      words: 'another task',
      body: { id: '00000000-0000-4000-8000-000000000001', taskStatus: 'Completed', results: [], error: null },
    },
    'a server error': { words: '500', status: 500, body: '' },
    'a connection that breaks': { words: 'could not reach the service', reset: true },
  };
  for (const [name, { words, ...answer }] of Object.entries(BAD)) {
    test(`${name}: said in words, asked again, and the result still comes`, async ({ page }) => {
      const id = await script([answer, rectangles(BOXES)]);
      await open(page);
      await fill(page, { detection: id });
      const group = page.getByRole('group', { name: 'Detection task' });
      await expect(group).toContainText(words);
      await expect(status(page, 'Detection task')).toContainText(/^Completed/, { timeout: 15_000 });
      await expect(matches(page)).toHaveText('2 of 2 regions');
      await group.getByRole('button', { name: /Log of checks/ }).click();
      await expect(group.getByRole('row')).toHaveCount(3);
    });
  }
});

test('Stop ends the requests, Check now asks once more', async ({ page }) => {
  const id = await script([queued()]);
  await open(page);
  await fill(page, { detection: id });
  const group = page.getByRole('group', { name: 'Detection task' });
  await expect(status(page, 'Detection task')).toContainText(/^Pending/);
  await group.getByRole('button', { name: 'Stop' }).click();
  await expect(status(page, 'Detection task')).toContainText(/^Stopped/);
  const before = (await seen(id)).length;
  await page.waitForTimeout(3000);
  expect(await seen(id)).toHaveLength(before);
  await group.getByRole('button', { name: 'Check now' }).click();
  await expect.poll(async () => (await seen(id)).length).toBe(before + 1);
  await expect(status(page, 'Detection task')).toContainText(/^Stopped/);
});

test('the raw answer can be viewed whatever the decoder made of it', async ({ page }) => {
  const id = await script([
    {
      body: {
        id: null,
        taskStatus: 'Completed',
        responseStatusCode: 'Ok',
        results: [{ type: 'Other', data: '!!!' }],
        error: null,
      },
    },
  ]);
  await open(page);
  await fill(page, { detection: id });
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('results[0].data');
  await page.getByRole('button', { name: 'View answer' }).click();
  await expect(page.getByRole('dialog')).toContainText('"data":"!!!"');
});

test('counts that differ are said, and the texts can be shifted and put back', async ({ page }) => {
  const detection = await script([rectangles([...BOXES, [10, 95, 90, 99]])]);
  const recognition = await script([texts(['one', 'three'])]);
  await open(page);
  await fill(page, { detection, recognition });
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText(
    '3 rectangles, 2 texts: pairing by position may be wrong',
  );
  await option(page, 'Region 2 three').click();
  await page.getByRole('button', { name: /down/i }).click();
  await expect(option(page, 'Region 2 no text')).toBeVisible();
  await expect(option(page, 'Region 3 three')).toBeVisible();
  await page.getByRole('button', { name: /reset/i }).click();
  await expect(option(page, 'Region 2 three')).toBeVisible();
});

test.describe('direct calls', () => {
  test.use({ expected: { errors: [/Failed to load resource/, /CORS/, /policy/i] } });
  test('a direct call that fails says that it may be CORS, and the other way is one click', async ({ page }) => {
    const id = await script([rectangles(BOXES)]);
    await page.route('https://api.aspose.cloud/**', (route) => route.abort());
    await open(page);
    await page.getByRole('radio', { name: 'Directly to Aspose.OCR Cloud' }).check();
    await fill(page, { detection: id });
    const group = page.getByRole('group', { name: 'Detection task' });
    await expect(group).toContainText('CORS');
    await group.getByRole('button', { name: 'Ask through this server' }).click();
    await expect(matches(page)).toHaveText('2 of 2 regions');
  });
});

test('while nothing has been answered yet Stop is at hand all along, and Keep waiting goes on', async ({ page }) => {
  const id = await script([{ body: 'no json at all' }, { body: 'no json at all' }, rectangles(BOXES)]);
  await open(page);
  await fill(page, { detection: id });
  const group = page.getByRole('group', { name: 'Detection task' });
  await expect(group).toContainText('next check in');
  await group.getByRole('button', { name: 'Stop' }).click();
  await expect(status(page, 'Detection task')).toContainText(/^Stopped/);
  await expect(group.getByRole('button', { name: 'Check now' })).toBeFocused();
  await group.getByRole('button', { name: 'Keep waiting' }).click();
  await expect(matches(page)).toHaveText('2 of 2 regions', { timeout: 15_000 });
});

test.describe('what polling finds', () => {
  test.use({ expected: { errors: [/status of 401/] } });
  test('is listed among the problems, and a refused token is told at its field in the same words', async ({ page }) => {
    const id = await script([{ status: 401, body: '' }]);
    await open(page);
    await fill(page, { detection: id }, 'wrong-token');
    const item = page.getByRole('list', { name: 'Problems' }).getByRole('listitem').first();
    await expect(item).toContainText('401');
    await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(await item.innerText());
  });
});

test('an id that the service does not know takes nothing away from what was there', async ({ page }) => {
  const known = await script([rectangles(BOXES)]);
  const missing = {
    body: { id: null, responseStatusCode: 'TaskNotFound', taskStatus: 'NotExist', results: null, error: null },
  };
  const unknown = await script([missing]);
  const next = await script([rectangles([...BOXES, [10, 95, 90, 99]])]);
  await open(page);
  await fill(page, { detection: known });
  await expect(matches(page)).toHaveText('2 of 2 regions');
  await fill(page, { detection: unknown });
  await expect(status(page, 'Detection task')).toContainText(/^Not found/, { timeout: 15_000 });
  await expect(matches(page)).toHaveText('2 of 2 regions');
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('of the task before');
  await fill(page, { detection: next });
  await expect(matches(page)).toHaveText('3 of 3 regions');
});
