import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { type CropPlan, planCrops } from '../../src/core/export/crop-plan.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../../src/core/geometry/frame-setting.ts';
import { type Affine, applyAffine } from '../../src/core/geometry/affine.ts';
import { allItems } from '../../src/core/inspection/listed.ts';
import { exportCrops } from '../../src/files/crop-archive.ts';
import { cropRegion, imageFacts } from '../../src/image/crop.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';
import type { Pixels } from '../../src/image/image-source.ts';
import { openImage } from '../../src/image/open-image.ts';
import { sharePixels } from '../../src/image/share-pixels.ts';
import { straighten } from '../../src/image/straighten.ts';
import { dispose } from '../../src/workers/run.ts';
import { anInspection, type Box } from '../core/geometry/an-inspection.ts';
import { noise } from '../fixtures/images/bytes.ts';
import { tiffWithOrientation } from '../fixtures/images/exif.ts';
import { makePng, pngChunk, readPng } from '../fixtures/images/png.ts';

afterAll(dispose);

const WIDTH = 300;
const HEIGHT = 200;
const ALPHA = makePng({ width: WIDTH, height: HEIGHT, rows: noise(WIDTH * HEIGHT * 4, 51) });
const TURNED = makePng({
  width: WIDTH,
  height: HEIGHT,
  colour: 2,
  rows: noise(WIDTH * HEIGHT * 3, 52),
  before: [pngChunk('eXIf', tiffWithOrientation(6))],
});
/** Enough that workers share the picture; some reach beyond it. */
const BOXES = Array.from({ length: 130 }, (_, at): Box => {
  const [x, y] = [(at * 37) % 280, (at * 23) % 190];
  return [x, y, x + 9 + (at % 20), y + 4 + (at % 7)];
});

interface Asked {
  readonly setting: FrameSetting;
  readonly slanted?: 'straightened' | 'bounding box';
  readonly format?: 'png' | 'jpeg' | 'webp';
  readonly shared?: boolean;
}

async function viewOf(file: BlobPart): Promise<ImageView> {
  return viewImage(await openImage(new Blob([file]), 'page.png'), 'upright');
}

function planOf(view: ImageView, { setting, slanted, format = 'png' }: Asked): CropPlan {
  const inspection = anInspection(BOXES, { imageSize: view.size, frame: frameOf(setting, view.size) });
  const choices = { padding: 1, format, pattern: '', imageName: 'page.png', setting, ...(slanted && { slanted }) };
  return planCrops(inspection, allItems(BOXES.length), choices);
}

async function exported(view: ImageView, asked: Asked) {
  const plan = planOf(view, asked);
  const share = asked.shared === false ? undefined : (signal?: AbortSignal) => sharePixels(view.source, signal);
  const { blob, failed } = await exportCrops({ plan, view, image: await imageFacts(view), ...(share && { share }) });
  expect(failed).toEqual([]);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const entries = unzipSync(bytes);
  return { plan, bytes, entries, file: (path: string | null) => (entries[path ?? ''] ?? new Uint8Array(0)).slice() };
}

/** What an independent cutter takes: pixel by pixel, from the whole picture as it is shown. */
function taken(whole: Pixels, x1: number, y1: number, x2: number, y2: number): number[] {
  const pixels: number[] = [];
  for (let y = y1; y < y2; y += 1)
    pixels.push(...whole.rgba.subarray((y * whole.width + x1) * 4, (y * whole.width + x2) * 4));
  return pixels;
}

function near(value: number): number {
  return Number(value.toFixed(6));
}

function boxRound(frame: Affine, [x1, y1, x2, y2]: Box, { width, height }: Pixels) {
  const corners = [
    applyAffine(frame, x1, y1),
    applyAffine(frame, x2, y1),
    applyAffine(frame, x2, y2),
    applyAffine(frame, x1, y2),
  ];
  const [xs, ys] = [corners.map(({ x }) => near(x)), corners.map(({ y }) => near(y))];
  return [
    Math.max(0, Math.floor(Math.min(...xs)) - 1),
    Math.max(0, Math.floor(Math.min(...ys)) - 1),
    Math.min(width, Math.ceil(Math.max(...xs)) + 1),
    Math.min(height, Math.ceil(Math.max(...ys)) + 1),
  ] as const;
}

