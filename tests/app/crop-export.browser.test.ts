import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cropExport } from '../../src/app/crop-export.ts';
import type { ExportedPage } from '../../src/app/exports.ts';
import { AS_RECEIVED, frameOf } from '../../src/core/geometry/frame-setting.ts';
import { allItems } from '../../src/core/inspection/listed.ts';
import { createRegionTable } from '../../src/core/inspection/region-table.ts';
import { NOTHING_SELECTED, selectItems, selectListed } from '../../src/core/inspection/selection.ts';
import { searchItems } from '../../src/core/inspection/search.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { type CropExport, DEFAULT_CROPS } from '../../src/ui/export/crop-options.ts';
import { dispose } from '../../src/workers/run.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { makePng } from '../fixtures/images/png.ts';

const SIZE = { width: 60, height: 40 };
/** Two words, one of them outside, and a text without a region. */
const INSPECTION = anInspection(
  [
    [1, 2, 21, 12],
    [100, 100, 120, 110],
    [30, 20, 50, 30],
  ],
  { texts: ['one', 'two', 'three', 'loose one'], imageSize: SIZE },
);

let image: ImageView;
const saved: Blob[] = [];

beforeEach(async () => {
  image = viewImage(
    await openImage(new Blob([makePng({ ...SIZE, colour: 2, rows: noise(60 * 40 * 3) })]), 'page.png'),
    'upright',
  );
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:nothing';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => {
  image.source.dispose();
  saved.length = 0;
  vi.restoreAllMocks();
});
afterAll(dispose);

function pageWith(search = '', parts: Partial<ExportedPage> = {}): ExportedPage {
  return {
    setting: currentInspection(useInspections.getState()).frame.setting,
    image,
    inspection: INSPECTION,
    matches: searchItems(INSPECTION, search),
    searching: search !== '',
    ...parts,
  };
}

function exportOf(page: ExportedPage, selection = NOTHING_SELECTED): CropExport {
  const crops = cropExport(page, selection);
  if (!crops) throw new Error('There is something to cut.');
  return crops;
}

test('there are no crops without an image or without regions', () => {
  expect(cropExport(pageWith('', { image: null }), NOTHING_SELECTED)).toBeNull();
  expect(cropExport(pageWith('', { inspection: anInspection([]) }), NOTHING_SELECTED)).toBeNull();
});

test('the dialog counts regions only: a text without one is nothing to cut', () => {
  expect({ ...exportOf(pageWith('one'), selectItems([0, 3], 0)).counts }).toEqual({ all: 3, selected: 1, matching: 1 });
});

test('the outlook tells how many files there will be, and what the first is called', () => {
  const { outlook, archive } = exportOf(pageWith());
  expect(archive).toBe('page-crops.zip');
  expect(outlook({ ...DEFAULT_CROPS, fileNames: '{index}-{text}' })).toEqual({
    crops: 2,
    withoutFile: 1,
    firstName: 'crops/001-one.png',
  });
});

test('a million regions are counted without a plan of each, and are more than one ZIP holds', () => {
  const count = 1_000_000;
  const inspection = { ...INSPECTION, regions: createRegionTable(count), itemCount: count };
  for (let row = 0; row < count; row += 1) inspection.regions.received.set([row % 50, 0, (row % 50) + 5, 9], row * 4);
  const problems = vi.spyOn(inspection.regionProblems, 'get');
  const all = allItems(count);
  const crops = exportOf(pageWith('', { inspection, matches: all }), selectListed(all, null));
  expect({ ...crops.counts }).toEqual({ all: count, selected: count, matching: count });
  for (const which of ['all', 'selected', 'matching'] as const) {
    const outlook = crops.outlook({ ...DEFAULT_CROPS, which });
    expect([outlook.crops, outlook.firstName]).toEqual([count, 'crops/0000001.png']);
    expect(outlook.tooMany).toContain('1,000,000 crops are more than one ZIP can hold');
  }
  // Once a scope, for the name of the first.
  expect(problems).toHaveBeenCalledTimes(3);
});

