import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { SAMPLES, sampleOfTask, samplePath } from '../../../src/core/samples/catalog.ts';
import { parseTruth } from '../../../src/core/samples/truth.ts';
import type { SampleTruth } from '../../../src/core/samples/truth.ts';
import { imageSize } from '../../../src/emulator/image-size.ts';

const FOLDER = new URL('../../../public/', import.meta.url);

describe('the samples', () => {
  test.each(SAMPLES)('$title is drawn as the catalog and its truth say', async (sample) => {
    const truth = await truthOf(sample.name);
    expect(truth).toMatchObject({
      name: sample.name,
      title: sample.title,
      description: sample.description,
      detection: sample.detection,
      recognition: sample.recognition,
    });
    expect(truth.image.file).toBe(sample.file);
    const file = new URL(samplePath(sample.file), FOLDER);
    expect(imageSize(await readFile(file))).toEqual({ width: truth.image.width, height: truth.image.height });
    expect((await stat(file)).size).toBeLessThan(1_572_864);
  });

  test.each(SAMPLES)('$title has all its boxes on the page, and one text each', async ({ name }) => {
    const { regions, texts, image } = await truthOf(name);
    const outside = regions.filter(
      ([x1, y1, x2, y2]) => !(0 <= x1 && x1 < x2 && x2 <= image.width && 0 <= y1 && y1 < y2 && y2 <= image.height),
    );
    expect(outside).toEqual([]);
    expect(texts).toHaveLength(regions.length);
    expect(texts.filter((text) => text === '')).toHaveLength(1);
  });

  test('the newspaper has more than a thousand words, the book the regions of a page', async () => {
    expect((await truthOf('newspaper')).regions.length).toBeGreaterThan(1_000);
    const book = (await truthOf('book')).regions.length;
    expect([book >= 10, book <= 20]).toEqual([true, true]);
  });

  test.each(['book', 'newspaper'])('no region of the %s lies over another', async (name) => {
    const { regions, texts } = await truthOf(name);
    const rows = regions
      .map((corners, i) => ({ corners, text: texts[i] }))
      .toSorted((a, b) => a.corners[1] - b.corners[1]);
    const over = rows.flatMap((row, i) => {
      const [x1, , x2, y2] = row.corners;
      return rows
        .slice(i + 1)
        .filter(({ corners }) => corners[1] < y2 - 6 && corners[0] < x2 - 6 && x1 < corners[2] - 6)
        .map((other) => [row.text, other.text]);
    });
    expect(over).toEqual([]);
  });

  test('the form carries the request that defined its regions, and more than one script', async () => {
    const { regions, request, texts } = await truthOf('form');
    expect(
      request?.settings.regions.map(({ rect }) => [rect.topLeftX, rect.topLeftY, rect.bottomRightX, rect.bottomRightY]),
    ).toEqual(regions);
    expect(request?.settings.regions.map(({ order }) => order)).toEqual(regions.map((_, i) => i));
    for (const script of [/Große/, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u])
      expect(texts.join('\n')).toMatch(script);
  });

  test('index.json lists what the page has built in', async () => {
    expect(JSON.parse(await readFile(new URL('samples/index.json', FOLDER), 'utf8'))).toEqual(SAMPLES);
  });

  test('a task id leads to its sample on its own endpoint only', () => {
    for (const sample of SAMPLES) {
      expect(sampleOfTask('detection', sample.detection)).toBe(sample);
      expect(sampleOfTask('recognition', sample.detection)).toBeUndefined();
    }
  });
});

describe('a truth file', () => {
  test('that is something else is refused by name and place', async () => {
    const book = await truthOf('book');
    expect(() => parseTruth('book', { ...book, regions: [[1, 2, 3]] })).toThrow(/"book".*regions\.0/);
    expect(() => parseTruth('book', { ...book, texts: [] })).toThrow('as many texts as regions');
    expect(() => parseTruth('book', null)).toThrow(/"book"/);
  });
});

async function truthOf(name: string): Promise<SampleTruth> {
  return parseTruth(name, JSON.parse(await readFile(new URL(samplePath(`${name}.json`), FOLDER), 'utf8')));
}
