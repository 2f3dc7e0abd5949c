/**
 * Draws the samples: `node src/samples/draw.mjs [name ...]`. Each page of `pages/` is set by Chromium, measured, printed
 * and scanned; the picture and what is known about it go to `public/samples/`. The output is committed, because fonts
 * differ from machine to machine (made with Debian's fonts-liberation and fonts-dejavu).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { PNG } from 'pngjs';
import { BROWSER_ARGS, findOrInstallBrowser } from '../../tests/support/find-browser.mjs';
import { measureRegions } from './measure.mjs';
import { drawPictures } from './pictures.mjs';
import { seeded } from './random.mjs';
import { scan } from './scan.mjs';

/** @type {Record<string, object>} lengths in pixels, colours 0 to 255, everything else a share */
const LOOKS = {
  book: {
    seed: 1851,
    paper: [243, 237, 222],
    ink: [34, 30, 27],
    spread: 0.75,
    contrast: 2.1,
    ragged: 0.9,
    weak: 0.5,
    through: 0.055,
    shift: -30,
    stains: 0.035,
    fibres: 0.022,
    dust: 3.2,
    vignette: 0.16,
    gutter: 0.34,
    lift: 0.1,
    specks: 420,
    air: 4,
    quality: 0.9,
  },
  form: {
    seed: 77,
    paper: [250, 248, 243],
    ink: [10, 10, 12],
    spread: 0.55,
    contrast: 1.45,
    ragged: 0.35,
    weak: 0.2,
    through: 0,
    shift: 0,
    stains: 0.03,
    fibres: 0.018,
    dust: 4,
    vignette: 0.2,
    gutter: 0.03,
    lift: 0.16,
    specks: 260,
    air: 3,
    quality: 0.86,
  },
  newspaper: {
    seed: 41,
    paper: [232, 221, 194],
    ink: [46, 42, 38],
    spread: 0.62,
    contrast: 1.9,
    ragged: 1,
    weak: 0.6,
    through: 0.1,
    shift: 24,
    stains: 0.08,
    fibres: 0.03,
    dust: 5,
    vignette: 0.24,
    gutter: 0.05,
    lift: 0.2,
    specks: 1500,
    air: 2,
    quality: 0.8,
  },
};

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
} finally {
  await browser.close();
}

async function draw(sample) {
  const look = LOOKS[sample.name];
  const page = await browser.newPage();
  await page.goto(new URL(`pages/${sample.name}.html`, import.meta.url).href);
  const [width, height] = await page.evaluate(() => [document.body.offsetWidth, document.body.offsetHeight]);
  await page.setViewportSize({ width, height });
  await page.evaluate(drawPictures);
  const regions = await page.evaluate(measureRegions);
  const clean = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;

  const scanned = await page.evaluate(scan, {
    clean,
    look,
    seeded: seeded.toString(),
    boxes: regions.map(({ box, tight }) => ({ box, tight })),
  });
  await page.close();

  const type = sample.file.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const bytes = type === 'image/png' ? grayPng(scanned.pixels, width, height) : Buffer.from(scanned.jpeg, 'base64');
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

/** One channel of 8 bits, as scanners write text. */
function grayPng(pixels, width, height) {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8 });
  png.data = Buffer.from(pixels, 'base64');
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false, deflateLevel: 9 });
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