test('a transform is said in words, asked about when it slants, and written down with the crops', async () => {
  const setting = { ...AS_RECEIVED, scaleX: 0.5, scaleY: 0.5, degrees: 3 };
  const inspection = { ...INSPECTION, frame: frameOf(setting, SIZE) };
  const crops = exportOf(pageWith('', { setting, inspection }));
  expect([crops.shown, crops.slanted]).toEqual(['scaled by 0.5, turned 3° clockwise', true]);
  expect([exportOf(pageWith()).shown, exportOf(pageWith()).slanted]).toEqual([null, false]);
  for (const slanted of ['bounding box', 'straightened'] as const)
    await crops.onExport(
      { ...DEFAULT_CROPS, slanted, fileNames: '{width}x{height}' },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
  const [boxes, straight] = await Promise.all(
    saved.map(async (zip) => unzipSync(new Uint8Array(await zip.arrayBuffer()))),
  );
  expect(Object.keys(straight ?? {})[0]).toBe('crops/10x5.png');
  expect(Object.keys(boxes ?? {})[0]).not.toBe('crops/10x5.png');
  const { image: facts }: { image: object } = JSON.parse(new TextDecoder().decode(straight?.['manifest.json']));
  expect(facts).toMatchObject({ setting, crops: { slanted: 'straightened' } });
});

test('a pattern with a word that is not known is a problem, an empty one is not', () => {
  const { outlook } = exportOf(pageWith());
  expect(outlook({ ...DEFAULT_CROPS, fileNames: '{nmae}' }).problem).toContain('{nmae} is not known');
  expect(outlook({ ...DEFAULT_CROPS, fileNames: ' ' })).not.toHaveProperty('problem');
});

test('the ZIP that is saved holds what was asked for, and the progress ends at its end', async () => {
  const told: [number, number][] = [];
  await exportOf(pageWith(), selectItems([1, 2], 2)).onExport(
    { ...DEFAULT_CROPS, which: 'selected' },
    { signal: new AbortController().signal, onProgress: (done, total) => told.push([done, total]) },
  );
  const [zip] = saved;
  const files = unzipSync(new Uint8Array((await zip?.arrayBuffer()) ?? new ArrayBuffer(0)));
  expect(Object.keys(files)).toEqual(['crops/003.png', 'manifest.json', 'manifest.csv']);
  expect(told).toEqual([
    [0, 1],
    [1, 1],
  ]);
});

test('a crop that cannot be cut is named once the others are saved', async () => {
  const wide = { width: 6000, height: 40 };
  const rows = noise(wide.width * wide.height * 3);
  const source = await openImage(new Blob([makePng({ ...wide, colour: 2, rows })]), 'wide.png');
  // So far apart that they are read one by one.
  const ends = anInspection(
    [
      [1, 2, 21, 12],
      [5900, 2, 5920, 12],
    ],
    { imageSize: wide },
  );
  vi.spyOn(source, 'read').mockRejectedValueOnce(new RangeError('The file is gone.'));
  const broken = viewImage(source, 'upright');
  const exporting = exportOf(pageWith('', { image: broken, inspection: ends })).onExport(DEFAULT_CROPS, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  await expect(exporting).rejects.toThrow('The ZIP was saved, but region 1 could not be cut: The file is gone.');
  expect(saved).toHaveLength(1);
  source.dispose();
});

test('nothing is saved when nothing at all could be cut, and the reason is told', async () => {
  const source = { ...image.source, read: () => Promise.reject(new RangeError('The file is gone.')) };
  const exporting = exportOf(pageWith('', { image: { ...image, source } }), selectItems([0], 0)).onExport(
    { ...DEFAULT_CROPS, which: 'selected' },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  await expect(exporting).rejects.toThrow('Nothing could be cut, so no ZIP was saved. The file is gone.');
  expect(saved).toEqual([]);
});
