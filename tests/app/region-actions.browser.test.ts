import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { regionActions } from '../../src/app/region-actions.ts';
import type { PageData } from '../../src/app/use-inspection.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { createRegionTable } from '../../src/core/inspection/region-table.ts';
import { UNASKED } from '../../src/queries/task-view.ts';
import { currentInspection, useInspections } from '../../src/state/inspections.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';
import { freshPage } from './page-state.ts';

/** A word, a word with swapped corners and no text, a refused entry, and a text without a region. */
const INSPECTION = anInspection(
  [
    [0, 8, 697, 441],
    [30.5, 20, 10, 30],
    [NaN, NaN, NaN, NaN],
  ],
  { texts: ['one', null, '', 'loose'] },
);

const copied: string[] = [];

beforeEach(() => {
  freshPage();
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
});
afterEach(() => {
  copied.length = 0;
  vi.restoreAllMocks();
});

function actions(inspection: Inspection = INSPECTION) {
  const handle = { view: UNASKED, checkNow: () => undefined, stop: () => undefined, keepWaiting: () => undefined };
  const page: PageData = {
    open: currentInspection(useInspections.getState()),
    tasks: { detection: handle, recognition: handle },
    decoding: false,
    image: null,
    inspection,
    matches: new Uint32Array(0),
    searching: false,
    running: null,
  };
  return regionActions(page);
}

test('coordinates are copied as received: one region by itself, several as the service has them', async () => {
  await actions().onCopyCoordinates([1]);
  await actions().onCopyCoordinates([0, 1, 3]);
  expect(copied).toEqual(['[30.5, 20, 10, 30]', '[[0, 8, 697, 441], [30.5, 20, 10, 30]]']);
});

test('as a request has them: one rect, or regions in whole pixels with the corners in order, without the refused', async () => {
  await actions().onCopyRects([1]);
  await actions().onCopyRects([0, 1, 2, 3]);
  const second = { topLeftX: 10, topLeftY: 20, bottomRightX: 31, bottomRightY: 30 };
  expect(copied.map((text): unknown => JSON.parse(text))).toEqual([
    second,
    [
      { rect: { topLeftX: 0, topLeftY: 8, bottomRightX: 697, bottomRightY: 441 }, order: 0 },
      { rect: second, order: 1 },
    ],
  ]);
});

test('a frame changes what is copied as on the image, and nothing else', async () => {
  const framed = { ...INSPECTION, frame: { a: 2, b: 0, c: 0, d: 0.5, e: 1, f: 0 } };
  await actions(framed).onCopyCoordinates([1]);
  await actions(framed).onCopyOnImage([1]);
  await actions(framed).onCopyOnImage([0, 1, 3]);
  await actions(framed).onCopyRects([0]);
  expect(copied.slice(0, 3)).toEqual([
    '[30.5, 20, 10, 30]',
    '[21, 10, 62, 15]',
    '[[1, 4, 1395, 220.5], [21, 10, 62, 15]]',
  ]);
  expect(copied[3]).toContain('"bottomRightX": 697');
});

test('all rectangles are copied as JSON, a refused one with its place kept', async () => {
  await actions().onCopyAllRectangles();
  expect(JSON.parse(copied[0] ?? '')).toEqual([
    [0, 8, 697, 441],
    [30.5, 20, 10, 30],
    [null, null, null, null],
  ]);
});

test('all texts are copied in the order of the list, a line each, without gaps', async () => {
  await actions().onCopyAllTexts();
  expect(copied).toEqual(['one\nloose']);
});

test('a million are too many for the clipboard, which is said before anything is written down', async () => {
  const million = { ...INSPECTION, regions: createRegionTable(1_000_000), itemCount: 1_000_000 };
  await expect(actions(million).onCopyAllRectangles()).rejects.toThrow('1,000,000 rectangles are too many');
  await expect(actions(million).onCopyAllTexts()).rejects.toThrow('1,000,000 texts are too many');
  await expect(actions(million).onCopyCoordinates(Array.from({ length: 100_001 }, (_, row) => row))).rejects.toThrow(
    '100,000 at most. Select some of them, and copy those.',
  );
  expect(copied).toEqual([]);
});

test('a crop without an image says what to bring', async () => {
  await expect(actions().onSaveCrop(0)).rejects.toThrow('There is no image to cut from yet.');
});

test('a clipboard that refuses is told in words', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await expect(actions().onCopyAllTexts()).rejects.toThrow('did not allow copying');
});

const pairing = () => currentInspection(useInspections.getState()).pairing;

test('shifts of the texts add up, and a reset takes them all back', () => {
  actions().onShiftTexts(1, 1);
  actions().onShiftTexts(0, -1);
  expect(pairing()).toEqual({
    by: 'position',
    shifts: [
      { row: 1, by: 1 },
      { row: 0, by: -1 },
    ],
  });
  actions().onResetPairing();
  expect(pairing().shifts).toEqual([]);
});
