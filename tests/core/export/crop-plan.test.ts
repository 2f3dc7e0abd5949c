import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type CropPlan, planCrops } from '../../../src/core/export/crop-plan.ts';
import type { ImageFacts } from '../../../src/core/export/image-facts.ts';
import { type CropOutcome, csvManifest, jsonManifest, type Manifest } from '../../../src/core/export/manifest.ts';
import { unguarded } from '../../../src/core/export/csv.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { createRegionTable, FLAG } from '../../../src/core/inspection/region-table.ts';

const BOXES = [
  [6, 8, 97, 41],
  [97, 41, 6.5, 8.5],
  [10, 10, 10, 30],
  [NaN, NaN, NaN, NaN],
  [900, 10, 950, 30],
  [-20, 400, 30, 500],
];
const TEXTS = ['=Chapter "1"', '', null, 'refused', 'outside', 'two\nlines'];
const CHOICES = { padding: 0, format: 'png', pattern: '{index}', imageName: 'page.png' } as const;
const ALL = [0, 1, 2, 3, 4, 5];

const IMAGE: ImageFacts = {
  name: 'page.png',
  width: 697,
  height: 441,
  sha256: 'ab'.repeat(32),
  orientation: 'upright',
  exifOrientation: 6,
  notes: [],
};

function inspectionOf(change: Partial<Inspection> = {}): Inspection {
  const regions = createRegionTable(BOXES.length);
  regions.received.set(BOXES.flat());
  regions.flags[1] = FLAG.swapped;
  regions.flags[2] = FLAG.noArea;
  regions.flags[3] = FLAG.refused;
  return {
    regions,
    texts: TEXTS,
    textEntries: null,
    ownTexts: false,
    confidence: null,
    shownLevels: null,
    pairing: { choice: PAIR_BY_POSITION, textOfRow: Int32Array.from([0, 1, 2, 3, 4, 5]), loose: [], whole: false },
    frame: IDENTITY_FRAME,
    imageSize: { width: 697, height: 441 },
    outside: new Uint8Array(BOXES.length),
    itemCount: BOXES.length,
    problems: [],
    regionSource: 'detection',
    order: null,
    regionProblems: new Map(),
    textProblems: new Map(),
    ...change,
  };
}

describe('the plan of an export', () => {
  it('says of a line with padding that only this was cut, and without that nothing was', () => {
    const [alone] = planCrops(inspectionOf(), [2], CHOICES).rows;
    expect(alone).toMatchObject({ file: null, problems: ['no area, so there is nothing to draw or cut'] });
    const [padded] = planCrops(inspectionOf(), [2], { ...CHOICES, padding: 3 }).rows;
    expect(padded).toMatchObject({
      file: 'crops/003.png',
      problems: ['no area, so only the padding round it was cut'],
    });
  });

  it('has a row for every region asked for, with its number, its cut and its file or the reason', () => {
    const plan = planCrops(inspectionOf(), ALL, CHOICES);
    expect([...plan.rows].map(({ number, file, reason }) => [number, file, reason])).toEqual([
      [1, 'crops/001.png', null],
      [2, 'crops/002.png', null],
      [3, null, 'not cut: the region has no area'],
      [4, null, 'not cut: the entry is not a rectangle'],
      [5, null, 'not cut: the region lies outside the image of 697 × 441 px'],
      [6, 'crops/006.png', null],
    ]);
    expect([...plan.rows].map(({ cut }) => cut)).toEqual([
      { x1: 6, y1: 8, x2: 97, y2: 41 },
      { x1: 6, y1: 8, x2: 97, y2: 41 },
      null,
      null,
      null,
      { x1: 0, y1: 400, x2: 30, y2: 441 },
    ]);
    expect([plan.fileCount, plan.archiveName]).toEqual([3, 'page-crops.zip']);
  });

  it('cuts in the frame that is shown', () => {
    const frame = { a: 2, b: 0, c: 0, d: 2, e: 10, f: 20 };
    const [row] = planCrops(inspectionOf({ frame }), [0], CHOICES).rows;
    expect(row?.cut).toEqual({ x1: 22, y1: 36, x2: 204, y2: 102 });
    expect(row?.received).toEqual({ x1: 6, y1: 8, x2: 97, y2: 41 });
  });

  it('keeps the order asked for, takes each region once, and nothing that is no region', () => {
    const plan = planCrops(inspectionOf(), [5, 0, 5, 6, -1, 0.5], CHOICES);
    expect([...plan.rows].map(({ number }) => number)).toEqual([6, 1]);
  });

  it('gives the same rows each time they are asked for, names and all', () => {
    const plan = planCrops(inspectionOf(), ALL, { ...CHOICES, pattern: 'same' });
    const files = [...plan.rows].map(({ file }) => file);
    expect(files.slice(0, 2)).toEqual(['crops/same.png', 'crops/same-2.png']);
    expect([...plan.rows].map(({ file }) => file)).toEqual(files);
  });

  it('without an image nothing is cut, and the reason says so', () => {
    const plan = planCrops(inspectionOf({ imageSize: null }), [0], CHOICES);
    expect([...plan.rows][0]).toMatchObject({ cut: null, file: null, reason: 'not cut: no image is open' });
  });
});

