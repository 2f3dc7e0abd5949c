import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { planCrops } from '../../src/core/export/crop-plan.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { createRegionTable } from '../../src/core/inspection/region-table.ts';
import { type CropExport, exportCrops } from '../../src/files/crop-archive.ts';
import { cropEncoder, imageFacts } from '../../src/image/crop.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { dispose } from '../../src/workers/run.ts';
import { type Bytes, noise } from '../fixtures/images/bytes.ts';
import { tiffWithOrientation } from '../fixtures/images/exif.ts';
import { gamma, iccp, makePng, pngChunk, readPng } from '../fixtures/images/png.ts';
import { storedEntries } from '../fixtures/images/zip.ts';

const WIDTH = 300;
const HEIGHT = 200;
const COUNT = 120;

afterAll(dispose);

function inspectionOf(view: ImageView): Inspection {
  const regions = createRegionTable(COUNT);
  for (let row = 0; row < COUNT; row += 1) {
    const x = (row * 37) % (view.size.width - 40);
    const y = (row * 23) % (view.size.height - 30);
    // Every tenth lies outside; the others are of word size.
    regions.received.set(row % 10 === 9 ? [900, 900, 950, 950] : [x + 0.5, y, x + 30.25, y + 12], row * 4);
  }
  return {
    regions,
    texts: Array.from({ length: COUNT }, (_, at) => (at === 3 ? '=1+1' : `word ${at}`)),
    pairing: {
      choice: PAIR_BY_POSITION,
      textOfRow: Int32Array.from({ length: COUNT }, (_, at) => at),
      loose: [],
      whole: false,
    },
    frame: IDENTITY_FRAME,
    imageSize: view.size,
    outside: new Uint8Array(COUNT),
    itemCount: COUNT,
    problems: [],
    regionSource: 'detection',
    order: null,
    regionProblems: new Map(),
    textProblems: new Map(),
  };
}

async function exportOf(png: Bytes, change: Partial<CropExport> = {}, format: 'png' | 'webp' = 'png') {
  const source = await openImage(new Blob([png]), 'page.png');
  const view = viewImage(source, 'upright');
  const rows = Array.from({ length: COUNT }, (_, at) => at);
  const plan = planCrops(inspectionOf(view), rows, { padding: 2, format, pattern: '', imageName: source.name });
  const image = await imageFacts(view);
  const encode = cropEncoder(source, format);
  const done = exportCrops({ plan, image, view, encode, ...change });
  return { done, plan, view, close: () => source.dispose() };
}

const ALPHA = makePng({
  width: WIDTH,
  height: HEIGHT,
  rows: noise(WIDTH * HEIGHT * 4, 31),
  before: [gamma(0.55), iccp()],
});
const TURNED = makePng({
  width: WIDTH,
  height: HEIGHT,
  colour: 2,
  rows: noise(WIDTH * HEIGHT * 3, 32),
  before: [pngChunk('eXIf', tiffWithOrientation(6))],
});

describe('the ZIP of crops', () => {
  it.each([
    ['with partial alpha, gamma and a profile', ALPHA],
    ['turned by EXIF', TURNED],
  ])('%s: every crop has the pixels of the image', async (_, png) => {
    const { done, plan, view, close } = await exportOf(png);
    const { blob, name, files, failed } = await done;
    expect([name, files, failed, blob.type]).toEqual(['page-crops.zip', 108, [], 'application/zip']);
    const entries = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(Object.keys(entries).length).toBe(110);
    const whole = await view.read({ x: 0, y: 0, ...view.size });
    for (const { file, cut } of plan.rows) {
      if (!file || !cut) continue;
      const crop = readPng(entries[file] ?? new Uint8Array(0));
      const wanted: number[] = [];
      for (let y = cut.y1; y < cut.y2; y += 1)
        wanted.push(...whole.rgba.subarray((y * whole.width + cut.x1) * 4, (y * whole.width + cut.x2) * 4));
      expect(crop.rgba.length).toBe(wanted.length);
      expect(crop.rgba.every((value, at) => value === wanted[at])).toBe(true);
    }
    close();
  });

  it('says in its manifest what each file hashes to, and why a region has none', async () => {
    const { done, close } = await exportOf(ALPHA);
    const entries = unzipSync(new Uint8Array(await (await done).blob.arrayBuffer()));
    const manifest: {
      regions: { index: number; file: string | null; sha256: string | null; problems: string[]; text: string }[];
    } = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
    expect(manifest.regions.length).toBe(COUNT);
    const without = manifest.regions.filter(({ file }) => file === null);
    expect(without.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, (_, at) => (at + 1) * 10));
    for (const { problems } of without) expect(problems.join(' ')).toContain('outside the image of 300 × 200 px');
    for (const { file, sha256 } of manifest.regions.filter((region) => region.file !== null)) {
      const content = entries[file ?? ''] ?? new Uint8Array(0);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content.slice()));
      expect([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(sha256);
    }
    expect(manifest.regions[3]?.text).toBe('=1+1');
    expect(new TextDecoder().decode(entries['manifest.csv'])).toContain("'=1+1");
    close();
  });

  it('is read the same by a second unzipper, and is the same bytes each time', async () => {
    const one = await exportOf(ALPHA);
    const two = await exportOf(ALPHA);
    const [first, second] = await Promise.all(
      [await one.done, await two.done].map(async ({ blob }) => new Uint8Array(await blob.arrayBuffer())),
    );
    expect(first).toEqual(second);
    const bytes = first ?? new Uint8Array(0);
    const entries = unzipSync(bytes);
    const others = storedEntries(bytes);
    expect([...others.keys()]).toEqual(Object.keys(entries));
    for (const [name, content] of others) expect(content).toEqual(entries[name]);
    one.close();
    two.close();
  });

  it('tells how far it is, up to the end', async () => {
    const told: [number, number][] = [];
    const { done, close } = await exportOf(ALPHA, { onProgress: (n, of) => told.push([n, of]) });
    await done;
    expect(told).toEqual(Array.from({ length: 109 }, (_, at) => [at, 108]));
    close();
  });

  it('stops when cancelled, reads no further, and leaves nothing half made', async () => {
    const stop = new AbortController();
    let last = 0;
    const { done, close } = await exportOf(ALPHA, {
      signal: stop.signal,
      onProgress: (n) => {
        last = n;
        if (n === 10) stop.abort();
      },
    });
    await expect(done).rejects.toThrow('aborted');
    expect(last).toBe(10);
    close();
  });

  it('goes on when one crop cannot be made, and says so', async () => {
    const encoder = cropEncoder({ colourChunks: new Uint8Array(0) }, 'png');
    let calls = 0;
    const { done, close } = await exportOf(ALPHA, {
      encode: (pixels, signal) => {
        calls += 1;
        return calls === 2 ? Promise.reject(new RangeError('The browser could not save it.')) : encoder(pixels, signal);
      },
    });
    const { blob, failed, files } = await done;
    expect([failed, files]).toEqual([[{ number: 2, reason: 'The browser could not save it.' }], 107]);
    const entries = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(entries['crops/002.png']).toBeUndefined();
    expect(new TextDecoder().decode(entries['manifest.json'])).toContain('The browser could not save it.');
    close();
  });

  it('as WebP holds WebP files', async () => {
    const { done, close } = await exportOf(TURNED, {}, 'webp');
    const entries = unzipSync(new Uint8Array(await (await done).blob.arrayBuffer()));
    expect(String.fromCharCode(...(entries['crops/001.webp'] ?? []).slice(8, 12))).toBe('WEBP');
    close();
  });
});
