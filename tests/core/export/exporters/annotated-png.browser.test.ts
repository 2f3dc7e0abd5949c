import { afterAll, describe, expect, it } from 'vitest';
import { annotatedPng } from '../../../../src/core/export/exporters/annotated-png.ts';
import type { AnnotatedPicture } from '../../../../src/core/export/exporters/annotated-picture.ts';
import type { ExportInput } from '../../../../src/core/export/exporters/exporter.ts';
import type { Inspection } from '../../../../src/core/inspection/inspection.ts';
import { paletteOf } from '../../../../src/core/paint/palette.ts';
import { openBandCanvas } from '../../../../src/image/band-canvas.ts';
import { openImage } from '../../../../src/image/open-image.ts';
import { viewImage } from '../../../../src/image/image-view.ts';
import { dispose } from '../../../../src/workers/run.ts';
import { noise } from '../../../fixtures/images/bytes.ts';
import { gamma, makePng } from '../../../fixtures/images/png.ts';
import { inspectionOf } from '../../../ui/support/inspections.ts';
import { bytesOf, inputOf, outlookOf } from './exporting.ts';

const SIZE = { width: 1200, height: 1000 };
/** The seam of the first two bands is at row 873. */
const BOXES = [
  [100, 100, 500, 160],
  [100, 840, 500, 900],
  [700, 300, 900, 420],
] as const;

afterAll(dispose);

function pictureOf(rgba: Uint8ClampedArray<ArrayBuffer>, change: Partial<AnnotatedPicture> = {}): AnnotatedPicture {
  return {
    size: SIZE,
    read: (y, height) => Promise.resolve(rgba.slice(y * SIZE.width * 4, (y + height) * SIZE.width * 4)),
    colourChunks: new Uint8Array(0),
    palette: paletteOf('light', true),
    matches: null,
    labels: false,
    text: false,
    order: false,
    missed: null,
    openCanvas: openBandCanvas,
    ...change,
  };
}

function seeThrough(): Uint8ClampedArray<ArrayBuffer> {
  return new Uint8ClampedArray(noise(SIZE.width * SIZE.height * 4, 5));
}

async function drawn(input: ExportInput): Promise<Uint8Array> {
  return pixelsOf(await bytesOf(annotatedPng, input));
}

/** As the page itself reads a file: bit for bit. */
async function pixelsOf(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const source = await openImage(new Blob([file]), 'b.png');
  const { rgba } = await source.read({ x: 0, y: 0, ...source.stored });
  source.dispose();
  return new Uint8Array(rgba);
}

/** Pixels that differ, as places. */
function changed(one: ArrayLike<number>, other: ArrayLike<number>): { readonly x: number; readonly y: number }[] {
  const places = [];
  for (let at = 0; at < one.length; at += 4)
    if ([0, 1, 2, 3].some((byte) => one[at + byte] !== other[at + byte]))
      places.push({ x: (at / 4) % SIZE.width, y: Math.floor(at / 4 / SIZE.width) });
  return places;
}

const inside = ({ x, y }: { x: number; y: number }) =>
  BOXES.some(([x1, y1, x2, y2]) => x >= x1 - 1 && x < x2 + 1 && y >= y1 - 1 && y < y2 + 1);

const inspection: Inspection = inspectionOf({
  rectangles: [...BOXES, null, [5, 5, 5, 50]],
  texts: ['first line', 'second line', 'third'],
  imageSize: SIZE,
});