type Outcomes = ReadonlyMap<number, CropOutcome>;

function written(manifest: Manifest, plan: CropPlan, outcomes: Outcomes): string {
  const rows = [...plan.rows].map((row) => manifest.row(row, outcomes.get(row.row)));
  return [manifest.head(), ...rows, manifest.end()].join('');
}

const manifestJson = (plan: CropPlan, image: ImageFacts, outcomes: Outcomes) =>
  written(jsonManifest(plan, image), plan, outcomes);
const manifestCsv = (plan: CropPlan, outcomes: Outcomes) => written(csvManifest(), plan, outcomes);

describe('the manifest', () => {
  const plan = planCrops(inspectionOf(), ALL, CHOICES);
  const SWAPPED = 'corners came swapped; put in order for drawing and cutting';
  const outcomes = new Map([
    [0, { sha256: 'cd'.repeat(32), failed: null, notes: [] }],
    [5, { sha256: null, failed: 'The browser could not save it.', notes: [] }],
  ]);

  it('as JSON says what was cut from what, and how texts were paired', () => {
    const json: { regions: unknown[] } = JSON.parse(manifestJson(plan, IMAGE, outcomes));
    expect(json).toMatchObject({
      version: 1,
      image: {
        name: 'page.png',
        width: 697,
        height: 441,
        sha256: IMAGE.sha256,
        orientation: 'upright',
        exifOrientation: 6,
        frame: IDENTITY_FRAME,
        setting: null,
        crops: { format: 'png', padding: 0, names: '{index}', slanted: null },
      },
      pairing: { by: 'position', shifts: [], regions: 6, texts: 6 },
    });
    expect(Object.keys(json)).toEqual(['version', 'image', 'pairing', 'regions']);
    expect(json.regions[0]).toEqual({
      index: 1,
      file: 'crops/001.png',
      x1: 6,
      y1: 8,
      x2: 97,
      y2: 41,
      cut_x1: 6,
      cut_y1: 8,
      cut_x2: 97,
      cut_y2: 41,
      width: 91,
      height: 33,
      text: '=Chapter "1"',
      problems: [],
      sha256: 'cd'.repeat(32),
    });
  });

  it('tells a text that is empty from one that is missing, and a crop that failed from one that was made', () => {
    const { regions }: { regions: { text: string | null; file: string | null; problems: string[] }[] } = JSON.parse(
      manifestJson(plan, IMAGE, outcomes),
    );
    expect(regions.map(({ text }) => text)).toEqual(TEXTS);
    expect(regions[5]).toMatchObject({ file: null, problems: ['The browser could not save it.'] });
    expect(regions[1]?.problems).toEqual([SWAPPED]);
  });

  it('is laid out like any JSON, with rows and without', () => {
    for (const rows of [[], [0], ALL]) {
      const json = manifestJson(planCrops(inspectionOf(), rows, CHOICES), IMAGE, outcomes);
      expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
    }
  });

  it('gives the same bytes for the same input', () => {
    expect(manifestJson(plan, IMAGE, outcomes)).toBe(manifestJson(plan, IMAGE, new Map(outcomes)));
  });

  it('as CSV is read back by an independent parser', () => {
    const csv = manifestCsv(plan, outcomes);
    expect(csv.split('\r\n')[0]).toBe(
      'index,file,x1,y1,x2,y2,cut_x1,cut_y1,cut_x2,cut_y2,width,height,text,problems,sha256',
    );
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map((row) => row['index'])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(rows.map((row) => unguarded(row['text'] ?? ''))).toEqual(TEXTS.map((text) => text ?? ''));
    expect(rows[1]).toMatchObject({ x1: '97', y1: '41', x2: '6.5', y2: '8.5', problems: SWAPPED });
    expect(rows[3]).toMatchObject({
      file: '',
      x1: '',
      cut_x1: '',
      width: '',
      problems: expect.stringContaining('not cut: the entry is not a rectangle; '),
    });
  });

  it('keeps the text of the whole, and texts that no region took', () => {
    const none = Int32Array.from([-1, -1, -1, -1, -1, -1]);
    const pairing = {
      choice: { by: 'position', shifts: [{ row: 2, by: 1 }] },
      textOfRow: none,
      loose: [0],
      whole: true,
    } as const;
    const whole = planCrops(inspectionOf({ texts: ['all of it'], pairing }), [0], CHOICES);
    const json: { pairing: unknown } = JSON.parse(manifestJson(whole, IMAGE, new Map()));
    expect(json.pairing).toMatchObject({ wholeText: 'all of it', looseTexts: [], shifts: [{ from: 3, by: 1 }] });
  });
});
