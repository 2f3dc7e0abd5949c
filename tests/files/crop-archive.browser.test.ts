import { unzipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { planCrops } from '../../src/core/export/crop-plan.ts';
import { IDENTITY_FRAME } from '../../src/core/inspection/frame.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { PAIR_BY_POSITION } from '../../src/core/inspection/pairing.ts';
import { createRegionTable } from '../../src/core/inspection/region-table.ts';
import { type CropExport, exportCrops } from '../../src/files/crop-archive.ts';
import { imageFacts } from '../../src/image/crop.ts';
import { type ImageView, viewImage } from '../../src/image/image-view.ts';
import { openImage } from '../../src/image/open-image.ts';
import { sharePixels } from '../../src/image/share-pixels.ts';
import { JobFailed } from '../../src/workers/job-failed.ts';
import { dispose, workersAlive } from '../../src/workers/run.ts';
import { openSession, type Session, sessionsOpen } from '../../src/workers/session.ts';
import { makeBmp } from '../fixtures/images/bmp.ts';
import { type Bytes, noise } from '../fixtures/images/bytes.ts';
import { tiffWithOrientation } from '../fixtures/images/exif.ts';
import { makeGif } from '../fixtures/images/gif.ts';
import { gamma, iccp, makePng, pngChunk, readPng } from '../fixtures/images/png.ts';
import { storedEntries } from '../fixtures/images/zip.ts';

const WIDTH = 300;
const HEIGHT = 200;
const COUNT = 120;

afterAll(dispose);
afterEach(() => {
  vi.restoreAllMocks();
  if (sessionsOpen() > 0) throw new Error('Workers were left open.');
});

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
    textEntries: null,
    ownTexts: false,
    confidence: null,
    shownLevels: null,
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

type Change = Partial<CropExport> & { readonly format?: 'png' | 'jpeg' | 'webp' };

async function opened(file: Bytes, format: 'png' | 'jpeg' | 'webp' = 'png') {
  const source = await openImage(new Blob([file]), 'page.png');
  const view = viewImage(source, 'upright');
  const rows = Array.from({ length: COUNT }, (_, at) => at);
  const plan = planCrops(inspectionOf(view), rows, { padding: 2, format, pattern: '', imageName: source.name });
  return { view, plan, image: await imageFacts(view), share: (signal?: AbortSignal) => sharePixels(source, signal) };
}

async function exportOf(file: Bytes, { format, ...change }: Change = {}) {
  const options = await opened(file, format);
  const done = exportCrops({ ...options, ...change });
  return { done, close: () => options.view.source.dispose() };
}

async function unzipped(blob: Blob) {
  return unzipSync(new Uint8Array(await blob.arrayBuffer()));
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

const PALETTE = makePng({
  width: WIDTH,
  height: HEIGHT,
  colour: 3,
  rows: noise(WIDTH * HEIGHT, 33),
  before: [pngChunk('PLTE', noise(768, 34)), pngChunk('tRNS', noise(256, 35))],
});
/** See-through in one corner alone: most pieces of it are opaque. */
const CORNER = noise(WIDTH * HEIGHT * 4, 36).map((value, at) => (at % 4 === 3 && at > 90_000 ? 255 : value));
const INDICES = [...noise(WIDTH * HEIGHT, 37)];

const KINDS: readonly (readonly [kind: string, file: Bytes])[] = [
  ['with partial alpha, gamma and a profile', ALPHA],
  ['see-through in one corner', makePng({ width: WIDTH, height: HEIGHT, rows: CORNER })],
  ['turned by EXIF', TURNED],
  ['PNG with a palette and transparency', PALETTE],
  ['gray PNG', makePng({ width: WIDTH, height: HEIGHT, colour: 0, rows: noise(WIDTH * HEIGHT, 38) })],
  ['16-bit PNG', makePng({ width: WIDTH, height: HEIGHT, depth: 16, rows: noise(WIDTH * HEIGHT * 8, 39) })],
  ['BMP', makeBmp(WIDTH, HEIGHT, noise(WIDTH * HEIGHT * 3, 40), false)],
  ['GIF', makeGif(WIDTH, HEIGHT, noise(768, 41), [{ width: WIDTH, height: HEIGHT, indices: INDICES }])],
];

describe('every crop has the pixels of the image', () => {
  it.each(
    KINDS.flatMap(([kind, file]) => [
      [`${kind}, read by the workers`, file, true] as const,
      [`${kind}, read by the page`, file, false] as const,
    ]),
  )('%s', async (_, file, shared) => {
    const { view, plan, ...options } = await opened(file);
    const whole = await view.read({ x: 0, y: 0, ...view.size });
    const read = vi.spyOn(view.source, 'read');
    const share = shared ? options.share : async () => null;
    const { blob, name, files, failed } = await exportCrops({ ...options, plan, view, share });
    expect([name, files, failed, blob.type]).toEqual(['page-crops.zip', 108, [], 'application/zip']);
    // Three samples to compare, and no more once the workers have the picture.
    expect(read.mock.calls.every(([box]) => box.width === 32 && box.height === 32)).toBe(shared);
    const entries = await unzipped(blob);
    const planned = [...plan.rows].flatMap(({ file: path }) => path ?? []);
    expect(Object.keys(entries)).toEqual([...planned, 'manifest.json', 'manifest.csv']);
    for (const { file: path, cut } of plan.rows) {
      if (!path || !cut) continue;
      const crop = readPng(entries[path] ?? new Uint8Array(0));
      const wanted: number[] = [];
      for (let y = cut.y1; y < cut.y2; y += 1)
        wanted.push(...whole.rgba.subarray((y * whole.width + cut.x1) * 4, (y * whole.width + cut.x2) * 4));
      expect(crop.rgba.length).toBe(wanted.length);
      expect(crop.rgba.every((value, at) => value === wanted[at])).toBe(true);
    }
    view.source.dispose();
  });
});

describe('the ZIP of crops', () => {
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
    const told: number[] = [];
    const { done, close } = await exportOf(ALPHA, { onProgress: (n, of) => told.push(n / of) });
    await done;
    expect([told.length > 2, told[0], told.at(-1)]).toEqual([true, 0, 1]);
    expect(told.every((part, at) => part >= (told[at - 1] ?? 0))).toBe(true);
    close();
  });

  it.each([
    ['in the middle', 1],
    ['before the first crop', 0],
  ])('stops when cancelled %s, and leaves no worker and no frame', async (_, after) => {
    const frames = vi.spyOn(VideoFrame.prototype, 'close');
    const stop = new AbortController();
    const before = workersAlive();
    let last = -1;
    const { done, close } = await exportOf(ALPHA, {
      signal: stop.signal,
      onProgress: (n) => {
        last = n;
        if (n >= after) stop.abort();
      },
    });
    await expect(done).rejects.toThrow('aborted');
    expect([last < 108, sessionsOpen(), workersAlive()]).toEqual([true, 0, before]);
    expect(frames).toHaveBeenCalled();
    close();
  });

  it('goes on when some pixels cannot be read, and says which crops that cost', async () => {
    const { view, plan, image } = await opened(ALPHA);
    vi.spyOn(view.source, 'read').mockRejectedValueOnce(new RangeError('The file is gone.'));
    const { blob, failed, files } = await exportCrops({ view, plan, image });
    expect(failed[0]).toEqual({ number: 1, reason: 'The file is gone.' });
    expect([files > 0, files]).toEqual([true, 108 - failed.length]);
    const entries = await unzipped(blob);
    expect(Object.keys(entries).length).toBe(files + 2);
    expect(entries['crops/001.png']).toBeUndefined();
    expect(new TextDecoder().decode(entries['manifest.json'])).toContain('The file is gone.');
    view.source.dispose();
  });

  it.each(['jpeg', 'webp'] as const)('as %s holds such files', async (format) => {
    const { done, close } = await exportOf(TURNED, { format });
    const entries = await unzipped((await done).blob);
    const first = entries[`crops/001.${format === 'jpeg' ? 'jpg' : 'webp'}`] ?? new Uint8Array(0);
    const decoded = await createImageBitmap(new Blob([first.slice()], { type: `image/${format}` }));
    expect([decoded.width, decoded.height]).toEqual([33, 14]);
    const magic = String.fromCharCode(...(format === 'jpeg' ? first.slice(6, 10) : first.slice(8, 12)));
    expect(magic).toBe(format === 'jpeg' ? 'JFIF' : 'WEBP');
    close();
  });
});