describe('the picture that is written', () => {
  it('has the very pixels of the image where nothing is drawn, see-through ones too', async () => {
    const rgba = seeThrough();
    const data = await drawn(inputOf(inspection, { picture: pictureOf(rgba) }));
    const places = changed(data, rgba);
    expect(places.length).toBeGreaterThan(1_000);
    expect(places.filter((place) => !inside(place))).toEqual([]);
    // Each box is there, on both sides of the seam.
    for (const [x1, y1, , y2] of BOXES)
      for (const y of [y1 + 10, y2 - 10]) expect(places.some((one) => one.x === x1 && one.y === y)).toBe(true);
  });

  it('draws a number, a text and the order over a seam as on one canvas', async () => {
    const white = new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255);
    const look = { labels: true, text: true, order: true };
    const whole = pictureOf(white, look);
    const data = await drawn(inputOf(inspection, { picture: whole }));
    // Narrower and lower than a band: the same page in one piece, cut to the part round the seam.
    const cut = { width: 600, height: 400 };
    const moved = inspectionOf({
      rectangles: BOXES.map(([x1, y1, x2, y2]) => [x1, y1 - 600, x2, y2 - 600] as const),
      texts: ['first line', 'second line', 'third'],
      imageSize: cut,
    });
    const blank = new Uint8ClampedArray(cut.width * cut.height * 4).fill(255);
    const picture = pictureOf(blank, {
      ...look,
      size: cut,
      read: (y, height) => Promise.resolve(blank.slice(y * cut.width * 4, (y + height) * cut.width * 4)),
    });
    const piece = await drawn(inputOf(moved, { picture }));
    let [worst, ink] = [0, 0];
    for (let y = 235; y < 310; y += 1)
      for (let x = 60; x < 560; x += 1)
        for (let byte = 0; byte < 3; byte += 1) {
          const own = data[((y + 600) * SIZE.width + x) * 4 + byte] ?? 0;
          const other = piece[(y * cut.width + x) * 4 + byte] ?? 0;
          // Slanting lines are rounded a shade otherwise where they are cut otherwise; what is missing is missing by more.
          worst = Math.max(worst, Math.abs(own - other));
          if (own < 200) ink += 1;
        }
    expect(ink).toBeGreaterThan(500);
    expect(worst).toBeLessThan(40);
  });

  it('is the same twice, and another when the look is another', async () => {
    const rgba = seeThrough();
    const input = inputOf(inspection, { picture: pictureOf(rgba) });
    const [one, other] = [await bytesOf(annotatedPng, input), await bytesOf(annotatedPng, input)];
    expect(one.length === other.length && one.every((byte, at) => byte === other[at])).toBe(true);
    const labelled = await drawn(inputOf(inspection, { picture: pictureOf(rgba, { labels: true }) }));
    expect(changed(labelled, await drawn(input)).length).toBeGreaterThan(100);
  });

  it('draws what is asked for and nothing else', async () => {
    const rgba = seeThrough();
    const items = Uint32Array.of(2);
    const data = await drawn(inputOf(inspection, { items, scope: 'selected', picture: pictureOf(rgba) }));
    expect(changed(data, rgba).every(({ x, y }) => x >= 699 && x < 901 && y >= 299 && y < 421)).toBe(true);
  });

  it('dyes what was searched for', async () => {
    const white = new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255);
    const picture = pictureOf(white, { matches: Uint32Array.of(2) });
    const data = await drawn(inputOf(inspection, { picture }));
    const at = (360 * SIZE.width + 800) * 4;
    expect(Array.from(data.subarray(at, at + 4))).toEqual([0xff, 0xec, 0x80, 255]);
  });

  it('says its size, and what is not drawn or cut off', async () => {
    const made = inspectionOf({
      rectangles: [...BOXES, null, [5, 5, 5, 50], [1190, 10, 1300, 40]],
      texts: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      imageSize: SIZE,
    });
    const { count, holds, losses } = await outlookOf(annotatedPng, inputOf(made, { picture: pictureOf(seeThrough()) }));
    expect(count).toBe(4);
    expect(holds).toMatch(/^1,200 × 1,000 px, every pixel of the image, with 4 regions/);
    expect(losses).toEqual([
      '1 region lies outside the image in part or whole: it is cut off at the edge.',
      '1 region has no area and is not drawn.',
      '1 entry is not a rectangle and is not drawn.',
      '1 text has no rectangle and is not drawn.',
    ]);
  });
});

it('takes a file from opening to saving with its colours, turned as shown', async () => {
  const [width, height] = [31, 17];
  const rows = noise(width * height * 4, 9);
  const source = await openImage(new Blob([makePng({ width, height, rows, before: [gamma(0.55)] })]), 'a.png');
  const view = viewImage(source, 'upright');
  const picture = pictureOf(new Uint8ClampedArray(0), {
    size: view.size,
    read: async (y, high, signal) => (await view.read({ x: 0, y, width, height: high }, signal)).rgba,
    colourChunks: source.colourChunks,
  });
  const empty = inspectionOf({ rectangles: [[900, 900, 950, 950]], imageSize: view.size });
  const file = await bytesOf(annotatedPng, inputOf(empty, { picture }));
  source.dispose();
  expect(new TextDecoder('latin1').decode(file.subarray(0, 80))).toContain('gAMA');
  expect(await pixelsOf(file)).toEqual(new Uint8Array(rows));
});