describe('crops in the ZIP are the pixels under the region', () => {
  it.each<readonly [string, Partial<FrameSetting>]>([
    ['scaled by a half', { scaleX: 0.5, scaleY: 0.5 }],
    ['scaled by 1 / 1.85 and 2.2', { scaleX: 1 / 1.85, scaleY: 2.2 }],
    ['turned a quarter', { orientation: 6 }],
    ['mirrored', { orientation: 2 }],
    ['transversed, scaled and moved', { orientation: 7, scaleX: 0.7, scaleY: 0.7, x: -12, y: 30 }],
    ['rotated by 90 degrees', { degrees: 90 }],
    ['moved by parts of a pixel', { x: 10.25, y: -7.5 }],
    ['slanted, by their bounding boxes', { degrees: 7.3, scaleX: 0.9, scaleY: 0.8 }],
  ])('%s', async (_, change) => {
    const setting = { ...AS_RECEIVED, ...change };
    for (const image of [ALPHA, TURNED]) {
      // eslint-disable-next-line no-await-in-loop -- one picture after the other
      const view = await viewOf(image);
      // eslint-disable-next-line no-await-in-loop -- as above
      const whole = await view.read({ x: 0, y: 0, ...view.size });
      // eslint-disable-next-line no-await-in-loop -- as above
      const { plan, file } = await exported(view, { setting });
      const frame = frameOf(setting, view.size);
      let crops = 0;
      for (const { row, file: path } of plan.rows) {
        const [x1, y1, x2, y2] = boxRound(frame, BOXES[row] ?? [0, 0, 0, 0], whole);
        expect(path === null).toBe(x1 >= x2 || y1 >= y2);
        if (path === null) continue;
        const crop = readPng(file(path));
        expect([crop.width, crop.height]).toEqual([x2 - x1, y2 - y1]);
        expect(crop.rgba.join()).toBe(taken(whole, x1, y1, x2, y2).join());
        crops += 1;
      }
      expect(crops).toBeGreaterThan(30);
      view.source.dispose();
    }
  });
});

describe('straightened crops', () => {
  const setting: FrameSetting = { ...AS_RECEIVED, orientation: 2, degrees: -6.5, scaleX: 0.9, scaleY: 0.9 };

  it.each([
    ['with partial alpha, read by the workers', ALPHA, true],
    ['with partial alpha, read by the page', ALPHA, false],
    ['turned by EXIF, read by the workers', TURNED, true],
  ] as const)('of a picture %s are made from its pixels, with what the manifest says', async (_, image, shared) => {
    const view = await viewOf(image);
    const whole = await view.read({ x: 0, y: 0, ...view.size });
    const { plan, entries, file, bytes } = await exported(view, { setting, slanted: 'straightened', shared });
    const manifest: { image: unknown; regions: Record<string, unknown>[] } = JSON.parse(
      new TextDecoder().decode(entries['manifest.json']),
    );
    expect(manifest.image).toMatchObject({
      setting,
      frame: frameOf(setting, view.size),
      crops: { slanted: 'straightened' },
    });
    let crops = 0;
    for (const { row, file: path, straight } of plan.rows) {
      if (!path || !straight) continue;
      const { width, height, toPixels, reads, corners } = straight;
      const toWhole = { ...toPixels, e: toPixels.e + reads.x, f: toPixels.f + reads.y };
      const crop = readPng(file(path));
      const wanted = straighten(whole, { width, height, toPixels: toWhole });
      // Places are measured from another corner, so the last bit of a weight differs.
      expect(crop.rgba.every((value, at) => Math.abs(value - (wanted.rgba[at] ?? 999)) <= 1)).toBe(true);
      expect(manifest.regions[row]).toMatchObject({
        x1: BOXES[row]?.[0],
        y2: BOXES[row]?.[3],
        width: crop.width,
        height: crop.height,
        corners: corners.map(({ x, y }) => [x, y]),
      });
      crops += 1;
    }
    expect(crops).toBeGreaterThan(100);
    const again = await exported(view, { setting, slanted: 'straightened', shared: !shared });
    expect(again.bytes.length === bytes.length && again.bytes.every((byte, at) => byte === bytes[at])).toBe(true);
    view.source.dispose();
  });

  it('one by one are the very file of the ZIP', async () => {
    const view = await viewOf(TURNED);
    const asked = { setting, slanted: 'straightened' } as const;
    const { plan, file } = await exported(view, asked);
    const row = [...plan.rows].find(({ straight }) => straight);
    if (!row) throw new Error('There is something to cut.');
    const { blob } = await cropRegion(view, row, 'png');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(file(row.file));
    view.source.dispose();
  });

  it('as JPEG are white where the image ends', async () => {
    const view = await viewOf(
      makePng({ width: WIDTH, height: HEIGHT, colour: 0, rows: new Uint8Array(WIDTH * HEIGHT) }),
    );
    const { plan, file } = await exported(view, {
      setting: { ...AS_RECEIVED, degrees: 20, x: -200, y: -30 },
      slanted: 'straightened',
      format: 'jpeg',
    });
    const tones = new Set<number>();
    for (const { file: path } of plan.rows) {
      if (path === null) continue;
      // eslint-disable-next-line no-await-in-loop -- one canvas
      const decoded = await createImageBitmap(new Blob([file(path)]));
      const context = new OffscreenCanvas(decoded.width, decoded.height).getContext('2d');
      context?.drawImage(decoded, 0, 0);
      const { data } = context?.getImageData(0, 0, decoded.width, decoded.height) ?? { data: [] };
      data.forEach((value, at) => at % 4 === 0 && tones.add(value < 40 ? 0 : value > 215 ? 255 : 128));
    }
    expect([tones.has(0), tones.has(255)]).toEqual([true, true]);
    view.source.dispose();
  });
});