/** Real workers, some of which are lost at their first question. */
function workersWhere(isLost: (nth: number) => boolean) {
  let workers = 0;
  return (start: Parameters<NonNullable<CropExport['open']>>[0]): Session<'crops'> => {
    const frames = (start.bands ?? []).map(({ frame }) => frame);
    const session = openSession('crops', start, frames);
    workers += 1;
    if (!isLost(workers)) return session;
    return { ...session, ask: () => Promise.reject(new JobFailed('WorkerLost', 'A worker stopped.')) };
  };
}

describe('a worker that dies', () => {
  it('is replaced, and nothing is missing', async () => {
    const { done, close } = await exportOf(ALPHA, { open: workersWhere((nth) => nth === 1) });
    const { files, failed } = await done;
    expect([files, failed]).toEqual([108, []]);
    close();
  });

  it('twice over one question costs the crops of that question, in words, and no others', async () => {
    let asked = 0;
    const { done, close } = await exportOf(ALPHA, {
      open: (start) => {
        const session = workersWhere(() => false)(start);
        return {
          ...session,
          ask: (pieces, options) => {
            const poisoned = pieces.some(({ crops }) => crops.some(({ file }) => file === 'crops/001.png'));
            asked += poisoned ? 1 : 0;
            return poisoned
              ? Promise.reject(new JobFailed('WorkerLost', 'A worker stopped.'))
              : session.ask(pieces, options);
          },
        };
      },
    });
    const { blob, files, failed } = await done;
    expect([asked, failed[0]]).toEqual([2, { number: 1, reason: 'A worker stopped.' }]);
    expect(files).toBe(108 - failed.length);
    expect(files).toBeGreaterThan(0);
    expect(Object.keys(await unzipped(blob)).length).toBe(files + 2);
    close();
  });
});
