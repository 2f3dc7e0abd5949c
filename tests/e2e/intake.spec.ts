import type { Page } from '@playwright/test';
import { expect, list, matches, open, option, status, test, wholePage } from './support/test.ts';
import { patterned } from './support/png.ts';
import { base64, rectangles, script, seen } from './support/upstream.ts';

const ID = 'a371d027-4b0d-4d86-8825-c8d818dd4ed9';

/** A real paste event: headless Chromium lets no test read the system's clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const detectionField = (page: Page) => page.getByRole('textbox', { name: 'Detection task ID' });
const recognitionField = (page: Page) => page.getByRole('textbox', { name: 'Recognition task ID' });

test('the tutorial’s curl command fills token and id', async ({ page }) => {
  await open(page);
  await paste(
    page,
    `curl --request GET --location 'https://api.aspose.cloud/v5.0/ocr/RecognizeRegions?id=${ID}' \\
--header 'Accept: text/plain' \\
--header 'Content-Type: application/json' \\
--header 'Authorization: Bearer my-token-123' \\`,
  );
  await expect(recognitionField(page)).toHaveValue(ID);
  await expect(detectionField(page)).toHaveValue('');
  await expect(page.getByLabel('Access token')).toHaveValue('my-token-123');
});

test.describe('without a network', () => {
  // Chromium asks for the icon again whenever the address changes.
  test.use({ expected: { errors: [/ERR_INTERNET_DISCONNECTED/] } });
  test('an answer pasted on the page is drawn with no network at all', async ({ page }) => {
    await open(page);
    await wholePage(page);
    await page.context().setOffline(true);
    await paste(
      page,
      JSON.stringify({
        id: ID,
        responseStatusCode: 'Ok',
        taskStatus: 'Completed',
        results: [{ type: 'Other', data: 'W1swLCA4LCA2OTcsIDQ0MV1d' }],
        error: null,
      }),
    );
    await option(page, 'Region 1 no text').click();
    await expect(page.getByRole('region', { name: 'Region details' })).toContainText('0, 8, 697, 441');
    await paste(
      page,
      JSON.stringify({
        id: null,
        taskStatus: 'Completed',
        results: [{ type: 'Text', data: 'QWxsIG1lbiBsaXZlIGVudmVsb3BlZCBpbiB3aGFsZS1saW5lcy4=' }],
        error: null,
      }),
    );
    await expect(option(page, 'Region 1 All men live enveloped in whale-lines.')).toBeVisible();
    await page.context().setOffline(false);
  });
});

test('a request body brings its regions and its image', async ({ page }) => {
  await open(page);
  const regions = [
    { rect: { topLeftX: 0, topLeftY: 0, bottomRightX: 30, bottomRightY: 10 }, order: 1 },
    { rect: { topLeftX: 0, topLeftY: 20, bottomRightX: 30, bottomRightY: 30 }, order: 0 },
  ];
  await paste(
    page,
    JSON.stringify({ image: patterned(40, 40).toString('base64'), settings: { language: 'English', regions } }),
  );
  await expect(matches(page)).toHaveText('2 of 2 regions');
  await expect(page.getByText('40 x 40 px').first()).toBeVisible();
  await paste(
    page,
    JSON.stringify({
      taskStatus: 'Completed',
      results: ['low', 'high'].map((line) => ({ type: 'Text', data: base64(line) })),
    }),
  );
  await expect(option(page, 'Region 1 low')).toBeVisible();
  await page.getByRole('button', { name: /Try the request/ }).click();
  await expect(option(page, 'Region 1 high')).toBeVisible();
});

test('what cannot be read says what can be, at the field', async ({ page }) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Paste an answer' }).fill('hello there');
  await page.getByRole('textbox', { name: 'Paste an answer' }).press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Paste an answer' })).toHaveAccessibleDescription(
    /curl|answer|Base64/,
  );
  await expect(page.getByRole('textbox', { name: 'Paste an answer' })).toHaveValue('hello there');
});

test('token JSON gives its token, and its life is shown', async ({ page }) => {
  await open(page);
  const payload = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + 52 * 60 + 30 })).toString(
    'base64url',
  );
  const jwt = `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${payload}.c2lnbmF0dXJl`;
  await page.getByLabel('Access token').focus();
  await paste(page, JSON.stringify({ access_token: jwt, expires_in: 3600, token_type: 'Bearer' }));
  await expect(page.getByLabel('Access token')).toHaveValue(jwt);
  await expect(page.getByText('token 52 min left')).toBeVisible();
});

test('a token with a character that no header may carry is refused at the field', async ({ page }) => {
  await open(page);
  await page.getByLabel('Access token').fill('eyJhbGciOi…abc');
  await page.getByLabel('Access token').press('Enter');
  await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(/character 11/);
});

test('a link fills the ids, asks nothing, and its token is wiped and only offered', async ({ page }) => {
  const id = await script([
    rectangles([
      [0, 0, 9, 9],
      [0, 20, 9, 29],
    ]),
  ]);
  await open(page, `./?token=secret-canary#detect=${id}&region=2&server=https://evil.example`);
  expect(page.url()).not.toContain('secret-canary');
  await expect(detectionField(page)).toHaveValue(id);
  await expect(page.getByLabel('Access token')).toHaveValue('');
  expect(await seen(id)).toHaveLength(0);
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(option(page, 'Region 2 no text')).toHaveAttribute('aria-selected', 'true');
  expect((await seen(id))[0]?.headers['authorization']).toBe('Bearer secret-canary');
  expect(await page.content()).not.toContain('secret-canary');
});

test('text is shown as text: markup, right-to-left, NUL and a hundred thousand characters', async ({ page }) => {
  await open(page);
  const hostile = ['<img src=x onerror=alert(1)>', 'مرحبا \u202e abc', 'nul\u0000inside', 'x'.repeat(100_000)];
  await paste(
    page,
    JSON.stringify({ taskStatus: 'Completed', results: hostile.map((line) => ({ type: 'Text', data: base64(line) })) }),
  );
  await expect(list(page).getByRole('option')).toHaveCount(4);
  await option(page, 'Text 1 <img src=x onerror=alert(1)>').click();
  await expect(page.getByRole('region', { name: 'Region details' })).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('img').count()).toBe(0);
});

test('files that are no images are refused in words, and what was there stays', async ({ page }) => {
  await open(page);
  const input = page.getByLabel('Source image');
  await input.setInputFiles({ name: 'good.png', mimeType: 'image/png', buffer: patterned(50, 40) });
  await expect(page.getByText('50 x 40 px').first()).toBeVisible();
  const huge = Buffer.from(patterned(10, 10));
  huge.writeUInt32BE(50_000, 16);
  huge.writeUInt32BE(50_000, 20);
  const files = {
    'empty.png': [Buffer.alloc(0), /empty|0 bytes/i],
    'text.png': [Buffer.from('this is text'), /text/i],
    'huge.png': [huge, /50,?000/],
    'scan.tif': [Buffer.from('II*\0aaaaaaaa'), /TIFF/],
  } as const;
  for (const [name, [buffer, words]] of Object.entries(files)) {
    await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(input).toHaveAccessibleDescription(words);
    await expect(page.getByText('50 x 40 px').first()).toBeVisible();
  }
});

test('an empty Inspect says at the field what is missing', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Inspect' }).click();
  await expect(detectionField(page)).toHaveAccessibleDescription(/Paste the id/);
  await expect(status(page, 'Detection task')).toContainText(/^Waiting/);
});

test('a region far outside the image is brought into sight when it is chosen', async ({ page }) => {
  await open(page);
  await page
    .getByLabel('Source image')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: patterned(100, 60) });
  await paste(page, '[[10,10,40,20],[400,300,460,330]]');
  await option(page, 'Region 2 no text').click();
  await expect(page.getByRole('list', { name: 'Problems' })).toContainText('outside the image');
  await page.getByRole('button', { name: 'Zoom to region' }).click();
  const canvas = page.getByRole('group', { name: 'Image with regions' });
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not there');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('contentinfo')).toContainText(/x 4\d\d, y (2[5-9]|3\d)\d px/);
});
