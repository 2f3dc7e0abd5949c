/**
 * Draws the samples: `node src/samples/draw.mjs [name ...]`. Each page of `page/` is set by Chromium, measured, printed
 * and scanned by the modules beside it, within the page; the picture and what is known about it go to `public/samples/`.
 * The output is committed, because fonts differ from machine to machine (made with Debian's Liberation and DejaVu).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findOrInstallBrowser } from '../../tests/support/find-browser.mjs';
import { LOOKS } from './looks.mjs';
import { tonedPng } from './toned-png.mjs';

/** Modules need an origin; this one is answered from the folder `page/`. */
const ORIGIN = 'http://samples.invalid/';

const OUT = new URL('../../public/samples/', import.meta.url);
const catalog = JSON.parse(readFileSync(new URL('../core/samples/catalog.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);

mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: [...BROWSER_ARGS, '--disable-lcd-text', '--font-render-hinting=none'],
});
try {
  for (const sample of catalog) {
    if (wanted.length === 0 || wanted.includes(sample.name)) await draw(sample);
  }
  writeIndex();
} finally {
  await browser.close();
}

async function draw(sample) {
  const look = LOOKS[sample.name];
  const page = await browser.newPage();
  await page.route(`${ORIGIN}**`, (route) => route.fulfill({ path: fileOf(route.request().url()) }));
  await page.goto(`${ORIGIN}${sample.name}.html`);
  const [width, height] = await page.evaluate(() => [document.body.offsetWidth, document.body.offsetHeight]);
  await page.setViewportSize({ width, height });
  await inPage(page, 'pictures.mjs', 'drawPictures');
  const regions = await inPage(page, 'measure.mjs', 'measureRegions');
  const clean = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;

  const scanned = await inPage(page, 'scan.mjs', 'scan', {
    clean,
    look,
    boxes: regions.map(({ box, tight }) => ({ box, tight })),
  });
  await page.close();

  const type = sample.file.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const bytes =
    type === 'image/png'
      ? tonedPng(Buffer.from(scanned.pixels, 'base64'), width, height, look)
      : Buffer.from(scanned.jpeg, 'base64');
  const texts =
    sample.name === 'newspaper' ? misread(regions.map(({ text }) => text)) : regions.map(({ text }) => text);
  writeFileSync(new URL(sample.file, OUT), bytes);
  writeFileSync(
    new URL(`${sample.name}.json`, OUT),
    truthFile(sample, { file: sample.file, type, width, height }, scanned.boxes, texts),
  );
  console.log(
    `${sample.file}: ${width} x ${height} px, ${Math.round(bytes.length / 1024)} KB, ${regions.length} regions`,
  );
}

/** Calls a function of a module of `page/`, with a browser's canvas and layout around it. */
function inPage(page, module, name, input) {
  return page.evaluate(async (call) => (await import(call.module))[call.name](call.input), {
    module: ORIGIN + module,
    name,
    input,
  });
}

function fileOf(address) {
  return fileURLToPath(new URL(`page/${address.slice(ORIGIN.length)}`, import.meta.url));
}

/** The list of the samples, for whoever looks into the folder from outside: the page has it built in. */
function writeIndex() {
  writeFileSync(new URL('index.json', OUT), `${JSON.stringify(catalog, null, 2)}\n`);
}

/** What recognition does to small print, here and there, and once it sees nothing at all. */
function misread(words) {
  const slips = [
    ['m', 'rn'],
    ['l', '1'],
    ['e', 'c'],
    ['h', 'li'],
    ['o', '0'],
    ['w', 'vv'],
    ['I', 'l'],
    ['fi', 'f1'],
  ];
  return words.map((word, i) => {
    if (i === 401) return '';
    if (i % 29 !== 11) return word;
    const slip = slips[(i * 5) % slips.length];
    return word.replace(slip[0], slip[1]);
  });
}

function truthFile(sample, image, boxes, texts) {
  const { name, title, description, detection, recognition } = sample;
  const request =
    name === 'form' ? { request: { settings: { language: 'German', regions: boxes.map(requestRegion) } } } : {};
  const truth = { name, title, description, image, detection, recognition, regions: boxes, texts, ...request };
  // One region and one text a line, so that a change can be read.
  return `${JSON.stringify(truth, null, 2).replaceAll(/\[\n\s+(-?\d+),\n\s+(-?\d+),\n\s+(-?\d+),\n\s+(-?\d+)\n\s+\]/g, '[$1, $2, $3, $4]')}\n`;
}

function requestRegion([topLeftX, topLeftY, bottomRightX, bottomRightY], order) {
  return { rect: { topLeftX, topLeftY, bottomRightX, bottomRightY }, order };
}
